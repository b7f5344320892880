import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import type { FaultCode } from '../../src/evidence/item.ts';
import { matches } from '../../src/evidence/matches.ts';
import { exampleScope, mailbox, site } from './example-case.ts';
import { itemBytes, take } from './whole.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string): ReturnType<typeof take> => take('x', bytes(text));
const from = 'From a@b.example Fri Jan  2 08:15:00 2026\n';
const message = (fields: string, body = 'text\n'): string => `${from}${fields}\n\n${body}\n`;
const inScope = 'From: phisher@mail.example\nDate: Fri, 02 Jan 2026 08:15:00 +0000';

suite('every exhibit is covered by its items exactly, whatever it is', () => {
  const lines = fc.constantFrom(from, 'From: a@b\n', '\n', 'From here on\n', '>From x\n', 'Date: x\n', ' folded\r\n', 'WARC/1.0\r\n', 'Content-Length: 4\r\n', '\r\n', 'text', '\0'); // prettier-ignore
  const made = fc.oneof(fc.array(lines, { maxLength: 30 }).map((parts) => bytes(parts.join(''))), fc.uint8Array({ maxLength: 300 })); // prettier-ignore
  const real = fc.constantFrom(mailbox(), site(), new Uint8Array(gzipSync(site())));
  const mangled = fc.tuple(real, fc.nat(), fc.nat(), fc.uint8Array({ maxLength: 3 })).map(([file, at, cut, put]) => {
    const place = at % file.length;
    return Buffer.concat([file.subarray(0, place), put, file.subarray(place + (cut % 50))]);
  });
  for (const [name, files] of [
    ['made of lines and bytes', made],
    ['a real one, mangled', mangled],
  ] as const) {
    test(name, async () => {
      await fc.assert(
        fc.asyncProperty(files, async (file) => {
          const exhibit = await take('x', file);
          assert.deepEqual(Buffer.concat(await Promise.all(exhibit.items.map((item) => itemBytes(exhibit, item)))), Buffer.from(file));
          assert.deepEqual(exhibit.items.map(({ number }) => number), exhibit.items.map((_, index) => index + 1));
          assert.equal(exhibit.format === 'opaque', exhibit.fault !== undefined);
        }),
        { numRuns: 400 },
      );
    }); // prettier-ignore
  }
});

const opaque: readonly (readonly [law: string, file: Uint8Array | (() => Uint8Array), code: FaultCode])[] = [
  ['nothing at all', bytes(''), 'unrecognised'],
  ['a picture', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'unrecognised'],
  ['a table', bytes('time,colour\n2026,red\n'), 'unrecognised'],
  ['a message that ends inside its header', bytes('From: a@b.example\nSubject: cut'), 'truncated'],
  ['a WARC that ends inside a record', () => site().subarray(0, -5), 'truncated'],
  ['a WARC that ends inside a header', () => site().subarray(0, 40), 'truncated'],
  ['a WARC whose length lies', () => Buffer.from(Buffer.from(site()).toString('latin1').replace(/Content-Length: \d+/, 'Content-Length: 3'), 'latin1'), 'length-mismatch'],
  ['a WARC whose length is absurd', () => Buffer.from(Buffer.from(site()).toString('latin1').replace(/Content-Length: \d+/, 'Content-Length: 99999999999'), 'latin1'), 'truncated'],
  ['a WARC whose length is negative', () => Buffer.from(Buffer.from(site()).toString('latin1').replace(/Content-Length: \d+/, 'Content-Length: -1'), 'latin1'), 'malformed'],
  ['a WARC with two lengths', () => Buffer.from(Buffer.from(site()).toString('latin1').replace(/Content-Length: (\d+)/, 'Content-Length: $1\r\nContent-Length: 0'), 'latin1'), 'malformed'],
  ['a WARC followed by something else', () => Buffer.concat([site(), bytes('more')]), 'malformed'],
  ['a WARC with bare line feeds', bytes('WARC/1.0\nContent-Length: 0\n\n\n\n'), 'malformed'],
  ['a WARC compressed as one piece', () => gzipSync(site()), 'not-per-record'],
  ['a compressed WARC that is cut', () => gzipSync(site()).subarray(0, -9), 'truncated'],
  ['a compressed WARC whose check sum is wrong', () => flipped(gzipSync(site()), -6), 'malformed'],
  ['a WARC with a header of 10 MB', () => bytes(`WARC/1.0\r\nX: ${'a'.repeat(10_000_000)}\r\n\r\n`), 'header-too-long'],
  ['a message with a header of 10 MB', () => bytes(`From: a@b.example\r\nX: ${'a'.repeat(10_000_000)}\r\n\r\n`), 'header-too-long'],
]; // prettier-ignore

