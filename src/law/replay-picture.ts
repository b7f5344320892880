import { outcomes, type ReplayReport } from './replay-report.ts';
import type { Outcome } from './replay.ts';

/**
 * The report as one picture (SVG 1.1, no script, no font of its own): the outcomes before and after as two bars, and the rules that trip
 * in more cases. Everything that the picture shows is also in its text alternative.
 */
const colours: Readonly<Record<Outcome, string>> = {
  'nothing-bars': '#2f6f4f',
  incomplete: '#b8860b',
  barred: '#8b1e3f',
};
const width = 800;
const left = 90;
const barWidth = width - left - 20;

/** @param title what was compared, for the heading of the picture */
export function replayPicture(report: ReplayReport, title: string): string {
  const before = sums(report, (from) => outcomes.map((to) => report.outcomes[from][to]));
  const after = sums(report, (to) => outcomes.map((from) => report.outcomes[from][to]));
  const rules = Object.entries(report.rules)
    .map(([rule, changes]): readonly [string, number] => [rule, changes['now tripped'] - changes['no longer tripped']])
    .filter(([, more]) => more !== 0)
    .toSorted(([, a], [, b]) => Math.abs(b) - Math.abs(a))
    .slice(0, 12);
  const height = 240 + rules.length * 24;
  const said = outcomes.map((each) => `${each} ${text(before[each])} before, ${text(after[each])} after`).join('; ');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title said" font-family="sans-serif" font-size="14">`,
    `<title id="title">${escape(title)}</title>`,
    `<desc id="said">${escape(`${text(report.cases)} past cases; ${said}.`)}</desc>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    `<text x="20" y="30" font-size="18" fill="#1a1a1a">${escape(title)}</text>`,
    ...bar('before', before, report.cases, 50),
    ...bar('after', after, report.cases, 100),
    ...legend(before, after),
    ...ruleBars(rules),
    '</svg>',
    '',
  ].join('\n');
}

const sums = (
  report: ReplayReport,
  cells: (outcome: Outcome) => readonly number[],
): Readonly<Record<Outcome, number>> =>
  Object.fromEntries(
    outcomes.map((each) => [each, report.cases === 0 ? 0 : cells(each).reduce((a, b) => a + b, 0)]),
  ) as Record<Outcome, number>;

function bar(label: string, of: Readonly<Record<Outcome, number>>, cases: number, y: number): readonly string[] {
  let x = left;
  const parts = outcomes.map((each) => {
    const size = cases === 0 ? 0 : (of[each] / cases) * barWidth;
    const part = `<rect x="${x.toFixed(1)}" y="${y}" width="${size.toFixed(1)}" height="36" fill="${colours[each]}"/>`;
    x += size;
    return part;
  });
  return [`<text x="20" y="${y + 23}" fill="#1a1a1a">${label}</text>`, ...parts];
}

const legend = (
  before: Readonly<Record<Outcome, number>>,
  after: Readonly<Record<Outcome, number>>,
): readonly string[] =>
  outcomes.flatMap((each, index) => [
    `<rect x="${left}" y="${152 + index * 22}" width="14" height="14" fill="${colours[each]}"/>`,
    `<text x="${left + 22}" y="${164 + index * 22}" fill="#1a1a1a">${each}: ${text(before[each])} before, ${text(after[each])} after</text>`,
  ]);

function ruleBars(rules: readonly (readonly [string, number])[]): readonly string[] {
  const most = Math.max(1, ...rules.map(([, more]) => Math.abs(more)));
  return rules.flatMap(([rule, more], index) => {
    const y = 230 + index * 24;
    const size = (Math.abs(more) / most) * 260;
    return [
      `<text x="20" y="${y + 13}" fill="#1a1a1a">${escape(rule)}</text>`,
      `<rect x="420" y="${y}" width="${size.toFixed(1)}" height="16" fill="${more > 0 ? colours.barred : colours['nothing-bars']}"/>`,
      `<text x="${(428 + size).toFixed(1)}" y="${y + 13}" fill="#1a1a1a">${more > 0 ? '+' : '−'}${text(Math.abs(more))}</text>`,
    ];
  });
}

const text = (value: number): string => value.toLocaleString('en-GB');
const escape = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
