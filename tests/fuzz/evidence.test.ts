import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { sha256Hex } from '../../src/canonical.ts';
import { AgeError } from '../../src/evidence/age/age-error.ts';
import { armour, unarmour } from '../../src/evidence/age/armour.ts';
import { decryptBytes } from '../../src/evidence/age/decrypt.ts';
import { openedSource } from '../../src/evidence/age/opened-source.ts';
import { bytesSource, type ByteSource } from '../../src/evidence/byte-source.ts';
import { CustodyError, splitCustody, verifyCustody } from '../../src/evidence/custody.ts';
import { fileNames } from '../../src/evidence/hand-over-files.ts';
import { intake } from '../../src/evidence/intake.ts';
import { encodeManifest, parseManifest } from '../../src/evidence/manifest.ts';
import { parseRegister } from '../../src/evidence/register.ts';
import { writeZip } from '../../src/evidence/zip-writer.ts';
import { checked, openZip, ZipError } from '../../src/evidence/zip.ts';
import { verifyPackage } from '../../src/verify/index.ts';
import { mailbox, site } from '../evidence/example-case.ts';
import { walk } from '../evidence/walk.ts';
import { contentOf } from '../evidence/whole.ts';
import { mutate, sequence } from './mutate.ts';

/**
 * Broken files for every parser of evidence: each is read or refused as its parser says, never half, never with another
 * error. `PROVISO_LONG=1` goes on for ten minutes in all, from a seed that is printed; a file that fails is kept in
 * `corpus/`, and everything in there is read again each time.
 */

const long = process.env['PROVISO_LONG'] === '1';
const corpus = join(import.meta.dirname, 'corpus');
const whole = await walk();
const text = (value: string): Uint8Array => Buffer.from(value);
const document = (name: string): Uint8Array => whole.files.get(name) ?? assert.fail(name);
const zipped = Buffer.concat(await Array.fromAsync(writeZip([{ name: 'mailbox.mbox', source: bytesSource(mailbox()) }, { name: 'site.warc', source: bytesSource(site()) }]))); // prettier-ignore
const har = JSON.stringify({ log: { version: '1.2', creator: { name: 'x', version: '1' }, entries: [1, 2].map((n) => ({ startedDateTime: `2026-01-0${n}T10:00:00.000Z`, time: 1, request: { method: 'GET', url: `https://login-bank.example/${n}`, headers: [] }, response: { status: 200, headers: [], content: { size: 0, mimeType: 'text/html' } }, timings: {} })) } }); // prettier-ignore
const csv = 'time,account,subject\n2026-01-02T08:15:00Z,phisher@mail.example,"a, ""b""\nc"\n2026-03-02T08:15:00Z,other@mail.example,d\n'; // prettier-ignore
const rows = [1, 2, 3].map((n) => JSON.stringify({ time: `2026-01-0${n}T08:00:00Z`, account: 'phisher@mail.example', n })); // prettier-ignore

/** Bytes are an exhibit, whatever they are: its items lie in it one after the other, and an opaque one says why. */
async function takesExhibit(bytes: Uint8Array): Promise<void> {
  const { items, source, format, sha256, fault } = await intake('x', bytesSource(bytes));
  assert.equal(sha256, sha256Hex(bytes));
  assert.equal(format === 'opaque', fault !== undefined);
  let end = 0;
  for (const [index, item] of items.entries()) {
    assert.equal(item.number, index + 1);
    assert.ok(item.offset >= end && item.offset + item.length <= source.size, `item ${item.number} lies elsewhere`);
    assert.equal(item.sha256, sha256Hex(bytes.subarray(item.offset, item.offset + item.length)));
    assert.ok(
      /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(item.at ?? '2026-01-01T00:00:00.000Z'),
      `at ${item.at ?? ''}`,
    );
    assert.ok(!/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u.test(item.title ?? ''), 'a title with controls');
    end = item.offset + item.length;
  }
}

/** A wrong file is refused with an error of this kind. */
async function refuses(read: () => unknown, ...kinds: readonly (new (...of: never) => Error)[]): Promise<void> {
  try {
    await read();
  } catch (error) {
    if (!kinds.some((kind) => error instanceof kind)) throw error;
  }
}

async function readsZip(bytes: Uint8Array): Promise<void> {
  await refuses(async () => {
    for (const entry of await openZip(bytesSource(bytes), 2_000_000)) {
      assert.match(entry.name, /^[a-z0-9][a-z0-9.-]{0,79}$/);
      await Array.fromAsync(checked(entry));
    }
  }, ZipError);
}

/** A package with one file broken is never proven, unless the file is what it was. */
async function checksPackage(bytes: Uint8Array): Promise<void> {
  const names = [fileNames.manifest, fileNames.custody, fileNames.sealed, fileNames.register, 'log/release.tlog-proof'];
  const name = names[bytes.length % names.length] ?? fileNames.manifest;
  const read = (of: string): Promise<ByteSource | undefined> => {
    const found = of === name ? bytes : whole.files.get(of);
    return Promise.resolve(found && bytesSource(found));
  };
  const { ok } = await verifyPackage(read, () => Promise.resolve([...whole.files.keys()]));
  assert.equal(ok, Buffer.from(bytes).equals(document(name)), `${name} was changed`);
}

