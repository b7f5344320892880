import { limits } from '../limits.ts';
import type { Outcome, PastCase, Replayed, RuleChange } from './replay.ts';

/** What many replayed cases add up to. Reports of parts of the cases can be added. Specification: docs/spec/replay.md. */
export const outcomes = ['nothing-bars', 'incomplete', 'barred'] as const satisfies readonly Outcome[];
export const ruleChanges = [
  'now tripped',
  'no longer tripped',
  'now open',
  'no longer open',
] as const satisfies readonly RuleChange[];

export type ChangedCase = Readonly<{ id: string; on: string; policy: string }> & Replayed;
export type ReplayReport = {
  cases: number;
  changed: number;
  /** Outcome before -> outcome after -> cases. */
  outcomes: Record<Outcome, Record<Outcome, number>>;
  /** Rule -> change -> cases. */
  rules: Record<string, Record<RuleChange, number>>;
  /** The first changed cases, at most `limits.replayListed`. */
  listed: ChangedCase[];
};

export function emptyReport(): ReplayReport {
  const none = (): Record<Outcome, number> => ({ 'nothing-bars': 0, incomplete: 0, barred: 0 });
  return {
    cases: 0,
    changed: 0,
    outcomes: { 'nothing-bars': none(), incomplete: none(), barred: none() },
    rules: {},
    listed: [],
  };
}

const noChange = (): Record<RuleChange, number> => ({
  'now tripped': 0,
  'no longer tripped': 0,
  'now open': 0,
  'no longer open': 0,
});

/** Counts one case. */
export function count(report: ReplayReport, { id, on, policy }: PastCase, found: Replayed): void {
  report.cases++;
  report.outcomes[found.before][found.after]++;
  if (found.changes.length === 0 && found.before === found.after) return;
  report.changed++;
  for (const { rule, change } of found.changes) (report.rules[rule] ??= noChange())[change]++;
  if (report.listed.length < limits.replayListed) report.listed.push({ id, on, policy, ...found });
}

/** Adds what another part of the cases gave. */
export function add(report: ReplayReport, part: ReplayReport): void {
  report.cases += part.cases;
  report.changed += part.changed;
  for (const before of outcomes)
    for (const after of outcomes) report.outcomes[before][after] += part.outcomes[before][after];
  for (const [rule, changes] of Object.entries(part.rules)) {
    const own = (report.rules[rule] ??= noChange());
    for (const change of ruleChanges) own[change] += changes[change];
  }
  for (const each of part.listed) {
    if (report.listed.length >= limits.replayListed) break;
    report.listed.push(each);
  }
}

/** RFC 4180, one row for each changed case that is listed. */
export function replayCsv({ listed }: ReplayReport): string {
  const rows = listed.map(({ id, on, policy, before, after, changes }) =>
    [id, on, policy, before, after, ...ruleChanges.map((each) => changes.filter(({ change }) => change === each).map(({ rule }) => rule).join(' '))] // prettier-ignore
      .map(cell)
      .join(','),
  );
  return `${['case,on,policy,before,after', ...ruleChanges].join(',')}\r\n${rows.map((row) => `${row}\r\n`).join('')}`;
}

/** Quoted where it must be; a formula of a spreadsheet is text. */
function cell(value: string): string {
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const number = (value: number): string => value.toLocaleString('en-GB');

/** The report as a table for a terminal. */
export function replayTable(report: ReplayReport, title: string): string {
  const share = report.cases === 0 ? 0 : (100 * report.changed) / report.cases;
  const head = ['before, and after:', ...outcomes];
  const rows = outcomes.map((before) => [before, ...outcomes.map((after) => number(report.outcomes[before][after]))]);
  const rules = Object.entries(report.rules)
    .toSorted(([a, x], [b, y]) => y['now tripped'] - x['now tripped'] || (a < b ? -1 : 1))
    .map(([rule, changes]) => [rule, ...ruleChanges.map((change) => number(changes[change]))]);
  return [
    `${title}: ${number(report.cases)} past cases, ${number(report.changed)} would have changed (${share.toFixed(1)} %).`,
    '',
    ...columns([head, ...rows]),
    ...(rules.length === 0 ? [] : ['', ...columns([['rule', ...ruleChanges], ...rules])]),
    ...(report.changed > report.listed.length
      ? ['', `The first ${number(report.listed.length)} changed cases are listed; the counts are of all.`]
      : []),
  ].join('\n');
}

/** First column to the left, numbers to the right. */
function columns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_each, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows.map((row) =>
    row.map((text, at) => (at === 0 ? text.padEnd(widths[at] ?? 0) : text.padStart(widths[at] ?? 0))).join('  '),
  );
}
