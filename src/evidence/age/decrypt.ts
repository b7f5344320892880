import { limits } from '../../limits.ts';
import { AgeError } from './age-error.ts';
import { byteReader, type ByteReader } from './byte-reader.ts';
import { checkMac, isFinalLine, parseHeader, type Header } from './header.ts';
import { parseIdentity, unwrapFileKey, type AgeKey } from './keys.ts';
import { openChunks, payloadKey, payloadNonceBytes } from './payload.ts';

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
  const secrets = identities.map(parseIdentity);
  const reader = byteReader(source);
  const header = parseHeader(await readHeaderText(reader));
  const fileKey = fileKeyFrom(header, secrets);
  checkMac(header, fileKey);
  const nonce = await reader.take(payloadNonceBytes);
  if (nonce.length !== payloadNonceBytes) throw new AgeError('header-failure', 'the payload has no nonce');
  yield* openChunks(payloadKey(fileKey, nonce), reader);
}

/** Opens a whole file or nothing. @throws AgeError */
export async function decryptBytes(sealed: Uint8Array, identities: readonly string[]): Promise<Uint8Array> {
  return Buffer.concat(await Array.fromAsync(decrypt([sealed], identities)));
}

/** Which kinds of keys open a file, by the names of its stanzas and in their order. @throws AgeError `header-failure` */
export async function stanzaKinds(source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<string[]> {
  const { stanzas } = parseHeader(await readHeaderText(byteReader(source)));
  return stanzas.map(({ args }) => args[0] ?? '');
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

async function readHeaderText(reader: ByteReader): Promise<string> {
  let text = '';
  for (let lineStart = 0; ;) {
    const byte = await reader.take(1);
    if (byte.length === 0) throw new AgeError('header-failure', 'the header does not end');
    if (text.length >= limits.sealHeaderBytes) {
      throw new AgeError('header-failure', `the header is longer than ${limits.sealHeaderBytes} bytes`);
    }
    text += String.fromCharCode(byte[0] ?? 0);
    if (byte[0] !== 0x0a) continue;
    if (isFinalLine(text.slice(lineStart))) return text;
    lineStart = text.length;
  }
}
