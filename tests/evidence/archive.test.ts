import assert from 'node:assert/strict';
import { test } from 'node:test';
import yazl from 'yazl';
import { bytesSource } from '../../src/evidence/byte-source.ts';
import { writeZip } from '../../src/evidence/zip-writer.ts';
import { limits } from '../../src/limits.ts';
import { readPackageArchive, verifyPackage, type Verification } from '../../src/verify/index.ts';
import { walk } from './walk.ts';

/** A hand-over as one ZIP file: ours, a stranger's tool's, and those that are made to deceive. */

type Files = ReadonlyMap<string, Uint8Array>;
const { files } = await walk();
const ours = async (of: Files): Promise<Buffer> =>
  Buffer.concat(
    await Array.fromAsync(writeZip([...of].map(([name, bytes]) => ({ name, source: bytesSource(bytes) })))),
  );

async function theirs(fill: (archive: yazl.ZipFile) => void): Promise<Buffer> {
  const archive = new yazl.ZipFile();
  fill(archive);
  archive.end();
  return Buffer.concat((await Array.fromAsync(archive.outputStream)) as Uint8Array[]);
}

const whole = (archive: yazl.ZipFile, of: Files, folder = ''): void => {
  for (const [name, bytes] of of) archive.addBuffer(Buffer.from(bytes), folder + name);
};

const verified = (archive: Uint8Array): Promise<Verification> => {
  const { read, list } = readPackageArchive(bytesSource(archive));
  return verifyPackage(read, list);
};
const firstFault = ({ steps }: Verification): string | undefined => {
  const fault = steps.find((step) => !step.ok);
  return fault && `${fault.code}: ${fault.file}`;
};

test('a package is proven from a ZIP file as from its folder, whoever packed it', async () => {
  const archives = {
    ours: await ours(files),
    theirs: await theirs((archive) => whole(archive, files)),
    'in a folder': await theirs((archive) => whole(archive, files, 'proviso-3f0c6a52/')),
    'with folders named': await theirs((archive) => {
      archive.addEmptyDirectory('log');
      whole(archive, files);
    }),
  };
  for (const [law, archive] of Object.entries(archives)) {
    const answer = await verified(archive);
    assert.equal(answer.ok, true, `${law}: ${firstFault(answer) ?? ''}`);
  }
});

test('what two tools could read otherwise is refused whole', async () => {
  const content = Buffer.from('x');
  const archive = await ours(files);
  const strange: Record<string, Uint8Array> = {
    'data in front': Buffer.concat([Buffer.from('MZ'), archive]),
    'data behind': Buffer.concat([archive, Buffer.from('more')]),
    'two archives': Buffer.concat([archive, archive]),
    'a link': await theirs((to) => {
      whole(to, files);
      to.addBuffer(content, 'more.txt', { mode: 0o120777 });
    }),
    'a name twice': await theirs((to) => {
      whole(to, files);
      to.addBuffer(content, 'order.txt');
    }),
    'a way out': Buffer.from((await theirs((to) => whole(to, new Map(files).set('xx/order.txt', content)))).toString('latin1').replaceAll('xx/', '../'), 'latin1'),
    'a folder': await theirs((to) => whole(to, new Map(files).set('more/order.txt', content))),
    'letters that look alike': await theirs((to) => whole(to, new Map(files).set('оrder.txt', content))),
    'more files than a hand-over has': await theirs((to) => whole(to, new Map([...files, ...Array.from({ length: limits.handOverFiles }, (_, n) => [`a${n}`, content] as const)]))),
    'no archive': Buffer.from('PK\x03\x04 and nothing else'),
    nothing: new Uint8Array(),
  }; // prettier-ignore
  for (const [law, bytes] of Object.entries(strange)) {
    const answer = await verified(bytes);
    assert.equal(answer.ok, false, law);
    assert.ok(answer.steps.every((step) => !step.ok && step.code === 'refused'), `${law}: ${JSON.stringify(answer.steps)}`); // prettier-ignore
  }
});

test('a file that has another name in front of it than in the directory is refused', async () => {
  for (const archive of [await ours(files), await theirs((to) => whole(to, files))]) {
    archive.write('0rder.txt', archive.indexOf('order.txt'), 'latin1');
    assert.ok((await verified(archive)).steps.some((step) => !step.ok && step.code === 'refused' && step.file === 'order.txt')); // prettier-ignore
  }
});

test('a file that inflates beyond its limit is refused, also when the archive lies about its length', async () => {
  const bomb = new Map(files).set('order.txt', Buffer.alloc(limits.handOverTextBytes + 1));
  assert.equal(firstFault(await verified(await theirs((to) => whole(to, bomb)))), 'refused: order.txt');
  const lying = await theirs((to) => whole(to, new Map(files).set('order.txt', Buffer.alloc(5_000_000))));
  const directory = lying.lastIndexOf('order.txt') - 46;
  assert.equal(lying.readUInt32LE(directory), 0x02014b50);
  lying.writeUInt32LE(10, directory + 24);
  const answer = await verified(lying);
  assert.ok(
    answer.steps.some((step) => !step.ok && step.code === 'refused'),
    JSON.stringify(answer.steps),
  );
});

test('any byte of the archive changed is refused, or changes nothing of what is proven', async () => {
  const archive = await ours(files);
  const places = Array.from({ length: archive.length }, (_, at) => at).filter((at) => at % 997 === 0);
  const [start] = [archive.indexOf(Buffer.from([0x50, 0x4b, 1, 2]))];
  for (const at of [...places, ...Array.from({ length: 120 }, (_, index) => start + index)]) {
    const changed = Buffer.from(archive);
    changed[at] = (changed[at] ?? 0) ^ 0x10;
    const answer = await verified(changed);
    if (answer.ok) assert.deepEqual(answer, await verified(archive), `byte ${at}`);
  }
});
