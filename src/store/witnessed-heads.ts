import type { Database } from './database.ts';

/** The witnessed checkpoints of the past (migrations/0650.sql), as signed notes. */
export type WitnessedHeads = Readonly<{
  /** The first one of each size stays. */
  keep: (size: number, note: Uint8Array) => Promise<void>;
  /** The last one that does not reach the leaf. */
  before: (index: number) => Promise<Uint8Array | undefined>;
  /** The first one that holds the leaf. */
  holding: (index: number) => Promise<Uint8Array | undefined>;
}>;

export function openWitnessedHeads(database: Database): WitnessedHeads {
  const noteOf = ([row]: readonly { note: Uint8Array }[]): Uint8Array | undefined => row && new Uint8Array(row.note);
  return {
    keep: async (size, note) => {
      await database`insert into witnessed_head (size, note) values (${size}, ${note}) on conflict do nothing`;
    },
    before: async (index) =>
      noteOf(await database`select note from witnessed_head where size <= ${index} order by size desc limit 1`),
    holding: async (index) =>
      noteOf(await database`select note from witnessed_head where size > ${index} order by size limit 1`),
  };
}
