import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { writeDurably } from '../durable-file.ts';

/**
 * Where parts of evidence lie: a folder of this machine, or a bucket (bucket.ts). Names are random and say nothing; an
 * object is written once, whole or not at all, and never changed.
 */
export type Objects = Readonly<{
  /** On disk, or answered for by the bucket, when it returns. */
  put: (name: string, bytes: Uint8Array) => Promise<void>;
  /** Bytes from `offset` on, fewer only at the end. @throws Error where there is no such object */
  get: (name: string, offset: number, length: number) => Promise<Uint8Array>;
  /** No error where it is gone already. */
  remove: (name: string) => Promise<void>;
  /** Every object, with the instant when it was written (milliseconds since 1970). */
  list: () => AsyncIterable<Readonly<{ name: string; at: number }>>;
}>;

/** Names as `Objects` takes them: a UUID; and what a kill left half written beside one (durable-file.ts), to remove it. */
export const isObjectName = (name: string): boolean => /^[0-9a-f-]{36}(?:\.[0-9a-f-]{36}\.new)?$/.test(name);

export function objectDirectory(directory: string): Objects {
  const pathOf = (name: string): string => {
    if (!isObjectName(name)) throw new Error(`not the name of an object: ${JSON.stringify(name)}`);
    return join(directory, name.slice(0, 2), name);
  };
  return {
    put: (name, bytes) => writeDurably(pathOf(name), bytes),
    get: async (name, offset, length) => {
      const file = await open(pathOf(name), 'r');
      try {
        const bytes = new Uint8Array(Math.min(length, Math.max(0, (await file.stat()).size - offset)));
        for (let at = 0; at < bytes.length;) {
          const { bytesRead } = await file.read(bytes, at, bytes.length - at, offset + at);
          if (bytesRead === 0) throw new Error(`object ${name} ends at byte ${offset + at}`);
          at += bytesRead;
        }
        return bytes;
      } finally {
        await file.close();
      }
    },
    remove: (name) => rm(pathOf(name), { force: true }),
    async *list() {
      await mkdir(directory, { recursive: true, mode: 0o700 });
      for (const folder of await readdir(directory)) {
        for (const name of await readdir(join(directory, folder))) {
          yield { name, at: (await stat(join(directory, folder, name))).mtimeMs };
        }
      }
    },
  };
}
