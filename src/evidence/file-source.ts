import type { FileHandle } from 'node:fs/promises';
import type { ByteSource } from './byte-source.ts';

/** An open file as it is now: a file that shrinks while it is read is an error, what is added behind its end is not seen. */
export async function fileSource(file: FileHandle): Promise<ByteSource> {
  const { size } = await file.stat();
  return {
    size,
    read: async (offset, length) => {
      const wanted = Math.max(0, Math.min(length, size - offset));
      const bytes = new Uint8Array(wanted);
      for (let at = 0; at < wanted;) {
        const { bytesRead } = await file.read(bytes, at, wanted - at, offset + at);
        if (bytesRead === 0) throw new Error(`the file ends at byte ${offset + at} and had ${size} bytes`);
        at += bytesRead;
      }
      return bytes;
    },
  };
}
