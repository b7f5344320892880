import { readWhole, type ByteSource } from '../evidence/byte-source.ts';
import { limits } from '../limits.ts';
import { fileNames } from '../evidence/hand-over-files.ts';
import { VerifyError } from './verify-error.ts';

/** Gives a file by its name; `undefined` where there is none. Never leaves its folder, never follows a link. */
export type ReadFile = (name: string) => Promise<ByteSource | undefined>;
/** Every name in the hand-over, folders inside as `log/...`. */
export type ListFiles = () => Promise<readonly string[]>;
export type PackageFiles = Readonly<{ read: ReadFile; list: ListFiles }>;

/** @throws VerifyError `missing`, `refused` */
export async function openLimited(read: ReadFile, name: string): Promise<ByteSource> {
  const source = await read(name);
  if (source === undefined) throw new VerifyError('missing', name, `${name} is missing`);
  assertSize(name, source.size);
  return source;
}

/** All bytes of a file that is read as a document. @throws VerifyError `missing`, `refused` */
export const readLimited = async (read: ReadFile, name: string): Promise<Uint8Array> =>
  readWhole(await openLimited(read, name), mostBytes(name));

/** @throws VerifyError `refused` */
export function assertSize(name: string, size: number): void {
  const most = mostBytes(name);
  if (size > most) throw new VerifyError('refused', name, `${name} is larger than ${most} bytes`);
}

function mostBytes(name: string): number {
  if (name === fileNames.sealed) return limits.productionBytes * 2;
  return name.startsWith('log/') ? 2 * limits.noteBytes : limits.handOverTextBytes;
}

/** The answer of the first call, kept: each document is read and proven once. */
export function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let answer: Promise<Value> | undefined;
  return () => (answer ??= make());
}
