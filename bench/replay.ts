import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { replayFile } from '../src/cli/replay-file.ts';
import { pastCaseLine } from '../src/law/past-case.ts';
import { replayTable } from '../src/law/replay-report.ts';
import { anyFacts } from '../tests/law/arbitrary-facts.ts';

/**
 * How long a policy's replay over a file of synthetic past cases takes, on two worker threads: reading, checking and asking the law.
 * Limit: 30 seconds for 1,000,000 cases. `node bench/replay.ts [cases, 1000000 where not said] [workers, 2]`
 */
const cases = Number(process.argv[2] ?? 1_000_000);
const workers = Number(process.argv[3] ?? 2);
const limitSeconds = 30 * (cases / 1_000_000);
const folder = mkdtempSync(join(tmpdir(), 'proviso-bench-'));
const file = join(folder, 'cases.jsonl');

/** By turns a case just received, one half answered, one answered in full, as bench/assess.ts has them. */
const kinds = [3, 6, 10].map((known) => fc.sample(anyFacts(known), { seed: known, numRuns: 500 }));
const lines = (kinds[0] ?? []).flatMap((_facts, index) =>
  kinds.map((kind) =>
    pastCaseLine({ id: 'synthetic', on: '2026-02-12', policy: 'treaty-floor', facts: kind[index] ?? [] }),
  ),
);
try {
  const out = createWriteStream(file);
  for (let from = 0; from < cases; from += 1000) {
    const many = Array.from({ length: Math.min(1000, cases - from) }, (_each, index) =>
      (lines[(from + index) % lines.length] ?? '').replace('"synthetic"', `"case-${from + index}"`),
    );
    if (!out.write(`${many.join('\n')}\n`)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
  const begin = performance.now();
  const worked = process.cpuUsage();
  let shown = 0;
  const report = await replayFile({ file, policy: 'strict', rules: undefined, workers }, (done, share) => {
    const now = performance.now();
    if (!process.stderr.isTTY || now - shown < 100) return;
    shown = now;
    process.stderr.write(`\r[${'#'.repeat(Math.round(share * 40)).padEnd(40, '.')}] ${done} cases\u001b[K`);
  });
  const seconds = (performance.now() - begin) / 1000;
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  console.log(replayTable(report, 'Treaty floor, and strict'));
  const { user, system } = process.cpuUsage(worked);
  const rate = Math.round(report.cases / seconds).toLocaleString('en-GB');
  console.log(
    `${report.cases.toLocaleString('en-GB')} cases in ${seconds.toFixed(1)} s on ${workers} workers: ${rate} /s, ${(seconds / limitSeconds).toFixed(2)} of the limit of ${limitSeconds.toFixed(1)} s. The process worked for ${((user + system) / 1e6).toFixed(1)} s of processor time.`,
  );
  if (seconds > limitSeconds) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