type Parser = Readonly<{ seeds: readonly Uint8Array[]; read: (bytes: Uint8Array) => Promise<void>; short: number }>;
const armoured = Buffer.concat(await Array.fromAsync(armour([document(fileNames.sealed)])));
const parsers: Readonly<Record<string, Parser>> = {
  mbox: { seeds: [mailbox()], read: takesExhibit, short: 150 },
  eml: { seeds: [mailbox().subarray(mailbox().indexOf(10) + 1), text('From: a@b.example\r\nDate: Fri, 2 Jan 2026 08:15:00 +0000\r\n\r\nx')], read: takesExhibit, short: 150 },
  warc: { seeds: [site()], read: takesExhibit, short: 150 },
  'warc-gz': { seeds: [gzipSync(site()), gzipSync(text('WARC/1.0\r\nContent-Length: 1\r\n\r\nx\r\n\r\n'))], read: takesExhibit, short: 100 },
  har: { seeds: [text(har)], read: takesExhibit, short: 150 },
  csv: { seeds: [text(csv)], read: takesExhibit, short: 150 },
  json: { seeds: [text(`[${rows.join(',')}]`), text(rows.join('\n'))], read: takesExhibit, short: 150 },
  'zip-of-evidence': { seeds: [zipped], read: takesExhibit, short: 100 },
  zip: { seeds: [zipped], read: readsZip, short: 150 },
  age: { seeds: [document(fileNames.sealed)], read: (bytes) => refuses(() => decryptBytes(bytes, [whole.identity]), AgeError), short: 100 },
  'age-at-any-place': { seeds: [document(fileNames.sealed)], read: (bytes) => refuses(async () => contentOf(await openedSource(bytesSource(bytes), [whole.identity])), AgeError), short: 100 },
  armour: { seeds: [armoured], read: (bytes) => refuses(() => Array.fromAsync(unarmour([bytes])), AgeError), short: 100 },
  custody: { seeds: [document(fileNames.custody)], read: (bytes) => refuses(() => verifyCustody('3f0c6a52-6f55-4a3f-8d8a-0f6f3f0a7d11', splitCustody(bytes), []), CustodyError), short: 150 },
  manifest: { seeds: [document(fileNames.manifest)], read: (bytes) => {
    const manifest = parseManifest(bytes);
    if (manifest !== undefined) assert.deepEqual(Buffer.from(encodeManifest(manifest)), Buffer.from(bytes));
    return Promise.resolve();
  }, short: 100 },
  register: { seeds: [document(fileNames.register)], read: (bytes) => Promise.resolve(void parseRegister(bytes)), short: 100 },
  package: { seeds: [document(fileNames.manifest), document(fileNames.custody), document(fileNames.sealed)], read: checksPackage, short: 12 },
}; // prettier-ignore

const seed = long ? Number(process.env['PROVISO_SEED'] ?? Date.now() % 1_000_000_000) : 1;
const names = Object.keys(parsers);
const until = (): number => (long ? Date.now() + 600_000 / names.length : Infinity);

void suite(`broken files, from seed ${seed}`, () => {
  for (const name of names)
    test(`whatever is done to it, ${name} is read or refused, and nothing else happens`, async (context) => {
      const { seeds, read, short } = parsers[name] ?? assert.fail();
      for (const file of readdirSync(corpus).filter((each) => each.startsWith(`${name}-`)))
        await read(new Uint8Array(readFileSync(join(corpus, file))));
      const random = sequence(seed);
      const end = until();
      let tried = 0;
      for (; long ? Date.now() < end : tried < short; tried += 1) {
        const bytes = mutate(seeds, random);
        await read(bytes).catch((error: unknown) => {
          mkdirSync(corpus, { recursive: true });
          const kept = `${name}-${sha256Hex(bytes).slice(0, 16)}`;
          writeFileSync(join(corpus, kept), bytes);
          throw new Error(`corpus/${kept} fails`, { cause: error });
        });
      }
      context.diagnostic(`${tried} files`);
    });
});

test('the fuzzer finds a parser that is wrong', async () => {
  const careless = (bytes: Uint8Array): Promise<void> =>
    Buffer.from(bytes).includes('\0') ? Promise.reject(new TypeError('half-parsed')) : Promise.resolve();
  const random = sequence(1);
  const failed = [];
  for (let tries = 0; tries < 300; tries += 1) await careless(mutate([mailbox()], random)).catch(() => failed.push(1));
  assert.ok(failed.length > 3);
  await assert.rejects(
    refuses(() => Promise.reject(new TypeError('x')), ZipError),
    TypeError,
  );
});
