import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { rules } from '../../law/law.ts';
import type { Decision } from '../law/decide.ts';
import { answerOf, differences, runScenario, standingIn } from '../law/scenario.ts';
import { readWords, type Command } from './command.ts';
import { readSuite, type SuiteEntry } from './conformance-suite.ts';

const options = { json: { type: 'boolean' }, record: { type: 'boolean' } } as const;

/** Exit 0: every scenario comes out as expected; 1: one does not; 2: a file is no scenario. docs/spec/conformance.md */
export const conformance: Command = {
  usage: 'conformance [DIR] [--record] [--json]',
  does: 'runs the scenarios of the law; --record writes the whole answer of each into its file, for reading',
  run: async (words, { print }) => {
    const { values, names } = readWords(words, options, { least: 0, most: 1 });
    const [folder = join(import.meta.dirname, '../../conformance')] = names;
    const entries = await readSuite(folder);
    const runs = entries.map((entry) => ({ entry, decision: runScenario(entry.prepared) }));
    if (values.record === true) for (const run of runs) await record(run);
    const results = runs.map(({ entry, decision }) => ({
      entry,
      decision,
      wrong: differences(
        values.record === true ? { ...entry.scenario, expect: answerOf(decision) } : entry.scenario,
        decision,
      ),
    }));
    const failed = results.filter(({ wrong }) => wrong.length > 0);
    if (values.json === true) {
      print(
        JSON.stringify(
          results.map(({ entry: { name, scenario, prepared }, wrong }) => ({
            name,
            why: scenario.why,
            mission: scenario.mission,
            policy: prepared.policy,
            on: prepared.on,
            facts: Object.fromEntries(prepared.facts.map(({ name: fact, value }) => [fact, value])),
            about: scenario.about,
            expect: scenario.expect,
            ok: wrong.length === 0,
            differences: wrong,
          })),
          null,
          2,
        ),
      );
    } else {
      for (const { entry, wrong } of failed) {
        print(`FAILED  ${entry.name}: ${entry.scenario.why}`);
        for (const line of wrong) print(`        ${line}`);
      }
      print(`${entries.length} scenarios: ${entries.length - failed.length} as expected, ${failed.length} not.`);
      print(coverageLine(runs.map(({ decision }) => decision)));
    }
    return failed.length === 0 ? 0 : 1;
  },
};

/** Writes the answer into the file, and leaves everything that a person wrote as it is. */
async function record({ entry, decision }: { entry: SuiteEntry; decision: Decision }): Promise<void> {
  const written = { ...entry.scenario, expect: answerOf(decision) };
  await writeFile(entry.path, `${laidOut(written, '', 0)}\n`);
}

const lineWidth = 120;

/**
 * JSON as the house lays it out: an object has a line for each key, a list stands on one line where it fits.
 * @param taken characters that stand on the line already, with the comma that may follow
 */
function laidOut(value: unknown, indent: string, taken: number): string {
  const deeper = `${indent}  `;
  if (Array.isArray(value)) {
    const line = `[${value.map((each) => JSON.stringify(each)).join(', ')}]`;
    if (taken + line.length + 1 <= lineWidth) return line;
    return `[\n${value.map((each) => deeper + laidOut(each, deeper, deeper.length)).join(',\n')}\n${indent}]`;
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, each]) => {
    const head = `${deeper}${JSON.stringify(key)}: `;
    return head + laidOut(each, deeper, head.length);
  });
  return entries.length === 0 ? '{}' : `{\n${entries.join(',\n')}\n${indent}}`;
}

function coverageLine(decisions: readonly Decision[]): string {
  const seen = (id: string, ...standings: readonly string[]): boolean =>
    decisions.some((decision) => standings.includes(standingIn(decision, id)));
  const tripped = rules.filter(({ id }) => seen(id, 'tripped'));
  const open = rules.filter(({ id }) => !seen(id, 'tripped') && seen(id, 'open'));
  const calm = rules.filter(({ id }) => seen(id, 'met', 'silent'));
  return `${rules.length} rules: ${tripped.length} tripped by a scenario, ${open.length} more left open by one, ${calm.length} met or silent in one.`;
}