suite('what is broken is one opaque exhibit with its fault named, never half-read', () => {
  for (const [law, file, code] of opaque) {
    test(law, async () => {
      const exhibit = await take('x', typeof file === 'function' ? file() : file);
      assert.deepEqual([exhibit.format, exhibit.fault?.code, exhibit.items.length], ['opaque', code, 1]);
      const [item] = exhibit.items;
      assert.deepEqual(item && matches(item, exampleScope), { inScope: false, reasons: ['opaque'] });
    });
  }
});

test('a file that inflates without end is refused at its limit', async () => {
  const bomb = gzipSync(
    Buffer.concat([bytes('WARC/1.0\r\nContent-Length: 600000000\r\n\r\n'), Buffer.alloc(600_000_000)]),
  );
  assert.ok(bomb.length < 1_000_000);
  assert.equal((await take('x', bomb)).fault?.code, 'inflates-too-much');
});

test('a record that differs from its digest is withheld as broken, the others stay readable', async () => {
  const exhibit = await take('x', Buffer.from(Buffer.from(site()).toString('latin1').replace('Bank of Arvenia', 'Bank of Avernia'), 'latin1')); // prettier-ignore
  const faults = exhibit.items.flatMap(({ number, fault }) => (fault ? [[number, fault.code]] : []));
  assert.deepEqual(faults, [[2, 'digest-mismatch']]);
  const [, broken] = exhibit.items;
  assert.deepEqual(broken && matches(broken, exampleScope), { inScope: false, reasons: ['broken-item'] });
});

suite(
  'an mbox is cut at envelopes with all their marks, and a line with some of them makes its message ambiguous',
  () => {
    const cut = async (text: string): Promise<(string | undefined)[]> =>
      (await read(text)).items.map(({ fault }) => fault?.code);
    const cases: readonly (readonly [law: string, text: string, faults: (string | undefined)[]])[] = [
    ['two messages', message(inScope) + message(inScope), [undefined, undefined]],
    ['escaped text', message(inScope, '>From here on\n'), [undefined]],
    ['text that begins with From after an empty line', message(inScope, 'a\n\nFrom here on\n'), ['ambiguous-separator']],
    ['text that begins with From in a paragraph', message(inScope, 'a\nFrom here on\n'), [undefined]],
    ['an envelope without an empty line before it', `${message(inScope).slice(0, -1)}${message(inScope)}`, ['ambiguous-separator']],
    ['an envelope that no header follows', message(inScope, `a\n\n${from}no header\n`), ['ambiguous-separator']],
    ['carriage returns', (message(inScope) + message(inScope)).replaceAll('\n', '\r\n'), [undefined, undefined]],
    ['a zone in the envelope', message(inScope) + message(inScope).replace('08:15:00 2026', '08:15:00 +0000 2026'), [undefined, undefined]],
    ['a second message whose header is broken', message(inScope) + message('Date: x\nno field\n'), [undefined, 'malformed']],
  ]; // prettier-ignore
    for (const [law, text, faults] of cases) test(law, async () => assert.deepEqual(await cut(text), faults));

    test('an ambiguous message is never released, even where its header is in scope', async () => {
      const [item] = (await read(message(inScope, 'a\n\nFrom here on\n'))).items;
      assert.deepEqual(item && matches(item, exampleScope), { inScope: false, reasons: ['broken-item'] });
    });
  },
);

