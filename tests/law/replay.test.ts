import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { policies, rules, type PolicyName } from '../../law/law.ts';
import { canonicalBytes, sha256Hex } from '../../src/canonical.ts';
import { runCommand } from '../../src/cli.ts';
import { replayFile } from '../../src/cli/replay-file.ts';
import { assess } from '../../src/law/assessment.ts';
import { BadCase, pastCaseLine, pastCaseOf } from '../../src/law/past-case.ts';
import { recompute } from '../../src/law/recompute.ts';
import { openReplay, type PastCase, type ReplayLaw } from '../../src/law/replay.ts';
import { add, count, emptyReport, replayCsv } from '../../src/law/replay-report.ts';
import { replayPicture } from '../../src/law/replay-picture.ts';
import { anyFacts } from './arbitrary-facts.ts';

const law: ReplayLaw = { rules, policies };
const on = '2026-02-12';
const folder = mkdtempSync(join(tmpdir(), 'proviso-replay-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const anyPolicy = fc.constantFrom(...(Object.keys(policies) as PolicyName[]));
const replays = new Map(Object.keys(policies).map((policy) => [policy, openReplay(law, law, policy)]));
const replayTo = (policy: PolicyName): ReturnType<typeof openReplay> => replays.get(policy) ?? assert.fail(policy);
const past = (facts: PastCase['facts'], policy = 'recommended', id = 'a'): PastCase => ({ id, on, policy, facts });

test('a replay says of every case what two full assessments say', () => {
  fc.assert(
    fc.property(anyFacts(6), anyPolicy, anyPolicy, (facts, was, is) => {
      const [before, now] = [assess({ facts, policy: was, on }), assess({ facts, policy: is, on })];
      const found = replayTo(is)(past(facts, was));
      assert.deepEqual([found.before, found.after], [before.outcome, now.outcome]);
      const standing = (of: typeof now, result: string): readonly string[] =>
        of.findings.filter((finding) => finding.result === result).map(({ rule }) => rule);
      for (const [result, gained, lost] of [
        ['tripped', 'now tripped', 'no longer tripped'],
        ['open', 'now open', 'no longer open'],
      ] as const) {
        const old = standing(before, result);
        const today = standing(now, result);
        const changed = (change: string): readonly string[] =>
          found.changes
            .filter((each) => each.change === change)
            .map(({ rule }) => rule)
            .toSorted();
        assert.deepEqual(changed(gained), today.filter((rule) => !old.includes(rule)).toSorted());
        assert.deepEqual(changed(lost), old.filter((rule) => !today.includes(rule)).toSorted());
      }
    }),
    { numRuns: 150 },
  );
});

test('the same policy changes nothing, and safeguards switched on never lift a bar', () => {
  fc.assert(
    fc.property(anyFacts(6), anyPolicy, (facts, policy) => {
      const same = replayTo(policy)(past(facts, policy));
      assert.deepEqual([same.changes, same.before], [[], same.after]);
      const stricter = replayTo('strict')(past(facts, 'treaty-floor'));
      if (stricter.before === 'barred') assert.equal(stricter.after, 'barred');
    }),
    { numRuns: 150 },
  );
});

test('a rule that a draft makes softer is seen as changed, although its id is the same', () => {
  const draft = rules.map((rule) =>
    rule.id === 'iccpr/7/torture' ? { ...rule, consequence: 'heighten' as const } : rule,
  );
  const replay = openReplay(law, { rules: draft, policies }, 'recommended');
  const facts = anyFactsWithTorture();
  assert.deepEqual(
    replay(past(facts)).changes.filter(({ rule }) => rule === 'iccpr/7/torture'),
    [
      { rule: 'iccpr/7/torture', change: 'no longer tripped' },
      { rule: 'iccpr/7/torture', change: 'now tripped' },
    ],
  );
});

function anyFactsWithTorture(): PastCase['facts'] {
  const [facts = []] = fc.sample(anyFacts(10), { seed: 1, numRuns: 1 });
  return facts.map((fact) => (fact.name === 'found.risk.torture' ? { ...fact, value: true } : fact));
}

test('a line of a past case is read back as it was written; anything else is refused with the field', () => {
  fc.assert(
    fc.property(anyFacts(5), (facts) => {
      const values = ({ facts: of }: PastCase): unknown => of.map(({ name, value }) => [name, value]);
      assert.deepEqual(values(pastCaseOf(pastCaseLine(past(facts)))), values(past(facts)));
    }),
    { numRuns: 50 },
  );
  const good = { id: 'a', on, policy: 'recommended', facts: { 'found.necessity': true } };
  for (const [bad, said] of [
    [{ ...good, facts: { 'found.guilt': true } }, /facts\["found\.guilt"\]: expected a fact of the vocabulary/],
    [{ ...good, facts: { 'found.necessity': 'maybe' } }, /facts\.found\.necessity: expected true or false/],
    [{ ...good, on: 'yesterday' }, /on: expected a date/],
    [{ ...good, secret: 1 }, /expected no key "secret"/],
    [[], /expected one JSON object/],
  ] as const) {
    assert.throws(() => pastCaseOf(JSON.stringify(bad)), (error) => error instanceof BadCase && said.test(error.message)); // prettier-ignore
  }
});

test('workers share a file without losing or doubling a line, however it is cut', async () => {
  const cases = fc.sample(anyFacts(4), { seed: 5, numRuns: 300 }).map((facts, index) => past(facts, 'treaty-floor', `case-${index}`)); // prettier-ignore
  const file = join(folder, 'cases.jsonl');
  writeFileSync(
    file,
    cases
      .map((each) => `${pastCaseLine(each)}\n`)
      .join('')
      .trimEnd(),
  );
  const replay = openReplay(law, law, 'strict');
  const alone = emptyReport();
  for (const each of cases) count(alone, each, replay(each));
  assert.ok(alone.changed > 50);
  for (const workers of [1, 2, 3, 7]) {
    let seen = 0;
    const shared = await replayFile({ file, policy: 'strict', rules: undefined, workers }, (done) => (seen = done));
    assert.deepEqual(shared, alone, `${workers} workers`);
    assert.equal(seen, 300);
  }
});

test('reports of parts add up to the report of all', () => {
  const cases = fc.sample(anyFacts(5), { seed: 9, numRuns: 60 }).map((facts) => past(facts, 'treaty-floor'));
  const replay = openReplay(law, law, 'recommended');
  const [whole, first, second] = [emptyReport(), emptyReport(), emptyReport()];
  cases.forEach((each, index) => {
    count(whole, each, replay(each));
    count(index < 30 ? first : second, each, replay(each));
  });
  add(first, second);
  assert.deepEqual(first, whole);
});

test('a formula in a case’s id stays text, and the picture says in words what it shows', () => {
  const report = emptyReport();
  const replay = openReplay(law, law, 'strict');
  const facts = anyFactsWithTorture();
  for (const id of ['=1+1', 'a"b,c']) {
    const each = past(facts, 'treaty-floor', id);
    count(report, each, { ...replay(each), after: 'barred', changes: [{ rule: 'iccpr/7/torture', change: 'now tripped' }] }); // prettier-ignore
  }
  const csv = replayCsv(report).split('\r\n');
  assert.match(csv[1] ?? '', /^'=1\+1,2026-02-12,treaty-floor,/);
  assert.match(csv[2] ?? '', /^"a""b,c",/);
  const picture = replayPicture(report, 'a < b & c');
  assert.match(picture, /<desc id="said">2 past cases; .*barred \d before, 2 after\.<\/desc>/);
  assert.match(picture, /<title id="title">a &lt; b &amp; c<\/title>/);
});

test('a stored decision recomputes byte for byte; a changed byte, another law and a missing document are told apart', () => {
  const assessment = assess({ facts: anyFactsWithTorture(), policy: 'recommended', on });
  const bytes = canonicalBytes(assessment);
  const sha256 = sha256Hex(bytes);
  assert.equal(recompute(bytes, sha256).found.kind, 'same');
  assert.deepEqual(recompute(undefined, sha256).found, { kind: 'broken', why: 'the assessment is not in the store' });
  assert.equal(recompute(bytes.with(40, (bytes[40] ?? 0) ^ 1), sha256).found.kind, 'broken');
  const older = canonicalBytes({ ...assessment, law: '0'.repeat(64) });
  assert.deepEqual(recompute(older, sha256Hex(older)).found, {
    kind: 'other-law',
    recorded: '0'.repeat(64),
    now: assessment.law,
    sameFindings: true,
  });
  const lied = canonicalBytes({ ...assessment, outcome: 'nothing-bars', bars: [] });
  assert.deepEqual(recompute(lied, sha256Hex(lied)).found, {
    kind: 'broken',
    why: 'the same rules give another answer',
  });
});

async function command(...words: readonly string[]): Promise<Readonly<{ code: number; said: string }>> {
  const said: string[] = [];
  const say = (text: string): void => void said.push(text);
  const terminal = {
    environment: { PROVISO_DATA: folder },
    print: say,
    complain: say,
    now: () => `${on}T00:00:00.000Z`,
  };
  return { code: await runCommand(['replay', ...words], terminal), said: said.join('\n') };
}

test('the command refuses what it cannot mean: no policy, no store, a line that is no case, a folder that is no law', async () => {
  const bad = join(folder, 'bad.jsonl');
  writeFileSync(bad, `${pastCaseLine(past([]))}\n{"id":"b"}\n`);
  for (const [words, said] of [
    [[], /--policy: expected one of treaty-floor, recommended, strict, got none/],
    [['--policy', 'lenient'], /got lenient/],
    [['--policy', 'strict'], /no store in it; set PROVISO_DATA or DATABASE_URL, or name a file with --cases/],
    [['--policy', 'strict', '--cases', join(folder, 'none')], /no such file/],
    [['--policy', 'strict', '--cases', bad, '--workers', '0'], /--workers: expected 1 to 64, got 0/],
    [['--policy', 'strict', '--cases', bad, '--workers', '1'], /line that begins at byte 63: on: expected a date/],
    [['--policy', 'strict', '--rules', folder], /law\.ts: cannot be read as law/],
  ] as const) {
    const found = await command(...words);
    assert.equal(found.code, 2, found.said);
    assert.match(found.said, said);
  }
});
