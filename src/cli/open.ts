import { constants } from 'node:fs';
import { mkdir, open as openFile } from 'node:fs/promises';
import { join } from 'node:path';
import { identityIn } from '../evidence/age/identity.ts';
import { AgeError } from '../evidence/age/age-error.ts';
import { sliceOf, streamOf, type ByteSource } from '../evidence/byte-source.ts';
import { itemName } from '../evidence/item-names.ts';
import { limits } from '../limits.ts';
import { openVerified, verificationText, type OpenedPackage } from '../verify/index.ts';
import { BadUsage, readWords, type Command, type Terminal } from './command.ts';
import { errorCode, readInput } from './files.ts';
import { openPackage } from './verify.ts';

const options = {
  identity: { type: 'string' },
  out: { type: 'string' },
  json: { type: 'boolean' },
  'log-key': { type: 'string' },
  policy: { type: 'string' },
} as const;

/** Exit 0: proven and opened; 1: not proven, nothing is shown or written. docs/spec/hand-over.md */
export const open: Command = {
  usage: 'open PACKAGE --identity FILE [--out DIR] [--log-key FILE] [--policy FILE] [--json]',
  does: 'verifies a hand-over, opens its seal and lists the items; --out DIR writes them as plain files, and over nothing',
  run: async (words, terminal) => {
    const { values, names } = readWords(words, options, { least: 1, most: 1 });
    if (values.identity === undefined) throw new BadUsage('expected --identity FILE, the key that it was sealed to');
    const { read, list } = await openPackage(names[0] ?? '');
    const text = async (path: string): Promise<string> =>
      new TextDecoder().decode(await readInput(path, limits.noteBytes));
    const { verification, opened } = await openVerified(read, list, {
      identity: identityOf(await text(values.identity)),
      ...(values['log-key'] === undefined ? {} : { logKey: (await text(values['log-key'])).trim() }),
      ...(values.policy === undefined ? {} : { policy: await text(values.policy) }),
    });
    if (opened === undefined) {
      terminal.print(values.json === true ? JSON.stringify({ verification, items: [] }, null, 2) : verificationText(verification).trimEnd()); // prettier-ignore
      terminal.complain('Nothing was opened: a package that is not proven is not shown.');
      return 1;
    }
    if (values.out !== undefined) await writeItems(opened, values.out);
    if (values.json === true) terminal.print(JSON.stringify({ verification, items: listed(opened) }, null, 2));
    else showItems(opened, verificationText(verification), terminal, values.out);
    return 0;
  },
};

/** Never quotes the file, which may hold a secret. */
function identityOf(file: string): string {
  try {
    return identityIn(file);
  } catch (error) {
    if (error instanceof AgeError) throw new BadUsage(`--identity: ${error.message}`);
    throw error;
  }
}

const listed = ({ manifest }: OpenedPackage): readonly object[] => {
  const formats = new Map(manifest.released.files.map(({ name, format }) => [name, format]));
  return manifest.released.items.map((item) => ({ name: itemName(item, formats.get(item.file) ?? 'opaque'), ...item }));
};

function showItems(opened: OpenedPackage, proof: string, { print }: Terminal, out: string | undefined): void {
  const { items } = opened.manifest.released;
  const formats = new Map(opened.manifest.released.files.map(({ name, format }) => [name, format]));
  for (const item of items) {
    print(`${itemName(item, formats.get(item.file) ?? 'opaque')}  ${item.at}  ${item.category}  ${String(item.length).padStart(9)}  ${item.account.value}`); // prettier-ignore
  }
  print(`${items.length} items${out === undefined ? '; --out DIR writes them' : ` written to ${out}`}.\n`);
  print(proof.trimEnd());
}

/** Each in a new file that is not executable and no link: what is there already stops it. @throws BadUsage */
async function writeItems({ manifest, files }: OpenedPackage, out: string): Promise<void> {
  await mkdir(out, { recursive: true, mode: 0o700 });
  for (const { name, format } of manifest.released.files) {
    const source = files.get(name);
    if (source === undefined) throw new Error(`${name} was proven and is not there`);
    for (const item of manifest.released.items.filter(({ file }) => file === name)) {
      const part = sliceOf(source, item.offset, item.offset + item.length);
      await writeNew(join(out, itemName(item, format)), part);
    }
  }
}

async function writeNew(path: string, source: ByteSource): Promise<void> {
  const { O_CREAT, O_EXCL, O_WRONLY, O_NOFOLLOW } = constants;
  const file = await openFile(path, O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW, 0o600).catch((error: unknown) => {
    if (errorCode(error) === 'EEXIST') throw new BadUsage(`${path}: is there already; nothing is written over`);
    throw error;
  });
  try {
    for await (const piece of streamOf(source)) await file.writeFile(piece);
  } finally {
    await file.close();
  }
}
