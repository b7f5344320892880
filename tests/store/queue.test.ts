import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { limits } from '../../src/limits.ts';
import type { MadeLine, QueueFilter, QueueLine, QueuePlace } from '../../src/store/queue.ts';
import { testStore } from './open-test-store.ts';

const within = { by: 'authority', is: 'xb-central-authority' } as const;
const day = (number: number): string => new Date(Date.UTC(2026, 0, 1 + number)).toISOString();

/** Lines with many ties, so that an order that is not total would lose or repeat some. */
const lineNumber = (number: number): MadeLine => ({
  caseId: randomUUID(),
  version: 1,
  state: number % 3 === 0 ? 'received' : 'information-asked',
  measure: number % 5 === 0 ? null : 'stored-data',
  requestingState: number % 2 === 0 ? 'XA' : 'XC',
  requestedState: 'XB',
  authority: number % 7 === 0 ? 'xb-other' : within.is,
  requestingAuthority: 'xa-central-authority',
  provider: null,
  waitsFor: number % 3 === 0 ? 'case-officer' : 'requesting-officer',
  due: number % 4 === 0 ? null : { kind: 'decide', at: day(number % 3) },
  nextDueAt: number % 4 === 0 ? null : day(number % 3),
  weight: number % 10,
  because: ['urgency/deadline'],
  assigned: number % 2 === 0 ? ['a', 'b'] : ['c'],
  openedAt: day(number % 2),
  changedAt: day(number % 6),
  words: { requested: `case ${number}`, requesting: 'shared', provider: null },
});
const lines = Array.from({ length: 120 }, (_, number) => lineNumber(number));

const store = testStore(async ({ database }) => {
  for (const line of lines) {
    await database`
      insert into case_file (case_id, request_id, state, version, requesting_state, requested_state, authority, requesting_authority, opened_at, changed_at)
      values (${line.caseId}, ${randomUUID()}, ${line.state}, 1, ${line.requestingState}, 'XB', ${line.authority}, ${line.requestingAuthority}, ${line.openedAt}, ${line.changedAt})`;
  }
});

async function walk(filter: QueueFilter, size: number): Promise<QueueLine[]> {
  const found: QueueLine[] = [];
  let after: QueuePlace | undefined;
  do {
    const page = await store().queue.page(within, filter, size, after);
    assert.ok(page.lines.length <= size);
    found.push(...page.lines);
    after = page.next;
  } while (after !== undefined);
  return found;
}

test('a case whose line is not made is behind until it is, and again after each change', async () => {
  const { queue, database } = store();
  assert.equal((await queue.behind(500)).length, 120);
  assert.equal((await queue.behind(10)).length, 10);
  await Promise.all(lines.flatMap((line) => [queue.put(line), queue.put(line)]));
  assert.deepEqual(await queue.behind(500), []);
  const [first] = lines;
  assert.ok(first);
  await database`update case_file set version = 3 where case_id = ${first.caseId}`;
  assert.deepEqual(await queue.behind(500), [first.caseId]);
  await queue.put({ ...first, version: 3, weight: 8 });
  await queue.put({ ...first, version: 2, weight: 1 });
  const [kept] = await database<{ version: number; place: number }[]>`
    select version, place from case_line where case_id = ${first.caseId}`;
  assert.deepEqual({ ...kept }, { version: 3, place: 1 }, 'a line of an older version changes nothing');
  await database`update case_file set version = 4 where case_id = ${first.caseId}`;
  await queue.put({ ...first, version: 4 });
});

test('page by page every line is shown once, in one order, whatever the size of a page', async () => {
  const mine = lines.filter(({ authority }) => authority === within.is);
  for (const size of [1, 7, 25, 1_000]) {
    const all = await walk({}, size);
    assert.equal(all.length, mine.length);
    assert.equal(new Set(all.map(({ caseId }) => caseId)).size, mine.length);
    assert.deepEqual(all.map(({ changedAt }) => changedAt), mine.map(({ changedAt }) => changedAt).sort().reverse()); // prettier-ignore
    const urgent = await walk({ waitsFor: 'case-officer' }, size);
    const waiting = mine.filter(({ waitsFor }) => waitsFor === 'case-officer');
    const key = ({ weight, due, openedAt, caseId }: QueueLine): string => [9 - weight, due?.at ?? '9999', openedAt, caseId].join(' '); // prettier-ignore
    assert.deepEqual(urgent.map(key), waiting.map(key).sort());
  }
});

test('filters narrow, and a case beyond one’s reach is in no list and no count', async () => {
  const { queue } = store();
  const expected = (keep: (line: MadeLine) => boolean): number =>
    lines.filter((line) => line.authority === within.is && keep(line)).length;
  assert.equal(
    (await walk({ state: 'received' }, 9)).length,
    expected(({ state }) => state === 'received'),
  );
  assert.equal(
    (await walk({ measure: 'stored-data' }, 9)).length,
    expected(({ measure }) => measure !== null),
  );
  assert.equal(
    (await walk({ with: 'XC' }, 9)).length,
    expected(({ requestingState }) => requestingState === 'XC'),
  );
  assert.equal((await walk({ overdueAt: day(1) }, 9)).length, expected(({ nextDueAt }) => nextDueAt !== null && nextDueAt <= day(1))); // prettier-ignore
  assert.equal(
    (await walk({ assignedTo: ['b', 'd'] }, 9)).length,
    expected(({ assigned }) => assigned.includes('b')),
  );
  assert.equal(
    await queue.count(within, {}, limits.counted),
    expected(() => true),
  );
  assert.equal(await queue.count(within, {}, 5), 5, 'counted no further than asked');
  assert.equal(await queue.count({ by: 'provider', is: 'anybody' }, {}, 9), 0);
});

test('each audience searches its own words', async () => {
  const { queue } = store();
  const search = async (audience: 'requested' | 'requesting' | 'provider', text: string): Promise<number> =>
    (await queue.page(within, { words: { audience, text } }, 500)).lines.length;
  // Each word is also the beginning of a longer one.
  assert.equal(
    await search('requested', '"case 1"'),
    lines.filter(({ authority }, number) => authority === within.is && String(number).startsWith('1')).length,
  );
  assert.equal(await search('requesting', 'case'), 0);
  assert.equal(await search('provider', 'case'), 0);
  assert.equal(await search('requested', 'shared'), 0);
});
