import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { runCommand } from '../../src/cli.ts';
import { inspectLog } from '../../src/monitor/inspect.ts';
import { sourceOf } from '../../src/monitor/source.ts';
import { figuresHash, type Figures } from '../../src/observatory/figures.ts';
import { parseLeaf } from '../../src/transparency/leaf.ts';
import { sandbox } from './sandbox.ts';

const { acts, receive, setClock, store } = sandbox();
const keeper = { authority: 'xb-central-authority', test: 1 } as const;
const folders: string[] = [];
after(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

/** The log as anybody can fetch it. */
async function fetched(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'proviso-figures-'));
  folders.push(folder);
  for await (const { path, bytes } of store().log.files()) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
  return folder;
}

test('a month is counted once, an hour after it ended, and whoever has the log counts the same', async () => {
  for (let n = 0; n < 11; n += 1) await receive();
  setClock('2026-04-01T00:30:00.000Z');
  assert.deepEqual(await acts().publishStatistics(keeper), [], 'an act of March may still be on its way');
  setClock('2026-04-01T01:00:00.000Z');
  const twice = await Promise.all([acts().publishStatistics(keeper), acts().publishStatistics(keeper)]);
  const [march] = twice.flat();
  assert.equal(twice.flat().length, 1, 'two processes count it once');
  assert.deepEqual(march?.periods.map(({ kind, period, count }) => [kind, period, count]), [['request', '2026-03', 11]]); // prettier-ignore
  assert.deepEqual(await acts().publishStatistics(keeper), []);

  // Two months without anybody: each is counted when somebody looks.
  for (let n = 0; n < 3; n += 1) await receive();
  setClock('2026-07-02T09:00:00.000Z');
  const later = await acts().publishStatistics(keeper);
  assert.deepEqual(later.map(({ counts, total }) => [counts, total]), [['2026-04', 0], ['2026-05', 0], ['2026-06', 0]]); // prettier-ignore
  const kept = await store().writer.figures(1);
  assert.deepEqual(kept.map(figuresHash), [march, ...later].map(figuresHash));

  const folder = await fetched();
  const now = Date.parse('2026-07-02T09:00:00.000Z') / 1_000;
  const { findings, head } = await inspectLog(sourceOf(folder), { seen: [], now, maxAge: Number.POSITIVE_INFINITY });
  assert.deepEqual(findings.filter(({ class: of }) => of === 'meaning'), []); // prettier-ignore
  const last = await store().writer.leaf((head?.size ?? 0) - 1);
  assert.deepEqual([parseLeaf(last?.bytes ?? new Uint8Array()).kind, parseLeaf(last?.bytes ?? new Uint8Array()).counts], ['statistics', '2026-06']); // prettier-ignore
});

test('the report of a stranger has the same bytes; figures that were changed in the store are not believed', async () => {
  const folder = await fetched();
  const out = join(folder, 'report');
  const lines: string[] = [];
  const terminal = { environment: {}, now: () => '2026-07-02T09:00:00.000Z', print: (text: string) => lines.push(text), complain: (text: string) => lines.push(text) }; // prettier-ignore
  assert.equal(await runCommand(['report', folder, '--practice', '--json', '--out', out], terminal), 0, lines.join('\n')); // prettier-ignore
  const reported = JSON.parse(lines.join('')) as Figures[];
  assert.deepEqual(reported.map(figuresHash), (await store().writer.figures(1)).map(figuresHash));
  assert.match(await readFile(join(out, 'figures.csv'), 'utf8'), /^2026-03,request,2026-03,state,all,11\r$|^2026-03,request,2026-03,state,XA,11\r$/m); // prettier-ignore
  assert.match(await readFile(join(out, 'request.svg'), 'utf8'), /<title>2026-03: 11<\/title>/);
  // No practice case is ever in the figures of real ones.
  lines.length = 0;
  assert.equal(await runCommand(['report', folder], terminal), 0);
  assert.match(lines.join('\n'), /nothing is shown/);

  // Somebody adds a request to March after it was counted, with the log's own key: the log contradicts itself.
  await store().database`update figure set body = jsonb_set(body, '{total}', '12') where counts = '2026-03'`;
  await store().database`delete from figure where counts = '2026-06'`;
  setClock('2026-07-02T10:00:00.000Z');
  await acts().publishStatistics(keeper);
  lines.length = 0;
  assert.equal(await runCommand(['report', await fetched()], terminal), 1);
  assert.match(lines.join('\n'), /statistics-month/);
});
