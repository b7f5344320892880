import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { suite, test } from 'node:test';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import type { Exhibit, FaultCode } from '../../src/evidence/item.ts';
import { matches } from '../../src/evidence/matches.ts';
import { minimise } from '../../src/evidence/minimise.ts';
import type { Scope } from '../../src/request/scope.ts';
import { contentOf, itemBytes, take } from './whole.ts';

/** Tables and records: by row and by entry, and only where a row says whose it is and when. */

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string): Promise<Exhibit> => take('x', bytes(text));
const scope: Scope = {
  targets: [
    { kind: 'email', value: 'phisher@mail.example' },
    { kind: 'phone', value: '15551234567' },
    { kind: 'ip', value: '2001:db8::1' },
    { kind: 'url', value: 'https://login-bank.example/' },
  ],
  dataCategories: ['content', 'traffic'],
  period: { from: '2026-01-01T00:00:00.000Z', until: '2026-02-01T00:00:00.000Z' },
};
const seed = new Uint8Array(32).fill(1);
const verdicts = ({ items }: Exhibit): string[] =>
  items.map((item) => {
    const match = matches(item, scope);
    return match.inScope ? `${match.at} ${match.account.value}` : match.reasons.join();
  });
const released = async (exhibit: Exhibit): Promise<string> => {
  const { files } = await minimise([exhibit], scope, seed);
  return Buffer.from(await contentOf(files[0]?.source ?? { size: 0, read: () => Promise.resolve(new Uint8Array()) })).toString(); // prettier-ignore
};

const table = `User ID,Event-Time,note
phisher@mail.example,2026-01-02T08:15:00Z,"a ""quoted"", note
in two lines"
someone@mail.example,2026-01-02T08:15:00Z,theirs
PHISHER@Mail.Example,2026-01-31T23:30:00-01:00,after the end in UTC
phisher@mail.example,2026-01-03 10:00:00+01:00,
phisher@mail.example,2026-01-02T08:15:00,no zone
phisher@mail.example,2026-02-30T08:15:00Z,no such day
,2026-01-02T08:15:00Z,nobody
`;

test('a table is cut by rows: what is attributed to account and period leaves, with the header row, byte for byte', async () => {
  const exhibit = await read(table);
  assert.equal(exhibit.format, 'csv');
  assert.deepEqual(verdicts(exhibit), ['2026-01-02T08:15:00.000Z phisher@mail.example', 'other-account', 'outside-period', '2026-01-03T09:00:00.000Z phisher@mail.example', 'no-date', 'no-date', 'no-account']); // prettier-ignore
  const rows = await Promise.all([0, 3].map(async (index) => Buffer.from(await itemBytes(exhibit, exhibit.items[index] ?? assert.fail())).toString())); // prettier-ignore
  assert.equal(await released(exhibit), `User ID,Event-Time,note\n${rows.join('')}`);
  assert.equal(rows[1], 'phisher@mail.example,2026-01-03 10:00:00+01:00,\n');
});

const lists = {
  json: ' [ {"user":"phisher@mail.example","at":"2026-01-02T08:15:00Z","n":1} ,\n{"user":"someone@mail.example","at":"2026-01-02T08:15:00Z"},{"phone":"+1 (555) 123-4567","at":"2026-01-05T00:00:00Z","data_category":"traffic"},{"ip":"2001:DB8::1","at":"2026-01-05T00:00:00Z","data_category":"weather"}]\n',
  jsonl: '{"user":"phisher@mail.example","at":"2026-01-02T08:15:00Z","n":1}\n{"user":"someone@mail.example","at":"2026-01-02T08:15:00Z"}\n{"phone":"+1 (555) 123-4567","at":"2026-01-05T00:00:00Z","data_category":"traffic"}\n{"ip":"2001:DB8::1","at":"2026-01-05T00:00:00Z","data_category":"weather"}',
}; // prettier-ignore

for (const [format, text] of Object.entries(lists)) {
  test(`${format} is cut by rows; numbers and addresses of machines count, and a category that is none is in no order`, async () => {
    const exhibit = await read(text);
    assert.equal(exhibit.format, format);
    assert.deepEqual(verdicts(exhibit), ['2026-01-02T08:15:00.000Z phisher@mail.example', 'other-account', '2026-01-05T00:00:00.000Z 15551234567', 'other-category']); // prettier-ignore
    const left = await released(exhibit);
    assert.ok(!left.includes('someone') && left.includes('"n":1'));
    assert.deepEqual(
      verdicts(await read(left)),
      verdicts(exhibit).filter((verdict) => verdict.includes(' ')),
    );
  });
}

