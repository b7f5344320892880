/** What is wrong with a hand-over: a stable code, the file in which it shows, and why in a plain sentence. */
export type VerifyErrorCode =
  | 'missing' // a file that must be there is not
  | 'unexpected' // a file that nothing names
  | 'refused' // a file that is no plain file, or larger than its limit
  | 'changed' // a file is not the one that was bound
  | 'malformed' // a file is not what its name says
  | 'not-logged' // the log does not prove what it should
  | 'not-signed' // a signature or mandate does not hold
  | 'contradiction' // two files say different things
  | 'outside-scope'; // something left that was not authorised, or was authorised without being asked

export class VerifyError extends Error {
  readonly code: VerifyErrorCode;
  readonly file: string;

  constructor(code: VerifyErrorCode, file: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'VerifyError';
    this.code = code;
    this.file = file;
  }
}

/** @throws VerifyError where the condition does not hold. */
export function must(holds: boolean, code: VerifyErrorCode, file: string, message: string): asserts holds {
  if (!holds) throw new VerifyError(code, file, message);
}
