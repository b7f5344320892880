import { isAuthorised, type Authorised } from '../authorisation/authorised.ts';
import type { Randomness } from './age/encrypt.ts';
import { sealStream, type Measures } from './age/seal-stream.ts';
import type { Minimised, ReleasedItem } from './minimise.ts';
import { writeZip } from './zip-writer.ts';

/** What was sealed, to whom. Both hashes are in the manifest: one for who holds the file, one for who can open it. */
export type Sealed = Readonly<{
  /** `age1...`, each of them opens it. */
  recipients: readonly string[];
  plaintextSha256: string;
  plaintextBytes: number;
  ciphertextSha256: string;
  ciphertextBytes: number;
}>;

export type SealErrorCode = 'not-authorised' | 'nothing-to-release' | 'outside-order' | 'expired';

export class SealError extends Error {
  readonly code: SealErrorCode;

  constructor(code: SealErrorCode, message: string) {
    super(message);
    this.name = 'SealError';
    this.code = code;
  }
}

/**
 * Seals released files as one ZIP in the age format. Cannot be called without a proven authorisation, and looks once
 * more that every item is inside it and that it is still valid, before a key exists. Constant memory beside its input.
 * @param recipients from the register (`recipientsOf`).
 * @param at the instant of the release, UTC.
 * @param keep takes the sealed bytes in order, each piece before it asks for the next, whose memory is the same; nothing
 *   counts as sealed before it has returned
 * @throws SealError, AgeError `bad-key`
 */
export async function seal(
  authorised: Authorised,
  { files, items }: Pick<Minimised, 'files' | 'items'>,
  recipients: readonly string[],
  at: string,
  random: Randomness,
  keep: (sealed: AsyncIterable<Uint8Array>) => Promise<unknown>,
): Promise<Sealed> {
  if (!isAuthorised(authorised)) throw new SealError('not-authorised', 'no proof of an authorisation');
  const { order } = authorised;
  if (at < authorised.at || at >= order.validUntil) throw new SealError('expired', `not valid at ${at}`);
  if (items.length === 0) throw new SealError('nothing-to-release', 'no item is inside the order');
  if (!items.every((item) => isInside(item, authorised))) {
    throw new SealError('outside-order', 'an item is outside what was authorised');
  }
  let measures: Measures | undefined;
  await keep(sealStream(writeZip(files), recipients, random, (found) => (measures = found)));
  if (measures === undefined) throw new Error('the sealed file was not kept to its end');
  const { plainSha256, plainBytes, sealedSha256, sealedBytes } = measures;
  return {
    recipients,
    plaintextSha256: plainSha256,
    plaintextBytes: plainBytes,
    ciphertextSha256: sealedSha256,
    ciphertextBytes: sealedBytes,
  };
}

function isInside({ at, account, category }: ReleasedItem, { order }: Authorised): boolean {
  const { targets, dataCategories, period } = order.scope;
  return (
    at >= period.from &&
    at < period.until &&
    dataCategories.includes(category) &&
    targets.some(({ kind, value }) => kind === account.kind && value === account.value)
  );
}