const entry = (url: string, at: string): string =>
  `{"startedDateTime":"${at}","time":1,"request":{"method":"GET","url":"${url}","httpVersion":"HTTP/1.1","cookies":[],"headers":[{"name":"x","value":"]}\\"{["}],"queryString":[],"headersSize":-1,"bodySize":0},"response":{"status":200,"statusText":"OK","httpVersion":"HTTP/1.1","cookies":[],"headers":[],"content":{"size":0,"mimeType":"text/html"},"redirectURL":"","headersSize":-1,"bodySize":0},"cache":{},"timings":{"send":0,"wait":1,"receive":0}}`;
const har = (...entries: readonly string[]): string =>
  `{"log":{"version":"1.2","creator":{"name":"a","version":"1"},"pages":[{"startedDateTime":"2026-01-02T00:00:00Z","id":"p","title":"https://private.example/","pageTimings":{}}],"entries":[${entries.join(' , ')}],"comment":"more"}}`;

test('HAR is cut by entries; what stood around them stays, and what leaves is HAR again', async () => {
  const exhibit = await read(har(entry('https://login-bank.example/a', '2026-01-02T08:15:00.123+01:00'), entry('https://other.example/', '2026-01-02T08:15:00Z'), entry('https://login-bank.example/b', '2026-01-04T08:15:00Z'))); // prettier-ignore
  assert.equal(exhibit.format, 'har');
  assert.deepEqual(verdicts(exhibit), ['2026-01-02T07:15:00.123Z https://login-bank.example/', 'other-account', '2026-01-04T08:15:00.000Z https://login-bank.example/']); // prettier-ignore
  const left = await released(exhibit);
  assert.ok(!left.includes('private.example') && !left.includes('other.example'));
  const load = createRequire(import.meta.url);
  const ajv = new Ajv({ validateFormats: false, strict: false });
  ajv.addMetaSchema(load('ajv/dist/refs/json-schema-draft-06.json') as object);
  for (const schema of Object.values(load('har-schema') as Record<string, object>)) ajv.addSchema(schema);
  assert.equal(ajv.validate('har.json#', JSON.parse(left)), true, JSON.stringify(ajv.errors));
  assert.equal((await read(left)).items.length, 2);
});

const broken: readonly (readonly [law: string, text: string, code: FaultCode])[] = [
  ['a row with a field too few', 'user,at\na,2026-01-01T00:00:00Z\nb\n', 'malformed'],
  ['a quote that does not end', 'user,at\n"a,2026-01-01T00:00:00Z\n', 'truncated'],
  ['a quote inside a field', 'user,at\na"b,2026-01-01T00:00:00Z\n', 'malformed'],
  ['two kinds of line ends', 'user,at\r\na,2026-01-01T00:00:00Z\nb,2026-01-01T00:00:00Z\r\n', 'malformed'],
  ['a NUL in a cell', 'user,at\na\0,2026-01-01T00:00:00Z\n', 'malformed'],
  ['a row longer than its limit', `user,at\n${'a'.repeat(300_000)},2026-01-01T00:00:00Z\n`, 'malformed'],
  ['a header row alone', 'user,at\n', 'malformed'],
  ['two columns for the instant', 'user,at,date\na,2026-01-01T00:00:00Z,2026-01-01T00:00:00Z\n', 'unrecognised'],
  ['two columns of one name', 'user,User,at\na,b,2026-01-01T00:00:00Z\n', 'unrecognised'],
  ['columns that say nothing', 'colour,size\nred,2\n', 'unrecognised'],
  ['a list that ends early', '[{"user":"a","at":"2026-01-01T00:00:00Z"},', 'truncated'],
  ['a list with something behind it', '[{"user":"a"}] x', 'malformed'],
  ['a list without commas', '[{"user":"a"} {"user":"b"}]', 'malformed'],
  ['a list of numbers', '[1,2]', 'malformed'],
  ['an empty list', '[]', 'malformed'],
  ['a key that stands twice', '[{"user":"a","user":"b","at":"2026-01-01T00:00:00Z"}]', 'malformed'],
  ['nesting without end', `[{"a":${'['.repeat(100)}${']'.repeat(100)}}]`, 'malformed'],
  ['a broken line of JSON Lines', '{"user":"a","at":"2026-01-01T00:00:00Z"}\n{"user":\n', 'malformed'],
  ['an empty line in JSON Lines', '{"user":"a","at":"2026-01-01T00:00:00Z"}\n\n', 'malformed'],
  ['a HAR without entries', '{"log":{"version":"1.2"}}', 'malformed'],
  ['a HAR with two lists of entries', '{"log":{"entries":[],"entries":[]}}', 'malformed'],
  ['a HAR whose entries are empty', '{"log":{"entries":[]}}', 'malformed'],
  ['a HAR that is cut', har(entry('https://a.example/', '2026-01-02T08:15:00Z')).slice(0, -200), 'truncated'],
  ['a HAR entry without a URL', '{"log":{"entries":[{"startedDateTime":"2026-01-02T08:15:00Z"}]}}', 'malformed'],
  ['files in a ZIP archive', 'PK\x03\x04\x14\0\0\0', 'archive'],
]; // prettier-ignore

