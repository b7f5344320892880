// C2SP tlog-cosignature v1.0.1: what a witness signs when it has seen that a tree only grew.
import { bigEndian, concat } from './bytes.ts';
import { parseCheckpoint } from './checkpoint-text.ts';
import { hashBytes } from './hash.ts';

/** POSIX seconds before the signature itself. */
export const timestampBytes = 8;

export function encodeTimestamp(time: number): Uint8Array {
  if (!Number.isSafeInteger(time) || time < 0) throw new RangeError(`${time} is no time in seconds`);
  return concat(bigEndian(Math.floor(time / 2 ** 32), 4), bigEndian(time % 2 ** 32, 4));
}

/** `undefined` for a time past 2^53 - 1, which no clock shows. */
export function decodeTimestamp(signature: Uint8Array): number | undefined {
  const [high, low] = [signature.subarray(0, 4), signature.subarray(4, timestampBytes)].map((part) =>
    part.reduce((value, byte) => value * 256 + byte, 0),
  );
  const time = (high ?? 0) * 2 ** 32 + (low ?? 0);
  return signature.length >= timestampBytes && Number.isSafeInteger(time) ? time : undefined;
}

/** Section "Ed25519 signed message": two lines, then the checkpoint's text. It does not name the witness. */
export const ed25519Message = (time: number, text: Uint8Array): Uint8Array =>
  concat(new TextEncoder().encode(`cosignature/v1\ntime ${time}\n`), text);

export type CosignedSubtree = Readonly<{
  cosigner: string;
  time: number;
  origin: string;
  start: number;
  end: number;
  hash: Uint8Array;
}>;

/** Section "ML-DSA-44 signed message". @throws RangeError for a name over 255 bytes or a hash that is none */
export function subtreeMessage({ cosigner, time, origin, start, end, hash }: CosignedSubtree): Uint8Array {
  if (hash.length !== hashBytes) throw new RangeError('a root hash is 32 bytes');
  const label = new TextEncoder().encode('subtree/v1\n\0');
  return concat(label, named(cosigner), encodeTimestamp(time), named(origin), encodeTimestamp(start), encodeTimestamp(end), hash); // prettier-ignore
}

/** The same for a checkpoint, which is the subtree from the first leaf on. @throws LogError checkpoint-malformed */
export function checkpointMessage(cosigner: string, time: number, text: Uint8Array): Uint8Array {
  const { origin, size, root } = parseCheckpoint(new TextDecoder().decode(text));
  return subtreeMessage({ cosigner, time, origin, start: 0, end: size, hash: root });
}

function named(name: string): Uint8Array {
  const bytes = new TextEncoder().encode(name);
  if (bytes.length === 0) throw new RangeError('a name is not empty');
  return concat(bigEndian(bytes.length, 1), bytes);
}
