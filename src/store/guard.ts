import { z } from 'zod';
import { readIfThere, writeDurably } from '../durable-file.ts';
import { emptyRoot, treeHash, type ReadHashes } from '../transparency/merkle.ts';
import { LogError } from '../transparency/log-error.ts';
import type { Head } from './rows.ts';

/**
 * What this log has vouched for, kept outside the database. Before every signature both must agree: a database restored
 * from an old backup would otherwise sign another tree of a size that was signed before, and an honest log would fork.
 */
export type Guard = Readonly<{
  /** Agrees that this head may be signed, and remembers it first. @throws LogError log-closed */
  permit: (head: Head, readHashes: ReadHashes) => Promise<void>;
  /** The same for a promise that a leaf of the head is in the log. @throws LogError log-closed */
  permitPromise: (index: number, head: Head, readHashes: ReadHashes) => Promise<void>;
  /** Leaves that were vouched for: a store with fewer is not the one that this log had. */
  floor: () => number;
  /** Closes the log: nothing is appended or signed any more until a person has decided. */
  close: (why: string) => void;
  closed: () => string | undefined;
}>;

const shape = z.strictObject({
  format: z.literal('proviso-guard/1'),
  origin: z.string(),
  size: z.int().min(0),
  root: z.string().regex(/^[0-9a-f]{64}$/),
  /** Leaves below this index were promised to somebody. */
  promised: z.int().min(0),
});
type Vouched = z.infer<typeof shape>;

/**
 * @param path a file on another disk than the database, where there is one.
 * @param published whether this log has published before: then a guard that is not there is a guard that was lost
 */
export async function openGuard(path: string, origin: string, published: boolean): Promise<Guard> {
  let closed: string | undefined;
  const read = async (): Promise<Vouched> => {
    const bytes = await readIfThere(path);
    if (bytes === undefined) {
      if (published || vouched.size > 0) throw lost(`${path} is missing, and this log has signed before`);
      return vouched;
    }
    const parsed = shape.safeParse(parseJson(bytes));
    if (!parsed.success || parsed.data.origin !== origin) throw lost(`${path} is not the guard of ${origin}`);
    return parsed.data;
  };
  const close = (why: string): void => {
    closed ??= why;
  };
  let vouched: Vouched = { format: 'proviso-guard/1', origin, size: 0, root: emptyRoot().toHex(), promised: 0 };
  try {
    vouched = await read();
  } catch (error) {
    if (!(error instanceof LogError)) throw error;
    close(error.message);
  }
  const agree = async (head: Head, readHashes: ReadHashes): Promise<void> => {
    if (closed !== undefined) throw lost(closed);
    try {
      vouched = await read();
      await compare(vouched, head, readHashes);
    } catch (error) {
      if (error instanceof LogError) close(error.message);
      throw error;
    }
  };
  const remember = async (next: Vouched): Promise<void> => {
    await writeDurably(path, new TextEncoder().encode(`${JSON.stringify(next)}\n`));
    vouched = next;
  };
  return {
    permit: async (head, readHashes) => {
      await agree(head, readHashes);
      const next = { ...vouched, size: head.size, root: head.root.toHex() };
      if (next.size !== vouched.size) await remember(next);
    },
    permitPromise: async (index, head, readHashes) => {
      await agree(head, readHashes);
      if (index >= vouched.promised) await remember({ ...vouched, promised: index + 1 });
    },
    floor: () => Math.max(vouched.size, vouched.promised),
    close,
    closed: () => closed,
  };
}

/** The store holds every leaf that was vouched for, and under the same root. */
async function compare({ size, root, promised }: Vouched, head: Head, readHashes: ReadHashes): Promise<void> {
  const had = Math.max(size, promised);
  if (head.size < had) throw lost(`the store has ${head.size} leaves, and ${had} were signed or promised: it was restored from an older state`); // prettier-ignore
  if ((await treeHash(size, readHashes)).toHex() !== root) throw lost(`the first ${size} leaves of the store are not those that were signed: they have another root`); // prettier-ignore
}

const lost = (why: string): LogError => new LogError('log-closed', why);

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown;
  } catch {
    return undefined;
  }
}
