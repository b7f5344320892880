import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { inDays } from '../../src/request/duty-table.ts';
import { openClocks } from '../../src/store/clocks.ts';
import { openDatabase } from '../../src/store/database.ts';
import { sandbox } from '../stories/sandbox.ts';

const { acts, receive, store, setClock } = sandbox();
const count = process.env['PROVISO_LONG'] === '1' ? 200 : 24;

/** A process that ticks on the same database, once it has started to. */
async function ticker(socketDirectory: string, instant: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'ticker.ts'), socketDirectory, instant], { stdio: ['ignore', 'pipe', 'inherit'] }); // prettier-ignore
  await once(child.stdout, 'data');
  return child;
}

async function killed(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

test('three processes on one database, two of them killed: every reminder is sent once, every passed date written once', async () => {
  const cases: string[] = [];
  for (let each = 0; each < count; each++) cases.push(await receive());
  const instant = inDays('2026-03-02T09:00:00.000Z', 31);
  setClock(instant);
  const { database } = store();
  const [row] = await database<{ folder: string }[]>`select setting as folder from pg_settings where name = 'unix_socket_directories'`; // prettier-ignore
  const children = [await ticker(row?.folder ?? '', instant), await ticker(row?.folder ?? '', instant)];
  try {
    await acts().tick({});
    for (const child of children) await killed(child);
    // What the killed ones held is let go of, and fires here.
    for (let round = 0; round < 100; round++) {
      await acts().tick({});
      const [{ left } = { left: 0 }] = await database<{ left: number }[]>`select count(*)::int as left from timer where fired_at is null and due_at <= ${instant}`; // prettier-ignore
      if (left === 0) break;
      await setTimeout(20);
    }
  } finally {
    for (const child of children) if (child.exitCode === null && child.signalCode === null) await killed(child);
  }
  const sent = await database<{ case_id: string; duty: string; times: number }[]>`
    select case_id, body->>'duty' as duty, count(*)::int as times from outbox where body->>'notice' = 'duty-reminder' group by 1, 2`;
  assert.deepEqual([...new Set(sent.map(({ times }) => times))], [1]);
  assert.equal(sent.length, 2 * count);
  const passed = await database<{ case_id: string; duty: string; times: number }[]>`
    select case_id, body->>'duty' as duty, count(*)::int as times from case_event where body->>'kind' = 'duty-overdue' group by 1, 2`;
  assert.deepEqual([...new Set(passed.map(({ times }) => times))], [1]);
  assert.equal(passed.length, 2 * count);
});

test('while one process holds a timer another does not wait for it, and fires it once it is let go', async () => {
  const caseId = await receive();
  const { database, clocks } = store();
  await clocks.refresh(1_000);
  const [row] = await database<{ folder: string }[]>`select setting as folder from pg_settings where name = 'unix_socket_directories'`; // prettier-ignore
  const second = openDatabase({ socketDirectory: row?.folder ?? '' }, 2);
  const at = inDays('2026-03-02T09:00:00.000Z', 400);
  try {
    const other = openClocks(second);
    const fired: string[] = [];
    await clocks.fire(at, 1, async ({ id }) => {
      // Asked while the first still holds its timer: the second gets every other one and not this.
      await other.fire(at, 1_000, (timer) => {
        if (timer.caseId === caseId) fired.push(timer.id);
        return Promise.resolve({ kind: 'done' });
      });
      assert.ok(!fired.includes(id));
      return { kind: 'later' };
    });
    const before = fired.length;
    await other.fire(at, 1_000, (timer) => {
      fired.push(timer.id);
      return Promise.resolve({ kind: 'done' });
    });
    assert.equal(fired.length, before + 1, 'the one that was let go');
  } finally {
    await second.end({ timeout: 5 });
  }
});
