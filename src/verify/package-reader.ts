import { limits } from '../limits.ts';
import { fileNames } from '../evidence/hand-over-files.ts';
import { VerifyError } from './verify-error.ts';

/** Gives a file's bytes by its name; `undefined` where there is none. Never leaves its folder, never follows a link. */
export type ReadFile = (name: string) => Promise<Uint8Array | undefined>;
/** Every name in the hand-over, folders inside as `log/...`. */
export type ListFiles = () => Promise<readonly string[]>;

/** @throws VerifyError `missing`, `refused` */
export async function readLimited(read: ReadFile, name: string): Promise<Uint8Array> {
  const bytes = await read(name);
  if (bytes === undefined) throw new VerifyError('missing', name, `${name} is missing`);
  const most = mostBytes(name);
  if (bytes.length > most) throw new VerifyError('refused', name, `${name} is larger than ${most} bytes`);
  return bytes;
}

export function mostBytes(name: string): number {
  if (name === fileNames.sealed) return limits.productionBytes * 2;
  return name.startsWith('log/') ? 2 * limits.noteBytes : limits.handOverTextBytes;
}

/** The answer of the first call, kept: each document is read and proven once. */
export function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let answer: Promise<Value> | undefined;
  return () => (answer ??= make());
}
