import assert from 'node:assert/strict';
import { writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { XmlDocument } from 'libxml2-wasm';
import { limits } from '../../src/limits.ts';
import { errorLines } from '../../src/wire/field-error.ts';
import { parseOptions, readXml } from '../../src/wire/xml.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const faultOf = (document: string | Uint8Array): string => {
  const result = readXml(typeof document === 'string' ? bytes(document) : document);
  assert.ok(!result.ok, 'it was let in');
  return errorLines(result.errors).join('\n');
};

const laughs = Array.from({ length: 12 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('');

const refusals: readonly (readonly [law: string, document: string | Uint8Array, said: RegExp])[] = [
  ['a document type', '<!DOCTYPE a><a/>', /without a document type/],
  ['an external entity', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', /document type/],
  ['an external document type', '<!DOCTYPE a SYSTEM "http://127.0.0.1/x.dtd"><a/>', /document type/],
  ['a parameter entity', '<!DOCTYPE a [<!ENTITY % p SYSTEM "http://127.0.0.1/p">%p;]><a/>', /document type/],
  ['a billion laughs', `<!DOCTYPE a [<!ENTITY l0 "lol">${laughs}]><a>&l12;</a>`, /document type/],
  ['an entity that nobody declared', '<a>&nbsp;</a>', /well-formed/],
  ['a processing instruction', '<?xml-stylesheet href="x.xsl"?><a/>', /processing instructions/],
  ['a processing instruction inside', '<a><?php 1?></a>', /processing instructions/],
  ['a comment inside a value', '<a>admin<!-- -->@mail.example</a>', /without comments inside/],
  ['text beside elements', '<a>x<b/></a>', /either elements or text/],
  ['an attribute twice', '<a x="1" x="2"/>', /well-formed/],
  ['a prefix without a namespace', '<x:a/>', /well-formed/],
  ['XML 1.1', '<?xml version="1.1"?><a/>', /well-formed/],
  ['two roots', '<a/><b/>', /line 1, column 5.*well-formed/],
  ['UTF-16', Buffer.from('\uFEFF<a/>', 'utf16le'), /UTF-8/],
  ['Latin-1', '<?xml version="1.0" encoding="ISO-8859-1"?><a/>', /declared as UTF-8/],
  ['UTF-7', '<?xml version="1.0" encoding="UTF-7"?><a>+ADw-</a>', /declared as UTF-8/],
  ['a control character', '<a>&#1;</a>', /well-formed/],
  ['nothing', '', /empty/],
  ['one level too many', '<a>'.repeat(limits.depth + 1) + '</a>'.repeat(limits.depth + 1), /levels of nesting/],
  ['a depth bomb', '<a>'.repeat(140_000) + '</a>'.repeat(140_000), /well-formed/],
  ['too many elements', `<a>${'<b/>'.repeat(limits.documentValues)}</a>`, /20000 elements/],
  ['a document of a million elements', `<a>${'<b/>'.repeat(240_000)}</a>`, /20000 elements/],
  ['one byte too many', `<a>${'x'.repeat(limits.requestBytes - 6)}</a>`, /at most 1000000 bytes/],
];
for (const [law, document, said] of refusals) {
  test(`XML: ${law} is refused, quickly`, () => {
    const started = performance.now();
    assert.match(faultOf(document), said);
    assert.ok(performance.now() - started < 1500);
  });
}

test('a document as large as allowed is read quickly', () => {
  const started = performance.now();
  assert.ok(readXml(bytes(`<a>${'<b>xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx</b>'.repeat(19_000)}</a>`)).ok);
  assert.ok(performance.now() - started < 3000);
});

test('the same name twice in one namespace under two prefixes is one name', () => {
  const result = readXml(bytes('<p:a xmlns:p="u:x" xmlns:q="u:x"><q:b>1</q:b></p:a>'));
  assert.ok(result.ok);
  assert.equal(result.root.children[0]?.namespace, 'u:x');
  assert.equal(result.root.namespaceOf('q'), 'u:x');
  assert.equal(result.root.namespaceOf('toString'), undefined);
});

test('a section of character data is text, and nothing in it is markup', () => {
  const result = readXml(bytes('<a><![CDATA[<b>&amp;]]></a>'));
  assert.equal(result.ok && result.root.text, '<b>&amp;');
});

test('behind the first check, the parser itself reads no file, asks no network and expands no entity', async () => {
  let asked = 0;
  const server = createServer((_, answer) => {
    asked += 1;
    answer.end('<!ENTITY x "CANARY">');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const folder = mkdtempSync(join(tmpdir(), 'proviso-xxe-'));
  const file = join(folder, 'canary.txt');
  writeFileSync(file, 'CANARY');
  try {
    for (const uri of [pathToFileURL(file).href, file, `http://127.0.0.1:${port}/x`]) {
      for (const xml of [
        `<!DOCTYPE a [<!ENTITY x SYSTEM "${uri}">]><a>&x;</a>`,
        `<!DOCTYPE a [<!ENTITY % p SYSTEM "${uri}">%p;]><a>y</a>`,
        `<!DOCTYPE a SYSTEM "${uri}"><a>y</a>`,
        `<a xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="${uri}" parse="text"/></a>`,
      ]) {
        const document = XmlDocument.fromBuffer(bytes(xml), { option: parseOptions });
        const { root } = document;
        const inner = [root.content, root.firstChild?.content ?? ''].join(' ');
        document.dispose();
        assert.doesNotMatch(inner, /CANARY/);
      }
    }
    const bomb = `<!DOCTYPE a [<!ENTITY l0 "lol">${laughs}]><a>&l12;</a>`;
    assert.throws(() => XmlDocument.fromBuffer(bytes(bomb), { option: parseOptions }), /amplification/);
    await new Promise((resolve) => setTimeout(resolve, 50));
    assert.equal(asked, 0);
  } finally {
    await new Promise((resolve) => server.close(resolve));
    rmSync(folder, { recursive: true });
  }
});

test('any bytes give a document or errors, never a throw', () => {
  const soup = fc.string({
    unit: fc.constantFrom(...Array.from('<>/a!?&;"=-[]: \n'), '<a>', '</a>', '<!--', 'xmlns'),
    maxLength: 60,
  });
  fc.assert(
    fc.property(fc.oneof(soup.map(bytes), fc.uint8Array({ maxLength: 200 })), (some) => {
      const result = readXml(some);
      assert.ok(result.ok || result.errors.length > 0);
    }),
    { numRuns: 2000 },
  );
});
