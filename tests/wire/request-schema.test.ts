import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { readRequest } from '../../src/wire/read-request.ts';
import { requestSchema, requestSchemaText } from '../../src/wire/request-schema.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const valid = new Ajv2020({ strict: true, allErrors: true }).compile(requestSchema());

const page = read('docs/spec/request.md');
const example = /```json\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
const folder = join(root, 'examples/requests');
const examples = readdirSync(folder).filter((name) => name.endsWith('.request.json'));

test('the published schema is the parser: renew it with `node src/wire/request-schema.ts > docs/spec/request.schema.json`', () => {
  assert.equal(read('docs/spec/request.schema.json'), requestSchemaText());
});

test('the example at the top of the specification is a request, to the parser and to a stranger with the schema', () => {
  const result = readRequest(new TextEncoder().encode(example));
  assert.ok(result.ok, JSON.stringify(result));
  assert.ok(valid(JSON.parse(example)), JSON.stringify(valid.errors));
});

for (const name of examples) {
  test(`examples/requests/${name} is a request, to the parser and to a stranger with the schema`, () => {
    const text = readFileSync(join(folder, name));
    const result = readRequest(text);
    assert.ok(result.ok, JSON.stringify(result));
    assert.ok(valid(JSON.parse(text.toString())), JSON.stringify(valid.errors));
  });
}

test('the schema refuses what a stranger can get wrong', () => {
  const request = JSON.parse(example) as Record<string, unknown>;
  for (const change of [
    { anything: {} },
    { measure: 'all' },
    { requestedState: 'xb' },
    { targets: [] },
    { issuedAt: '2026-03-01' },
  ]) {
    assert.equal(valid({ ...request, ...change }), false, JSON.stringify(change));
  }
});

type Node = Readonly<{ properties?: Readonly<Record<string, Node>>; description?: string }>;

test('every field of the parser is in the specification, and every field of a request has a description', () => {
  const schema = requestSchema() as Node;
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    assert.ok(page.includes(`\`${name}`), `docs/spec/request.md does not name ${name}`);
    assert.ok((field.description ?? '').length > 0, `${name} has no description`);
    for (const inner of Object.keys(field.properties ?? {})) {
      assert.match(page, new RegExp(`[\`.]${inner}\``), `docs/spec/request.md does not name ${name}.${inner}`);
    }
  }
});
