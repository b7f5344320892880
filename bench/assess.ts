import assert from 'node:assert/strict';
import fc from 'fast-check';
import { policies, rules } from '../law/law.ts';
import { compileLaw } from '../src/law/compile.ts';
import { decide, type Decision } from '../src/law/decide.ts';
import type { Facts } from '../src/law/facts.ts';
import { anyFacts } from '../tests/law/arbitrary-facts.ts';
import { codes } from './assess/formula.ts';
import { ifs } from './assess/ifs.ts';
import { cel, engine, logic, type Peer } from './assess/peers.ts';

/**
 * Full assessments a second on one core, against the fastest engines that are npm packages and against the same rules written out
 * as ifs, in one run, on the same cases, after seeing that all give the same answer.
 * `node bench/assess.ts [seconds for each, 2 where not said]`
 */
const seconds = Number(process.argv[2] ?? 2);
const law = compileLaw(rules, policies.recommended, '2026-02-12');
const counting = law.rules.map(({ rule }) => rule);

/** By turns a case just received, one half answered, one answered in full. The same seed, the same cases. */
const [received, half, full] = [3, 6, 10].map((known) => fc.sample(anyFacts(known), { seed: known, numRuns: 100 }));
const cases: readonly Facts[] = (received ?? []).flatMap((facts, index) => [
  facts,
  half?.[index] ?? [],
  full?.[index] ?? [],
]);

const byHand = ifs(counting);
const peers: readonly Peer[] = [cel(counting), logic(counting), engine(counting)];

const codesOf = ({ findings }: Decision): readonly number[] => {
  const found = new Map(findings.map(({ rule, result }) => [rule, codes[result]]));
  return counting.map(({ id }) => found.get(id) ?? codes.silent);
};

for (const facts of cases) {
  const decision = decide(law, facts);
  assert.deepEqual(byHand(facts), decision);
  for (const peer of peers) assert.deepEqual(await peer.run(facts), codesOf(decision), peer.name);
}
const answers = cases.length * counting.length;
console.log(
  `${counting.length} rules, ${cases.length} cases: ${answers} answers, the same from all ${peers.length + 2} contestants.`,
);

/** Who takes part, what each gives, and the best rate seen so far, in cases a second. */
const contestants = [
  {
    name: 'Proviso',
    gives: 'findings, missing facts, outcome',
    run: (facts: Facts): unknown => decide(law, facts),
    best: 0,
  },
  { name: 'written-out ifs', gives: 'findings, missing facts, outcome', run: byHand, best: 0 },
  ...peers.map(({ name, run }) => ({ name, gives: 'findings only', run, best: 0 })),
];

/** The contestants take turns, so that a busy machine is busy for all of them; the best of ten turns counts. */
const turns = 10;
for (let turn = 0; turn < turns; turn++) {
  for (const contestant of contestants) {
    const begin = performance.now();
    let [done, lasted] = [0, 0];
    while (lasted < (seconds * 1000) / turns) {
      for (const facts of cases) {
        const answer = contestant.run(facts);
        if (answer instanceof Promise) await answer;
        done++;
        if (done % 10 === 0 && performance.now() - begin > (seconds * 1000) / turns) break;
      }
      lasted = performance.now() - begin;
    }
    contestant.best = Math.max(contestant.best, (done / lasted) * 1000);
  }
}

const ours = contestants[0]?.best ?? NaN;
for (const { name, gives, best } of contestants) {
  const ratio = (ours / best).toFixed(2);
  console.log(
    `${name.padEnd(22)} ${gives.padEnd(33)} ${Math.round(best).toString().padStart(9)} /s   Proviso is ${ratio} times that`,
  );
}