suite('an account counts only where the grammar of mail puts it', () => {
  const accounts = async (fields: string): Promise<readonly string[]> =>
    (await read(`${fields}\nSubject: x\n\n`)).items[0]?.accounts ?? [];
  const cases: readonly (readonly [fields: string, accounts: string[]])[] = [
    ['From: phisher@mail.example', ['phisher@mail.example']],
    ['From: "Care, Customer" <Phisher@Mail.Example>', ['phisher@mail.example']],
    ['To: a@x.example, B <b@y.example>; c@z.example', ['a@x.example', 'b@y.example', 'c@z.example']],
    ['To: friends: a@x.example, b@y.example;', ['a@x.example', 'b@y.example']],
    ['To: undisclosed-recipients:;', []],
    ['To: a@x.example (phisher@mail.example)', ['a@x.example']],
    ['To: (phisher@mail.example)', []],
    ['To: "phisher@mail.example"', []],
    ['To: "phisher@mail.example" <a@x.example>', ['a@x.example']],
    ['To: phisher@mail.example <a@x.example>', ['a@x.example']],
    ['To: see phisher@mail.example for more', []],
    ['To: =?utf-8?q?<phisher@mail.example>?=', []],
    ['To: =?utf-8?b?PHBoaXNoZXJAbWFpbC5leGFtcGxlPg==?=', []],
    ['To: "a\\"b" <a@x.example>', ['a@x.example']],
    ['To: "unclosed <phisher@mail.example>', []],
    ['To: <<phisher@mail.example>', []],
    ['To: <a@x.example> <phisher@mail.example>', []],
    ['To: "a b"@mail.example', []],
    ['To: post@müller.example', ['post@xn--mller-kva.example']],
    ['To: folded\n <a@x.example>', ['a@x.example']],
    ['Reply-To: phisher@mail.example', []],
    ['X-Mentioned: phisher@mail.example', []],
    ['Delivered-To: phisher@mail.example', ['phisher@mail.example']],
    ['Bcc: phisher@mail.example', ['phisher@mail.example']],
  ];
  for (const [fields, expected] of cases) test(fields, async () => assert.deepEqual(await accounts(fields), expected));
});

suite('an instant counts only where it is one', () => {
  const at = async (fields: string): Promise<string | undefined> =>
    (await read(`${fields}\nSubject: x\n\n`)).items[0]?.at;
  const cases: readonly (readonly [fields: string, at: string | undefined])[] = [
    ['Date: Fri, 02 Jan 2026 08:15:00 +0000', '2026-01-02T08:15:00.000Z'],
    ['Date: 2 Jan 2026 08:15 -0530 (home)', '2026-01-02T13:45:00.000Z'],
    ['Date: Fri, 02 Jan 2026 08:15:00 GMT', '2026-01-02T08:15:00.000Z'],
    ['Date: Fri, 02 Jan 2026 23:15:00 EST', '2026-01-03T04:15:00.000Z'],
    ['Date: Wed, 31 Dec 2025 23:59:60 +0000', '2025-12-31T23:59:59.000Z'],
    ['Date: Fri, 02 Jan 2026 08:15:00', undefined],
    ['Date: Fri, 02 Jan 2026 08:15:00 CET', undefined],
    ['Date: Fri, 02 Jan 2026 08:15:00 A', undefined],
    ['Date: Mon, 02 Jan 2026 08:15:00 +0000', undefined],
    ['Date: 30 Feb 2026 08:15:00 +0000', undefined],
    ['Date: 2 Jan 26 08:15:00 +0000', undefined],
    ['Date: 2 Jan 9999 08:15:00 +0000', undefined],
    ['Date: 2 Jan 0000 08:15:00 +0000', undefined],
    ['Date: 2026-01-02T08:15:00Z', undefined],
    ['Date: Fri, 02 Jan 2026 08:15:00 +0000\nDate: Fri, 02 Jan 2026 08:15:00 +0000', undefined],
    ['Date: Fri, 02 Jan 2026 08:15:00 +2400', undefined],
    ['Date: Fri, 02 Jan 2026 24:15:00 +0000', undefined],
  ];
  for (const [fields, expected] of cases) test(fields, async () => assert.equal(await at(fields), expected));
});

test('a title is one line without controls or direction overrides', async () => {
  const [item] = (await read('Subject: =?utf-8?b?YQriga5iIG1vYy5lbGlm?=\nFrom: a@b.example\n\n')).items;
  assert.doesNotMatch(item?.title ?? '\n', /[\n\u202a-\u202e\u2066-\u2069]/);
});

function flipped(file: Uint8Array, at: number): Uint8Array {
  const copy = Uint8Array.from(file);
  const place = (at + copy.length) % copy.length;
  copy[place] = (copy[place] ?? 0) ^ 1;
  return copy;
}
