import { open, stat } from 'node:fs/promises';
import { fileSource } from '../evidence/file-source.ts';
import { identityIn } from '../evidence/age/identity.ts';
import { limits } from '../limits.ts';
import {
  checkProof,
  checkTime,
  proofText,
  readPackageArchive,
  readPackageDirectory,
  timeText,
  verificationText,
  verifyPackage,
  type PackageFiles,
} from '../verify/index.ts';
import { BadUsage, readWords, type Command } from './command.ts';
import { readInput } from './files.ts';

const options = {
  json: { type: 'boolean' },
  identity: { type: 'string' },
  leaf: { type: 'string' },
  'log-key': { type: 'string' },
  policy: { type: 'string' },
} as const;

/** Exit 0: proven in every step; 1: not, and the step and file are named. docs/spec/hand-over.md */
export const verify: Command = {
  usage: 'verify PACKAGE|PROOF|TIME [--identity FILE] [--leaf FILE] [--log-key FILE] [--policy FILE] [--json]',
  does: 'checks a hand-over (folder or ZIP), or one .tlog-proof or .time with its leaf, offline: who asked, who authorised, what, when, unchanged, logged',
  run: async (words, { print }) => {
    const { values, names } = readWords(words, options, { least: 1, most: 1 });
    const [path = ''] = names;
    const trusted = {
      ...(values['log-key'] === undefined ? {} : { logKey: (await textOf(values['log-key'])).trim() }),
      ...(values.policy === undefined ? {} : { policy: await textOf(values.policy) }),
    };
    if (await beginsWith(path, 'c2sp.org/tlog-proof@')) {
      const proof = await readInput(path, 2 * limits.noteBytes);
      const leaf = values.leaf === undefined ? {} : { leaf: await readInput(values.leaf, limits.leafBytes) };
      const answer = await checkProof({ proof, ...leaf, ...trusted });
      print(values.json === true ? JSON.stringify(answer, null, 2) : proofText(answer).trimEnd());
      return answer.ok ? 0 : 1;
    }
    if ((await beginsWith(path, '{"earlier":{')) || (await beginsWith(path, '{"format":"proviso-time/1"'))) {
      const time = await readInput(path, limits.bracketBytes);
      const leaf = values.leaf === undefined ? {} : { leaf: await readInput(values.leaf, limits.leafBytes) };
      const answer = await checkTime({ time, ...leaf, ...trusted });
      print(values.json === true ? JSON.stringify(answer, null, 2) : timeText(answer).trimEnd());
      return answer.ok ? 0 : 1;
    }
    const { read, list } = await openPackage(path);
    const identity = values.identity === undefined ? {} : { identity: identityIn(await textOf(values.identity)) };
    const verification = await verifyPackage(read, list, { ...identity, ...trusted });
    print(values.json === true ? JSON.stringify(verification, null, 2) : verificationText(verification).trimEnd());
    return verification.ok ? 0 : 1;
  },
};

/** A package as it lies on the disk: a folder, or one ZIP file. @throws BadUsage for what is neither */
export async function openPackage(path: string): Promise<PackageFiles> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory() === true) return readPackageDirectory(path);
  if (await beginsWith(path, 'PK')) return readPackageArchive(await fileSource(path));
  throw new BadUsage(
    `${path}: neither the folder nor the ZIP file of a hand-over, nor a .tlog-proof or .time of a leaf`,
  );
}

const textOf = async (path: string): Promise<string> =>
  new TextDecoder().decode(await readInput(path, limits.noteBytes));

async function beginsWith(path: string, text: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile() !== true) return false;
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(text.length), 0, text.length, 0);
    return buffer.toString('latin1', 0, bytesRead) === text;
  } finally {
    await file.close();
  }
}