suite('broken ones are opaque, with the fault named', () => {
  for (const [law, text, code] of broken) {
    test(law, async () => {
      const exhibit = await read(text);
      assert.deepEqual([exhibit.format, exhibit.fault?.code], ['opaque', code], exhibit.fault?.message ?? '');
      assert.equal(exhibit.items.length, 1);
    });
  }
  test('bytes that are no text', async () => {
    const exhibit = await take('x', Buffer.from([...bytes('user,at\n'), 0xff, 0xfe, ...bytes(',2026-01-01T00:00:00Z\n')])); // prettier-ignore
    assert.deepEqual([exhibit.format, exhibit.fault?.code], ['opaque', 'malformed']);
  });
});

test('whatever is cut out of rows is read again as the same rows, and is nobody else’s', async () => {
  const user = fc.constantFrom('phisher@mail.example', 'someone@mail.example', '', '"', 'ä, b', 'x\ny');
  const at = fc.constantFrom('2026-01-02T08:15:00Z', '2025-01-02T08:15:00Z', '2026-01-02', '0000-01-01T00:00:00+14:00', '9999-12-31T23:59:59-14:00'); // prettier-ignore
  const rows = fc.array(fc.record({ user, at, note: fc.string({ unit: 'grapheme', maxLength: 8 }) }), { minLength: 1, maxLength: 12 }); // prettier-ignore
  const cell = (text: string): string => `"${text.replaceAll('"', '""').replaceAll('\0', '')}"`;
  await fc.assert(
    fc.asyncProperty(rows, fc.constantFrom('csv', 'json', 'jsonl'), async (made, format) => {
      const text = {
        csv: ['user,at,note', ...made.map((row) => [row.user, row.at, row.note].map(cell).join(','))].join('\n'),
        json: JSON.stringify(made),
        jsonl: made.map((row) => JSON.stringify(row)).join('\n'),
      }[format];
      const exhibit = await read(text);
      assert.equal(exhibit.format, format, exhibit.fault?.message ?? '');
      assert.equal(exhibit.items.length, made.length);
      const inside = verdicts(exhibit).filter((verdict) => verdict.includes(' '));
      assert.equal(inside.length, made.filter((row) => row.user === 'phisher@mail.example' && row.at === '2026-01-02T08:15:00Z').length); // prettier-ignore
      if (inside.length > 0) assert.deepEqual(verdicts(await read(await released(exhibit))), inside);
    }),
    { numRuns: 150 },
  );
});

test('any bytes are rows or one opaque exhibit, never a crash', async () => {
  const parts = fc.constantFrom('user,at\n', '[', '{', '"user"', ':', ',', '"a"', '}', ']', '\n', '{"log":{"entries":[', '"', '\\', '2026-01-01T00:00:00Z', ' ', '\0', 'é'); // prettier-ignore
  await fc.assert(
    fc.asyncProperty(fc.array(parts, { maxLength: 25 }), async (made) => {
      const exhibit = await read(made.join(''));
      assert.equal(exhibit.format === 'opaque', exhibit.fault !== undefined);
    }),
    { numRuns: 500 },
  );
});
