import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { openActs, waitsFor } from '../../src/request/open-acts.ts';
import { dutyKinds, dutyTable, type DutyRow } from '../../src/request/duty-table.ts';

const file = join(import.meta.dirname, '../../docs/spec/case-life.md');

/** The two tables as a page that a lawyer can check. `PROVISO_RECORD=1` writes it again. */
function page(): string {
  const states = Object.entries(openActs).map(([state, open]) => {
    const acts = Object.entries(open).map(([act, role]) => `${act} (${role})`);
    return `| \`${state}\` | ${waitsFor[state as keyof typeof waitsFor] ?? 'nobody'} | ${acts.join(', ') || 'nothing'} |`;
  });
  const duties = dutyKinds.map((kind) => {
    const { owner, source, metBy, endedBy, extendable }: DutyRow = dutyTable[kind];
    return `| \`${kind}\` | ${owner} | ${source.cites} | ${source.date} | ${metBy.join(', ') || 'nothing'} | ${endedBy.join(', ')} | ${extendable === undefined ? 'no' : `${extendable} days`} |`;
  });
  return `# The life of a case

Written from \`src/request/open-acts.ts\` and \`src/request/duty-table.ts\`; a test fails when it is stale. What is absent is refused.

## What may be done in each state, and by whom

| state | waits for | open |
| --- | --- | --- |
${states.join('\n')}

## Who owes what

| duty | who | article | whose date | met by | ends with | may be put off |
| --- | --- | --- | --- | --- | --- | --- |
${duties.join('\n')}
`;
}

test('the page of a case’s life says what the tables say', () => {
  if (process.env['PROVISO_RECORD'] === '1') writeFileSync(file, page());
  assert.equal(readFileSync(file, 'utf8'), page());
});
