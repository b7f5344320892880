import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseManifest } from '../../src/evidence/manifest.ts';
import { openVerified } from '../../src/verify/index.ts';
import { reading, walk } from './walk.ts';
import { contentOf } from './whole.ts';

/** Tables and records through a whole hand-over: what is cut out by row is proven, opened and read again like mail. */

const row = (user: string, at: string): object => ({ user, at, note: `of ${user}` });
const rows = [row('phisher@mail.example', '2026-01-02T08:15:00Z'), row('advisor@mail.example', '2026-01-02T08:15:00Z'), row('phisher@mail.example', '2026-01-20T10:00:00+02:00'), row('phisher@mail.example', '2026-03-01T00:00:00Z')]; // prettier-ignore
const har = { log: { version: '1.2', creator: { name: 'a', version: '1' }, pages: [{ title: 'https://private.example/' }], entries: ['https://login-bank.example/a', 'https://private.example/'].map((url) => ({ startedDateTime: '2026-01-05T10:00:00Z', request: { url } })) } }; // prettier-ignore
const text = {
  csv: `user,at,note\r\n${rows.map((each) => Object.values(each).join(',')).join('\r\n')}`,
  json: JSON.stringify(rows, null, 2),
  jsonl: `${rows.map((each) => JSON.stringify(each)).join('\n')}\n`,
  har: JSON.stringify(har, null, 1),
};

test('tables and records are released by row, proven with the seal closed and open, and nobody else’s is in them', async () => {
  const exhibits = Object.values(text).map((each) => Buffer.from(each));
  const { files, identity } = await walk({ exhibits });
  const { verification, opened } = await openVerified(...reading(files), { identity });
  assert.deepEqual(verification.steps.filter(({ ok }) => !ok), []); // prettier-ignore
  assert.ok(opened);
  const manifest = parseManifest(files.get('manifest.json') ?? new Uint8Array());
  assert.deepEqual(manifest?.produced.map(({ format, items }) => `${format} ${items}`), ['csv 4', 'json 4', 'jsonl 4', 'har 2']); // prettier-ignore
  assert.equal(manifest.released.items.length, 2 + 2 + 2 + 1);
  for (const [name, source] of opened.files) {
    const left = Buffer.from(await contentOf(source)).toString();
    assert.doesNotMatch(left, /advisor|private\.example|2026-03/, name);
  }
});

test('an item in a frame that the manifest puts one byte aside is seen', async () => {
  const bent = await walk({
    exhibits: [Buffer.from(text.json)],
    manifest: (m) => ({ ...m, released: { ...m.released, items: m.released.items.map((item, index) => (index === 0 ? { ...item, offset: item.offset - 1 } : item)) } }),
  }); // prettier-ignore
  const { verification } = await openVerified(...reading(bent.files), { identity: bent.identity });
  assert.deepEqual(verification.steps.flatMap((step) => (step.ok ? [] : [step.file])), ['evidence.age']); // prettier-ignore
});
