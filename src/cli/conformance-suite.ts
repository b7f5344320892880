import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { prepare, type Prepared } from '../law/scenario.ts';
import { scenarioBaseOf, scenarioOf, type Scenario, type ScenarioBase } from '../law/scenario-file.ts';
import { limits } from '../limits.ts';
import { errorLines } from '../wire/field-error.ts';
import { readJson } from '../wire/json.ts';
import { BadUsage } from './command.ts';
import { assertFolder, readInput } from './files.ts';

/** The conformance suite as it lies in a folder: `bases/NAME.json` and `scenarios/NAME.json`. */
export type SuiteEntry = Readonly<{ name: string; path: string; scenario: Scenario; prepared: Prepared }>;

/** @throws BadUsage with a line for each fault: an unknown field, fact, value, base or policy. */
export async function readSuite(folder: string): Promise<readonly SuiteEntry[]> {
  await assertFolder(folder);
  const faults: string[] = [];
  const bases = new Map<string, ScenarioBase>();
  for (const name of await namesIn(join(folder, 'bases'))) {
    const found = await read(join(folder, 'bases', `${name}.json`), scenarioBaseOf, faults);
    if (found !== undefined) bases.set(name, found);
  }
  const entries: SuiteEntry[] = [];
  for (const name of await namesIn(join(folder, 'scenarios'))) {
    const path = join(folder, 'scenarios', `${name}.json`);
    const scenario = await read(path, scenarioOf, faults);
    if (scenario === undefined) continue;
    const base = bases.get(scenario.base);
    const prepared =
      base === undefined
        ? ({ ok: false, errors: [{ path: 'base', expected: 'the name of a file in bases/' }] } as const)
        : prepare(scenario, base);
    if (prepared.ok) entries.push({ name, path, scenario, prepared: prepared.value });
    else faults.push(...errorLines(prepared.errors).map((line) => `${path}: ${line}`));
  }
  if (entries.length === 0 && faults.length === 0) faults.push(`${folder}: no scenario in it`);
  if (faults.length > 0) throw new BadUsage(faults.join('\n'));
  return entries;
}

async function namesIn(folder: string): Promise<readonly string[]> {
  await assertFolder(folder);
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -5));
  if (names.length > limits.scenarios)
    throw new BadUsage(`${folder}: ${names.length} files, at most ${limits.scenarios} are read`);
  return names.toSorted();
}

async function read<T>(
  path: string,
  parse: (
    value: unknown,
  ) => Readonly<
    { ok: true; value: T } | { ok: false; errors: readonly Readonly<{ path: string; expected: string }>[] }
  >,
  faults: string[],
): Promise<T | undefined> {
  const json = readJson(await readInput(path, limits.requestBytes));
  const found = json.ok ? parse(json.value) : json;
  if (found.ok) return found.value;
  faults.push(...errorLines(found.errors).map((line) => `${path}: ${line}`));
  return undefined;
}
