import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LogError } from '../transparency/log-error.ts';
import { verifyLogDirectory } from '../transparency/log-directory.ts';
import { readWords, type Command } from './command.ts';
import { assertFolder, errorCode } from './files.ts';

const options = { json: { type: 'boolean' } } as const;

/** Exit 0: the log is whole; 1: it is not, and the file says where. docs/spec/log-directory.md */
export const logVerify: Command = {
  usage: 'log verify DIR [--json]',
  does: 'recomputes a published log from its entries and compares it with what the log signed',
  run: async (words, { print }) => {
    const { values, names } = readWords(words, options, { least: 1, most: 1 });
    const [folder = ''] = names;
    await assertFolder(folder);
    const read = (path: string): Promise<Uint8Array | undefined> =>
      readFile(join(folder, path)).then(
        (bytes) => new Uint8Array(bytes),
        (error: unknown) => {
          if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes(errorCode(error))) return undefined;
          throw error;
        },
      );
    try {
      const { origin, size, root, kinds } = await verifyLogDirectory(read);
      const found = { ok: true, origin, size, root: Buffer.from(root).toString('base64'), kinds };
      const counted = Object.entries(kinds).map(([kind, count]) => `${kind} ${count}`);
      print(
        values.json === true
          ? JSON.stringify(found, null, 2)
          : `ok      ${origin}: ${size} leaves, root ${found.root}\n        ${counted.join(', ')}\nEvery tile, every leaf and every chain agrees with the signed checkpoint.`,
      );
      return 0;
    } catch (error) {
      if (!(error instanceof LogError)) throw error;
      const { code, message, file } = error;
      print(
        values.json === true
          ? JSON.stringify({ ok: false, code, file, message }, null, 2)
          : `FAILED  ${message} [${code}]`,
      );
      return 1;
    }
  },
};
