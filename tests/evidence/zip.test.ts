import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import fc from 'fast-check';
import yazl from 'yazl';
import { bytesSource } from '../../src/evidence/byte-source.ts';
import { writeZip } from '../../src/evidence/zip-writer.ts';
import { checked, openZip, type NamedBytes } from '../../src/evidence/zip.ts';

const zip = async (files: readonly NamedBytes[]): Promise<Buffer> =>
  Buffer.concat(
    await Array.fromAsync(writeZip(files.map(({ name, bytes }) => ({ name, source: bytesSource(bytes) })))),
  );
const most = 1_000_000;

async function readZip(archive: Uint8Array, limit: number): Promise<NamedBytes[]> {
  const entries = await openZip(bytesSource(archive), limit);
  return Promise.all(
    entries.map(async (entry) => ({ name: entry.name, bytes: Buffer.concat(await Array.fromAsync(checked(entry))) })),
  );
}

/** An archive as a stranger may make it. */
async function strange(make: (archive: yazl.ZipFile) => void): Promise<Buffer> {
  const archive = new yazl.ZipFile();
  make(archive);
  archive.end();
  return Buffer.concat(await Array.fromAsync(archive.outputStream as AsyncIterable<Buffer>));
}

test('an archive gives back what was put in, and the same content gives the same bytes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 2000 }), { maxLength: 5 }), async (contents) => {
      const files = contents.map((bytes, index) => ({ name: `exhibit-0${index}.mbox`, bytes }));
      const archive = await zip(files);
      assert.deepEqual(archive, await zip(files));
      const read = await readZip(archive, most);
      assert.deepEqual(read.map(({ name, bytes }) => [name, Buffer.from(bytes)]), files.map(({ name, bytes }) => [name, Buffer.from(bytes)])); // prettier-ignore
    }),
    { numRuns: 50 },
  );
});

test('the bytes do not depend on the time zone of who writes them', () => {
  const program = `
    import { writeZip } from ${JSON.stringify(new URL('../../src/evidence/zip-writer.ts', import.meta.url).href)};
    import { bytesSource } from ${JSON.stringify(new URL('../../src/evidence/byte-source.ts', import.meta.url).href)};
    const parts = await Array.fromAsync(writeZip([{ name: 'a.mbox', source: bytesSource(Buffer.from('a')) }]));
    process.stdout.write(Buffer.concat(parts).toString('hex'));`;
  const [here, there] = ['Pacific/Auckland', 'America/Los_Angeles'].map((TZ) =>
    execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8', env: { ...process.env, TZ } }),
  ); // prettier-ignore
  assert.equal(here, there);
});

test('paths, folders, links and names that stand twice are refused', async () => {
  const content = Buffer.from('x');
  const archives: Record<string, Buffer> = {
    path: await strange((archive) => archive.addBuffer(content, 'a/b.mbox')),
    folder: await strange((archive) => archive.addEmptyDirectory('a')),
    link: await strange((archive) => archive.addBuffer(content, 'a.mbox', { mode: 0o120777 })),
    twice: await strange((archive) => {
      archive.addBuffer(content, 'a.mbox');
      archive.addBuffer(content, 'a.mbox');
    }),
    out: Buffer.from((await strange((archive) => archive.addBuffer(content, 'xx/a.mbox'))).toString('latin1').replaceAll('xx/', '../'), 'latin1'),
    many: await strange((archive) => {
      for (let n = 0; n < 65; n += 1) archive.addBuffer(content, `a${n}.mbox`);
    }),
    letters: await strange((archive) => archive.addBuffer(content, 'Ä.mbox')),
  }; // prettier-ignore
  for (const [law, archive] of Object.entries(archives)) await assert.rejects(readZip(archive, most), { name: 'ZipError' }, law); // prettier-ignore
});

test('a bomb is refused before it is inflated, and a false length while it is', async () => {
  const bomb = await strange((archive) => archive.addBuffer(Buffer.alloc(5_000_000), 'a.mbox'));
  await assert.rejects(readZip(bomb, most), /larger than 1000000/);
  const lying = Buffer.from(bomb);
  const directory = lying.lastIndexOf('PK\x01\x02', lying.length, 'latin1');
  lying.writeUInt32LE(10, directory + 24);
  await assert.rejects(readZip(lying, most), { name: 'ZipError' });
});

test('any byte changed or cut is refused, or changes nothing of what is read', async () => {
  const files = [{ name: 'a.mbox', bytes: Buffer.from('some evidence, some more evidence') }];
  const archive = await zip(files);
  for (let at = 0; at < archive.length; at += 1) {
    const changed = Buffer.from(archive);
    changed[at] = (changed[at] ?? 0) ^ 0x10;
    const read = await readZip(changed, most).catch(() => undefined);
    if (read === undefined) continue;
    assert.ok(read.every(({ bytes }) => files[0]?.bytes.equals(bytes)), `byte ${at}`); // prettier-ignore
  }
  for (let length = 0; length < archive.length; length += 1) {
    await assert.rejects(readZip(archive.subarray(0, length), most), { name: 'ZipError' }, `${length} bytes`);
  }
});
