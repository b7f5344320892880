import { createHash, hkdfSync } from 'node:crypto';
import type { ByteSource } from '../evidence/byte-source.ts';
import type { Database } from './database.ts';
import { limits } from '../limits.ts';
import type { Objects } from './objects.ts';
import { keepParts, openParts, type Part } from './parts.ts';

/**
 * Evidence files of cases, by their SHA-256, encrypted under the key of their case. A file is durable before the act that
 * names it commits; a file that no event names is harmless.
 */
export type Blobs = Readonly<{
  /** Keeps a file of the case, whole or not at all. @throws what the source throws */
  put: (caseId: string, content: AsyncIterable<Uint8Array>) => Promise<Kept>;
  /**
   * A kept file; nothing of it is read yet. `undefined` where the case has none of that hash, or its key was destroyed.
   * Reading throws AgeError where a part was changed; that the whole is what its name says is seen by who hashes it.
   */
  open: (caseId: string, sha256: string) => Promise<ByteSource | undefined>;
  /** Makes a file of parts that are kept already. */
  adopt: (caseId: string, kept: Kept, parts: readonly Part[]) => Promise<void>;
  /** The key of a case; made where there is none yet and `make` is given. */
  key: (caseId: string, make?: 'make') => Promise<Uint8Array | undefined>;
  objects: Objects;
  /** Removes what no file and no upload names. @param before objects written later than this (milliseconds since 1970) stay */
  sweep: (before: number) => Promise<number>;
}>;

export type Kept = Readonly<{ sha256: string; size: number }>;

/** @param secret 32 bytes of the installation @param random for the keys of cases */
export function openBlobs(
  database: Database,
  objects: Objects,
  secret: Uint8Array,
  random: (bytes: number) => Uint8Array,
): Blobs {
  const key: Blobs['key'] = async (caseId, make) => {
    if (make !== undefined)
      await database`insert into case_secret (case_id, name, bytes) values (${caseId}, 'storage', ${random(32)}) on conflict do nothing`;
    const [row] = await database<{ bytes: Uint8Array }[]>`
      select bytes from case_secret where case_id = ${caseId} and name = 'storage'`;
    return row && new Uint8Array(hkdfSync('sha256', row.bytes, secret, `proviso-storage/1 ${caseId}`, 32));
  };
  const adopt: Blobs['adopt'] = async (caseId, { sha256, size }, parts) => {
    await database`
      insert into evidence_file (case_id, sha256, size, parts)
      values (${caseId}, ${sha256}, ${size}, ${database.json(parts)}) on conflict do nothing`;
  };
  return {
    key,
    adopt,
    objects,
    put: async (caseId, content) => {
      const caseKey = await key(caseId, 'make');
      if (caseKey === undefined) throw new Error(`case ${caseId} has no key to keep evidence under`);
      const hash = createHash('sha256');
      const parts: Part[] = [];
      for await (const { part, bytes } of keepParts(objects, caseKey, content)) {
        hash.update(bytes);
        parts.push(part);
      }
      const kept = { sha256: hash.digest('hex'), size: parts.reduce((sum, { size }) => sum + size, 0) };
      await adopt(caseId, kept, parts);
      return kept;
    },
    open: async (caseId, sha256) => {
      const caseKey = await key(caseId);
      const [row] = await database<{ parts: Part[] }[]>`
        select parts from evidence_file where case_id = ${caseId} and sha256 = ${sha256}`;
      return caseKey && row && openParts(objects, caseKey, row.parts);
    },
    sweep: (before) => sweep(database, objects, before),
  };
}

/** Names are compared in batches, so that neither list is held whole. */
async function sweep(database: Database, objects: Objects, before: number): Promise<number> {
  let removed = 0;
  const remove = async (names: readonly string[]): Promise<void> => {
    const known = await database<{ object: string }[]>`
      select part->>'object' as object from evidence_file, jsonb_array_elements(parts) part where part->>'object' = any(${names})
      union all
      select part->>'object' from evidence_upload, jsonb_array_elements(parts) part where part->>'object' = any(${names})`;
    const named = new Set(known.map(({ object }) => object));
    for (const name of names.filter((each) => !named.has(each))) {
      await objects.remove(name);
      removed += 1;
    }
  };
  let batch: string[] = [];
  for await (const { name, at } of objects.list()) {
    if (at >= before) continue;
    batch.push(name);
    if (batch.length < limits.sweptAtOnce) continue;
    await remove(batch);
    batch = [];
  }
  if (batch.length > 0) await remove(batch);
  return removed;
}
