import { join } from 'node:path';
import { readIfThere } from '../durable-file.ts';
import { limits } from '../limits.ts';
import type { ReadFile } from '../transparency/log-tree.ts';
import type { SeenHead } from './inspect.ts';
import type { Policy } from '../transparency/witness-policy.ts';

/** A published log could not be read at all: nothing is said about it. */
export class Unreachable extends Error {}

export const isUrl = (where: string): boolean => /^https?:\/\//.test(where);

/** Reads the files of a log from a folder, or from any static host. */
export const sourceOf = (where: string): ReadFile =>
  isUrl(where) ? (path) => get(`${where.replace(/\/$/, '')}/${path}`) : (path) => readIfThere(join(where, path));

/** What each witness shows of this log, where it shows anything (our own do, beside C2SP tlog-witness). */
export async function witnessHeads(origin: string, { witnesses }: Policy): Promise<SeenHead[]> {
  const heads = await Promise.all(
    witnesses.map(async ({ key, url }): Promise<SeenHead[]> => {
      if (url === undefined) return [];
      try {
        const note = await get(`${url.replace(/\/$/, '')}/checkpoint?origin=${encodeURIComponent(origin)}`);
        return note === undefined ? [] : [{ by: key.name, note }];
      } catch (error) {
        if (error instanceof Unreachable) return [];
        throw error;
      }
    }),
  );
  return heads.flat();
}

/** @returns `undefined` for 404. @throws Unreachable */
async function get(url: string): Promise<Uint8Array | undefined> {
  try {
    const answer = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(limits.fetchMilliseconds) });
    if (answer.status === 404) return undefined;
    if (!answer.ok) throw new Unreachable(`${url}: ${answer.status}`);
    const chunks: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of (answer.body ?? []) as AsyncIterable<Uint8Array>) {
      length += chunk.length;
      if (length > limits.logFileBytes) throw new Unreachable(`${url}: more than ${limits.logFileBytes} bytes`);
      chunks.push(chunk);
    }
    return new Uint8Array(Buffer.concat(chunks));
  } catch (error) {
    if (error instanceof Unreachable) throw error;
    throw new Unreachable(`${url}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}
