import { writeDurably } from '../durable-file.ts';
import { buildVerifierPage } from '../verifier/page.ts';
import { BadUsage, readWords, type Command } from './command.ts';

const options = { out: { type: 'string' } } as const;

/** Exit 0: the page is written. The same version of the program writes the same bytes. */
export const verifier: Command = {
  usage: 'verifier --out FILE',
  does: 'writes the page that checks packages and proofs in a browser, as one file that works from a disk',
  run: async (words, { print }) => {
    const { values } = readWords(words, options, { least: 0, most: 0 });
    if (values.out === undefined) throw new BadUsage('expected --out FILE');
    const { html } = buildVerifierPage();
    await writeDurably(values.out, new TextEncoder().encode(html), 0o644);
    print(`${values.out}: open it in a browser, then give it a package. It needs no network.`);
    return 0;
  },
};
