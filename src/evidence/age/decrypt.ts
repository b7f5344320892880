import { AgeError } from './age-error.ts';
import { byteReader, type ByteReader } from '../byte-reader.ts';
import { checkMac, type Header } from './header.ts';
import { parseIdentity, type AgeKey } from './key-text.ts';
import { unwrapFileKey } from './keys.ts';
import { openChunks, payloadKey, payloadNonceBytes } from './payload.ts';
import { readHeader } from './read-header.ts';

/**
 * Opens an age v1 file (binary; `unarmour` reads the armoured ones) as a stream. Every chunk given was authenticated; that nothing is missing is
 * known when the generator returns (see `openChunks`). Constant memory.
 * @param identities `AGE-SECRET-KEY-1...` and `AGE-SECRET-KEY-PQ-1...` strings.
 * @throws AgeError
 */
export async function* decrypt(
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  identities: readonly string[],
): AsyncGenerator<Uint8Array> {
  const reader = byteReader(source);
  yield* openChunks(await openHeader(reader, identities), reader);
}

/** Reads the header and the nonce behind it. @returns the key of the payload, which comes next @throws AgeError */
export async function openHeader(reader: ByteReader, identities: readonly string[]): Promise<Uint8Array> {
  const secrets = identities.map(parseIdentity);
  const header = await readHeader(reader);
  const fileKey = fileKeyFrom(header, secrets);
  checkMac(header, fileKey);
  const nonce = await reader.take(payloadNonceBytes);
  if (nonce.length !== payloadNonceBytes) throw new AgeError('header-failure', 'the payload has no nonce');
  return payloadKey(fileKey, nonce);
}

/** Opens a whole file or nothing. @throws AgeError */
export async function decryptBytes(sealed: Uint8Array, identities: readonly string[]): Promise<Uint8Array> {
  return Buffer.concat(await Array.fromAsync(decrypt([sealed], identities)));
}

/** Every stanza is checked even after one opened: a file that is malformed for one reader is so for all. */
function fileKeyFrom(header: Header, secrets: readonly AgeKey[]): Uint8Array {
  const isPassphrase = header.stanzas.some(({ args }) => args[0] === 'scrypt');
  // Whoever knows a passphrase could pass a file off as one of its other recipients'.
  if (isPassphrase && header.stanzas.length > 1) throw new AgeError('header-failure', 'a passphrase among other keys');
  const keys = header.stanzas.flatMap((stanza) => secrets.map((secret) => unwrapFileKey(stanza, secret)));
  const found = keys.find((key) => key !== undefined);
  if (found === undefined) throw new AgeError('no-match', 'none of the identities opens this file');
  return found;
}
