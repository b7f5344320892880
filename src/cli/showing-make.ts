import { mkdir, open, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { sliceOf, streamOf } from '../evidence/byte-source.ts';
import { intake } from '../evidence/intake.ts';
import { parseManifest } from '../evidence/manifest.ts';
import { encodeShowing, showWithheld } from '../evidence/showing.ts';
import { openStore, sandboxOrigin, type Store } from '../store/open-store.ts';
import { BadUsage, readWords, type Command } from './command.ts';

const options = {
  exhibit: { type: 'string' },
  number: { type: 'string' },
  out: { type: 'string' },
} as const;

/** Exit 0: DIR holds showing.json and the item; 1: this item was not withheld, or was destroyed. */
export const showingMake: Command = {
  usage: 'showing make CASE --exhibit SHA256 --number N --out DIR',
  does: 'shows one withheld item of a case in PROVISO_DATA: the item and what proves that it was withheld, and nothing of any other',
  run: async (words, { environment, print }) => {
    const { values, names } = readWords(words, options, { least: 1, most: 1 });
    const [caseId = ''] = names;
    const { exhibit = '', out } = values;
    const number = Number(values.number);
    if (!/^[0-9a-f]{64}$/.test(exhibit)) throw new BadUsage('expected --exhibit with a SHA-256 in hexadecimal');
    if (!Number.isSafeInteger(number) || number < 1) throw new BadUsage('expected --number with a number from 1');
    if (out === undefined) throw new BadUsage('expected --out DIR');
    const data = resolve(environment['PROVISO_DATA'] ?? '.proviso');
    const store = await openStore({ data, databaseUrl: environment['DATABASE_URL'], origin: sandboxOrigin });
    try {
      const shown = await showItem(store, caseId, exhibit, number);
      if (shown === undefined) {
        print('This item was not withheld from a hand-over of this case, or it was destroyed.');
        return 1;
      }
      await mkdir(out, { recursive: true, mode: 0o700 });
      await writeFile(join(out, 'showing.json'), shown.showing, { flag: 'wx', mode: 0o600 });
      const file = await open(join(out, 'item.bin'), 'wx', 0o600);
      try {
        for await (const piece of shown.bytes) await file.writeFile(piece);
      } finally {
        await file.close();
      }
      print(`${out}: give both files; check them with npx proviso showing check PACKAGE ${join(out, 'showing.json')} ${join(out, 'item.bin')}`); // prettier-ignore
      return 0;
    } finally {
      await store.close();
    }
  },
};

/** `undefined` where the item was not withheld from a hand-over of this case, or was destroyed. */
export async function showItem(
  { writer, blobs }: Store,
  caseId: string,
  exhibit: string,
  number: number,
): Promise<{ showing: Uint8Array; bytes: AsyncIterable<Uint8Array> } | undefined> {
  const subject = await writer.caseById(caseId);
  const document = await writer.document(subject?.released?.body.manifestSha256 ?? '');
  const manifest = document && parseManifest(document);
  const seed = await writer.caseSecret(caseId, 'withheld');
  const produced = subject?.produced?.body.exhibits.find(({ sha256 }) => sha256 === exhibit);
  const source = produced && (await blobs.open(caseId, exhibit));
  if (manifest === undefined || seed === undefined || produced === undefined || source === undefined) return undefined;
  const read = await intake(produced.name, source);
  const showing = await showWithheld(manifest, read, number, seed);
  const item = read.items.find((each) => each.number === number);
  if (showing === undefined || item === undefined) return undefined;
  return { showing: encodeShowing(showing), bytes: streamOf(sliceOf(source, item.offset, item.offset + item.length)) };
}
