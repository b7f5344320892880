import type { ByteSource } from '../evidence/byte-source.ts';
import { fileSource } from '../evidence/file-source.ts';
import { limits } from '../limits.ts';
import { checkShowing, showingText } from '../verify/index.ts';
import { BadUsage, readWords, type Command } from './command.ts';
import { errorCode, readInput } from './files.ts';
import { openPackage } from './verify.ts';

const options = { json: { type: 'boolean' }, 'log-key': { type: 'string' }, policy: { type: 'string' } } as const;

/** Exit 0: the item was produced and withheld; 1: that is not proven. docs/spec/hand-over.md */
export const showingCheck: Command = {
  usage: 'showing check PACKAGE SHOWING ITEM [--log-key FILE] [--policy FILE] [--json]',
  does: 'checks that one item was produced and withheld from a hand-over, by what showing make gave',
  run: async (words, { print }) => {
    const { values, names } = readWords(words, options, { least: 3, most: 3 });
    const [path = '', showing = '', item = ''] = names;
    const { read } = await openPackage(path);
    const text = async (file: string): Promise<string> =>
      new TextDecoder().decode(await readInput(file, limits.noteBytes));
    const bytes = await readInput(showing, limits.noteBytes);
    const answer = await checkShowing(read, bytes, await itemSource(item), {
      ...(values['log-key'] === undefined ? {} : { logKey: (await text(values['log-key'])).trim() }),
      ...(values.policy === undefined ? {} : { policy: await text(values.policy) }),
    });
    print(values.json === true ? JSON.stringify(answer, null, 2) : showingText(answer).trimEnd());
    return answer.ok ? 0 : 1;
  },
};

async function itemSource(path: string): Promise<ByteSource> {
  return fileSource(path).catch((error: unknown) => {
    throw new BadUsage(`${path}: cannot be read (${errorCode(error)})`);
  });
}
