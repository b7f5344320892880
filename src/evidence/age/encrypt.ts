import { concat } from '../../transparency/bytes.ts';
import { byteReader } from '../byte-reader.ts';
import { encodeHeader } from './header.ts';
import { parseRecipient } from './key-text.ts';
import { assertOneStrength, wrapFileKey } from './keys.ts';
import { payloadKey, payloadNonceBytes, sealChunks } from './payload.ts';
import { fileKeyBytes } from './wrap.ts';
import { AgeError } from './age-error.ts';

/** Gives that many bytes nobody can foresee. */
export type Randomness = (bytes: number) => Uint8Array;

/**
 * Seals a stream in the age v1 format, which any `age` tool opens. Constant memory.
 * @param recipients `age1...` strings, at least one; hybrid ones (`age1pq1...`) only among themselves, and none twice.
 * @throws AgeError `bad-key`
 */
export async function* encrypt(
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  recipients: readonly string[],
  random: Randomness,
): AsyncGenerator<Uint8Array> {
  const { header, key } = sealHeader(recipients, random);
  yield header;
  yield* sealChunks(key, byteReader(source));
}

/** What stands before the payload, its nonce included, and the payload's key. @throws AgeError `bad-key` */
export function sealHeader(recipients: readonly string[], random: Randomness): { header: Uint8Array; key: Uint8Array } {
  if (recipients.length === 0) throw new AgeError('bad-key', 'a file is sealed to at least one recipient');
  if (new Set(recipients).size < recipients.length) throw new AgeError('bad-key', 'a recipient is named twice');
  const keys = recipients.map(parseRecipient);
  assertOneStrength(keys);
  const fileKey = random(fileKeyBytes);
  const stanzas = keys.map((key) => wrapFileKey(fileKey, key, random(32)));
  const nonce = random(payloadNonceBytes);
  return { header: concat(encodeHeader(stanzas, fileKey), nonce), key: payloadKey(fileKey, nonce) };
}
