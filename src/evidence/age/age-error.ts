/**
 * Why an age file was not opened. The codes are those of the CCTV age vectors: a header that is malformed, one that
 * none of the identities opens, one whose MAC is wrong, a payload that was cut or changed, armour that is malformed.
 */
export type AgeErrorCode =
  'header-failure' | 'no-match' | 'hmac-failure' | 'payload-failure' | 'armour-failure' | 'bad-key';

export class AgeError extends Error {
  readonly code: AgeErrorCode;

  constructor(code: AgeErrorCode, message: string) {
    super(message);
    this.name = 'AgeError';
    this.code = code;
  }
}
