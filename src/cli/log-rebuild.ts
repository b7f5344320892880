import { resolve } from 'node:path';
import { openStore, sandboxOrigin } from '../store/open-store.ts';
import { readWords, type Command } from './command.ts';

const options = { write: { type: 'boolean' } } as const;

/** Exit 0: every published file is what the leaves give; 1: some were not, and they are named (and, with --write, made anew). */
export const logRebuild: Command = {
  usage: 'log rebuild [--write]',
  does: 'makes every file of the published log again from the leaves in PROVISO_DATA, and compares byte for byte',
  run: async (words, { environment, print }) => {
    const { values } = readWords(words, options, { least: 0, most: 0 });
    const data = resolve(environment['PROVISO_DATA'] ?? '.proviso');
    const store = await openStore({ data, databaseUrl: environment['DATABASE_URL'], origin: sandboxOrigin });
    try {
      const different = await store.log.rebuild(values.write === true);
      for (const path of different) print(`${values.write === true ? 'rewritten' : 'differs'}  ${path}`);
      const { size } = await store.log.checkpoint();
      print(`${different.length === 0 ? 'ok' : 'FAILED'}  ${size} leaves, ${different.length} files that differ`);
      return different.length === 0 ? 0 : 1;
    } finally {
      await store.close();
    }
  },
};
