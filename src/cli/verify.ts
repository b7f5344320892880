import { identityIn } from '../evidence/age/identity.ts';
import { limits } from '../limits.ts';
import { readPackageDirectory, verificationText, verifyPackage } from '../verify/index.ts';
import { readWords, type Command } from './command.ts';
import { assertFolder, readInput } from './files.ts';

const options = {
  json: { type: 'boolean' },
  identity: { type: 'string' },
  'log-key': { type: 'string' },
  policy: { type: 'string' },
} as const;

/** Exit 0: proven in every step; 1: not, and the step and file are named. docs/spec/hand-over.md */
export const verify: Command = {
  usage: 'verify PACKAGE [--identity FILE] [--log-key FILE] [--policy FILE] [--json]',
  does: 'checks a hand-over offline: who asked, who authorised, what, when, unchanged, logged',
  run: async (words, { print }) => {
    const { values, names } = readWords(words, options, { least: 1, most: 1 });
    const [folder = ''] = names;
    await assertFolder(folder);
    const text = async (path: string): Promise<string> =>
      new TextDecoder().decode(await readInput(path, limits.noteBytes));
    const { read, list } = readPackageDirectory(folder);
    const verification = await verifyPackage(read, list, {
      ...(values.identity === undefined ? {} : { identity: identityIn(await text(values.identity)) }),
      ...(values['log-key'] === undefined ? {} : { logKey: (await text(values['log-key'])).trim() }),
      ...(values.policy === undefined ? {} : { policy: await text(values.policy) }),
    });
    print(values.json === true ? JSON.stringify(verification, null, 2) : verificationText(verification).trimEnd());
    return verification.ok ? 0 : 1;
  },
};
