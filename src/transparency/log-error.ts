/** What a check of the transparency log can find wrong: a stable code that programs and documents may rely on. */
export type LogErrorCode =
  | 'size-invalid' // a size or index that is not an integer of the exact range
  | 'index-outside' // an index or size that the tree does not reach
  | 'proof-length' // more or fewer hashes than the tree's shape needs
  | 'proof-root' // the hashes lead to another root
  | 'key-malformed'
  | 'note-malformed'
  | 'note-signature' // a known key's signature does not verify
  | 'note-unsigned' // no known key signed
  | 'checkpoint-malformed'
  | 'checkpoint-origin' // signed by the right key for another log
  | 'tile-malformed'
  | 'bundle-malformed'
  | 'tlog-proof-malformed'
  | 'commitment-malformed'
  | 'commitment-mismatch'
  | 'leaf-malformed'
  | 'leaf-chain' // an authority's leaf does not name that authority's previous one
  | 'file-missing'
  | 'tile-mismatch' // a published tile differs from the entries
  | 'root-mismatch' // the entries do not add up to the signed root
  | 'stored-hash-mismatch' // a stored hash differs from the entries
  | 'policy-malformed'
  | 'quorum-missing' // signed by the log, and by too few witnesses
  | 'witness-body' // what was sent to a witness has not the form
  | 'promise-malformed'
  | 'bracket-malformed'
  | 'bracket-order' // two checkpoints that do not stand on the two sides of a leaf
  | 'log-closed' // the guard does not agree with the store: nothing is signed
  | 'key-mismatch'; // the directory's key is not the one expected

/** @param file the file of a log directory in which it shows, where there is one. */
export class LogError extends Error {
  readonly code: LogErrorCode;
  readonly file: string | undefined;
  /** The message without the file. */
  readonly says: string;

  constructor(code: LogErrorCode, message: string, file?: string, options?: ErrorOptions) {
    super(file === undefined ? message : `${file}: ${message}`, options);
    this.name = 'LogError';
    this.code = code;
    this.file = file;
    this.says = message;
  }

  /** The same finding, shown in a file. */
  static in(file: string, cause: unknown): LogError {
    if (!(cause instanceof LogError)) throw cause;
    return new LogError(cause.code, cause.message, file, { cause });
  }
}
