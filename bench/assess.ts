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
 * `node bench/assess.ts [seconds for each]`
 */
const seconds = Number(process.argv[2] ?? 2);
const law = compileLaw(rules, policies.recommended, '2026-02-12');
const counting = law.rules.map(({ rule }) => rule);

/** A third just received, a third half answered, a third answered in full. The same seed, the same cases. */
const cases: readonly Facts[] = [
  ...fc.sample(anyFacts(3), { seed: 1, numRuns: 100 }),
  ...fc.sample(anyFacts(6), { seed: 2, numRuns: 100 }),
  ...fc.sample(anyFacts(10), { seed: 3, numRuns: 100 }),
];

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

/** Runs over the cases again and again; the best of three rounds, in cases a second. */
async function rate(run: (facts: Facts) => unknown): Promise<number> {
  let best = 0;
  for (let round = 0; round < 3; round++) {
    const begin = performance.now();
    let done = 0;
    let lasted = 0;
    while (lasted < (seconds * 1000) / 3) {
      for (const facts of cases) {
        const answer = run(facts);
        if (answer instanceof Promise) await answer;
      }
      done += cases.length;
      lasted = performance.now() - begin;
    }
    best = Math.max(best, (done / lasted) * 1000);
  }
  return best;
}

const ours = await rate((facts) => decide(law, facts));
const figures: readonly (readonly [string, string, number])[] = [
  ['Proviso', 'findings, missing facts, outcome', ours],
  ['written-out ifs', 'findings, missing facts, outcome', await rate(byHand)],
];
const others = [];
for (const peer of peers) others.push([peer.name, 'findings only', await rate(peer.run)] as const);
for (const [name, gives, each] of [...figures, ...others]) {
  console.log(
    `${name.padEnd(22)} ${gives.padEnd(33)} ${Math.round(each).toString().padStart(9)} /s   Proviso is ${(ours / each).toFixed(2)} times that`,
  );
}
