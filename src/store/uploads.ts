import { createHash, type Hash } from 'node:crypto';
import { streamOf } from '../evidence/byte-source.ts';
import { sha256Of } from '../evidence/hash-items.ts';
import { limits } from '../limits.ts';
import type { Blobs } from './blobs.ts';
import type { Database } from './database.ts';
import { keepParts, openParts, type Part } from './parts.ts';
import { isUuid } from './rows.ts';

/** A file that arrives, in as many goes as it takes. */
export type Upload = Readonly<{
  id: string;
  caseId: string;
  mandate: string;
  name: string;
  /** Bytes that its sender announced, and those that are kept. */
  announced: number;
  received: number;
  /** Once it is complete. */
  sha256?: string;
  beganAt: string;
}>;

export type Uploads = Readonly<{
  begin: (upload: Omit<Upload, 'received' | 'sha256'>) => Promise<void>;
  find: (id: string) => Promise<Upload | undefined>;
  ofCase: (caseId: string) => Promise<Upload[]>;
  /**
   * Keeps what comes, from byte `offset` on. Where the source breaks off, what came before is kept, and its error thrown.
   * @returns the bytes that are kept now
   * @throws UploadError where the upload stands at another byte, or more comes than was announced
   */
  append: (id: string, offset: number, content: AsyncIterable<Uint8Array>) => Promise<number>;
  /** Makes a complete upload a file of its case, which act it then is for. `undefined` where it is not complete. */
  adopt: (upload: Upload) => Promise<Readonly<{ sha256: string; size: number }> | undefined>;
  remove: (id: string) => Promise<void>;
  /** Forgets all uploads of a case; what became a file of it stays. */
  clear: (caseId: string) => Promise<void>;
  /** Forgets uploads that began before this instant (ISO 8601, UTC). */
  expire: (before: string) => Promise<void>;
}>;

/** `moved`: another one wrote to it meanwhile. `too-much`: more than was announced. */
export class UploadError extends Error {
  readonly code: 'moved' | 'too-much' | 'unknown';

  constructor(code: 'moved' | 'too-much' | 'unknown') {
    super(`upload: ${code}`);
    this.name = 'UploadError';
    this.code = code;
  }
}

type Row = {
  upload_id: string;
  case_id: string;
  mandate: string;
  name: string;
  announced: bigint;
  received: bigint;
  parts: Part[];
  sha256: string | null;
  began_at: Date;
};

/** A hash that has seen the first `at` bytes of an upload, kept while this process lives. */
type Seen = Readonly<{ hash: Hash; at: number }>;

export function openUploads(database: Database, blobs: Blobs): Uploads {
  const hashes = new Map<string, Seen>();
  const row = async (id: string): Promise<Row | undefined> =>
    isUuid(id) ? (await database<Row[]>`select * from evidence_upload where upload_id = ${id}`)[0] : undefined;
  const append: Uploads['append'] = async (id, offset, content) => {
    const before = await row(id);
    if (before === undefined) throw new UploadError('unknown');
    const announced = Number(before.announced);
    if (Number(before.received) !== offset || before.sha256 !== null) throw new UploadError('moved');
    const key = await blobs.key(before.case_id, 'make');
    if (key === undefined) throw new UploadError('unknown');
    const seen = hashes.get(id);
    const hash = offset === 0 ? createHash('sha256') : seen?.at === offset ? seen.hash : undefined;
    hashes.delete(id);
    let at = offset;
    try {
      for await (const { part, bytes } of keepParts(blobs.objects, key, atMost(content, announced - offset))) {
        const moved = await database`
          update evidence_upload set received = ${at + part.size}, parts = parts || ${database.json([part])}
          where upload_id = ${id} and received = ${at} and sha256 is null returning 1`;
        if (moved.length === 0) throw new UploadError('moved');
        at += part.size;
        hash?.update(bytes);
      }
    } finally {
      if (hash !== undefined) remember(hashes, id, { hash, at });
    }
    if (at === announced) await complete(database, blobs, id, key, hash);
    return at;
  };
  return {
    append,
    begin: async ({ id, caseId, mandate, name, announced, beganAt }) => {
      await database`
        insert into evidence_upload (upload_id, case_id, mandate, name, announced, received, parts, began_at)
        values (${id}, ${caseId}, ${mandate}, ${name}, ${announced}, 0, '[]', ${beganAt})`;
    },
    find: async (id) => {
      const found = await row(id);
      return found && uploadOf(found);
    },
    ofCase: async (caseId) =>
      (await database<Row[]>`select * from evidence_upload where case_id = ${caseId} order by began_at, upload_id`).map(uploadOf),
    adopt: async ({ id, caseId }) => {
      const found = await row(id);
      if (found?.sha256 == null || found.case_id !== caseId) return undefined;
      const kept = { sha256: found.sha256, size: Number(found.announced) };
      await blobs.adopt(caseId, kept, found.parts);
      return kept;
    },
    remove: async (id) => {
      await database`delete from evidence_upload where upload_id = ${id}`;
    },
    clear: async (caseId) => {
      await database`delete from evidence_upload where case_id = ${caseId}`;
    },
    expire: async (before) => {
      await database`delete from evidence_upload where began_at < ${before}`;
    },
  }; // prettier-ignore
}

async function complete(
  database: Database,
  blobs: Blobs,
  id: string,
  key: Uint8Array,
  hash: Hash | undefined,
): Promise<void> {
  // Begun by a process that is gone: what it kept is read once more.
  const [row] = await database<{ parts: Part[] }[]>`select parts from evidence_upload where upload_id = ${id}`;
  const sha256 = hash?.digest('hex') ?? (await sha256Of(streamOf(openParts(blobs.objects, key, row?.parts ?? []))));
  await database`update evidence_upload set sha256 = ${sha256} where upload_id = ${id} and received = announced`;
}

/** The oldest is forgotten first; its upload is then hashed by reading it again. */
function remember(hashes: Map<string, Seen>, id: string, seen: Seen): void {
  hashes.set(id, seen);
  const [oldest] = hashes.keys();
  if (hashes.size > limits.uploadsHashed && oldest !== undefined) hashes.delete(oldest);
}

/** @throws UploadError before the first byte too many is handed on */
async function* atMost(content: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<Uint8Array> {
  let left = most;
  for await (const piece of content) {
    if (piece.length > left) throw new UploadError('too-much');
    left -= piece.length;
    yield piece;
  }
}

const uploadOf = (row: Row): Upload => ({
  id: row.upload_id,
  caseId: row.case_id,
  mandate: row.mandate,
  name: row.name,
  announced: Number(row.announced),
  received: Number(row.received),
  ...(row.sha256 === null ? {} : { sha256: row.sha256 }),
  beganAt: row.began_at.toISOString(),
});
