import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { runCommand } from '../../src/cli.ts';
import { replayDecisions } from '../../src/cli/replay-store.ts';
import { readDecisions } from '../../src/store/decisions.ts';
import { openStore, sandboxOrigin } from '../../src/store/open-store.ts';
import { sandbox } from './sandbox.ts';

const { granted, setClock, store } = sandbox();
const folder = mkdtempSync(join(tmpdir(), 'proviso-replay-store-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const nobody = (): void => undefined;

test('each decision of the store recomputes byte for byte, and a softer policy would have asked for less', async () => {
  const cases = new Set<string>();
  for (const day of ['02', '03', '04']) {
    // Equal cases of one instant have one assessment; these are of three days.
    setClock(`2026-03-${day}T09:00:00.000Z`);
    cases.add(await granted());
  }
  const under = (policy: string): ReturnType<typeof replayDecisions> =>
    replayDecisions(store().database, { policy, rules: undefined }, nobody);
  const same = await under('recommended');
  assert.deepEqual(same.recomputed, { same: 3, otherLaw: 0, otherFindings: 0, broken: [] });
  assert.deepEqual([same.report.cases, same.report.changed], [3, 0]);
  const softer = await under('treaty-floor');
  assert.deepEqual([softer.report.cases, softer.report.changed], [3, 3]);
  assert.equal(softer.report.rules['un-cybercrime/24(2)/review']?.['no longer tripped'], 3);
  assert.deepEqual(new Set(softer.report.listed.map(({ id }) => id)), cases);
});

test('pages of one give the same decisions as one page', async () => {
  const read = async (page: number): Promise<readonly string[]> => {
    const seen: string[] = [];
    for await (const { caseId, number } of readDecisions(store().database, page)) seen.push(`${caseId} ${number}`);
    return seen;
  };
  assert.deepEqual(await read(1), await read(100));
  assert.equal((await read(2)).length, 3);
});

test('an assessment that was altered in the store, or taken out of it, is named as broken', async () => {
  const { database } = store();
  const before = { altered: '', gone: '' };
  for await (const { assessmentSha256 } of readDecisions(database)) {
    if (before.altered === '') before.altered = assessmentSha256;
    else before.gone = assessmentSha256;
  }
  assert.notEqual(before.gone, '');
  await database`update document set bytes = set_byte(bytes, 20, 63) where sha256 = ${before.altered}`;
  await database`delete from document where sha256 = ${before.gone}`;
  const { recomputed } = await replayDecisions(database, { policy: 'strict', rules: undefined }, nobody);
  assert.equal(recomputed.same, 1);
  assert.deepEqual(recomputed.broken.map((line) => line.replace(/^.*: /, '')).toSorted(), [
    'the assessment has another hash than the one recorded',
    'the assessment is not in the store',
  ]);
});

test('the command opens a store by its folder, reads, writes table, rows and picture, and leaves the store closed', async () => {
  const data = join(folder, 'data');
  await (await openStore({ data, databaseUrl: undefined, origin: sandboxOrigin })).close();
  const said: string[] = [];
  const say = (text: string): void => void said.push(text);
  const terminal = {
    environment: { PROVISO_DATA: data },
    print: say,
    complain: say,
    now: () => '2026-03-02T09:00:00.000Z',
  };
  const [csv, svg] = [join(folder, 'out.csv'), join(folder, 'out.svg')];
  for (let run = 0; run < 2; run++)
    assert.equal(await runCommand(['replay', '--policy', 'strict', '--csv', csv, '--svg', svg], terminal), 0);
  assert.match(
    said[1] ?? '',
    /0 past cases, 0 would have changed \(0\.0 %\)\.[\s\S]*Recomputed: 0 decisions byte for byte/,
  );
  assert.equal(
    readFileSync(csv, 'utf8'),
    'case,on,policy,before,after,now tripped,no longer tripped,now open,no longer open\r\n',
  );
  assert.match(readFileSync(svg, 'utf8'), /^<svg .*role="img"/);
});
