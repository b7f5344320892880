import { english } from '../../law/words.en.ts';
import { rules } from '../../law/law.ts';
import type { Assessment } from './assessment.ts';
import { questionOf, ruleWords, type Catalogue } from './catalogue.ts';
import type { FactName } from './facts.ts';
import { groundInfo } from './grounds.ts';
import { dimensions } from './triage.ts';

/** An assessment as plain text: the headline first, then what each reader must do. */
export function assessmentText(assessment: Assessment, words: Catalogue = english): string {
  const { policy, on, law } = assessment;
  const sections = [
    `${headline(assessment)}\nPolicy ${policy}, law as of ${on} (${law.slice(0, 16)}).`,
    section('Triage', triageLines(words, assessment)),
    section(
      'Bars',
      assessment.bars.map((id) => consequenceLines(words, id)),
    ),
    section(
      'Grounds on which a person must take a position',
      assessment.grounds.map((id) => consequenceLines(words, id)),
    ),
    section(
      'The requester still owes',
      assessment.owed.map(({ fact, rules }) => factLines(words, fact, rules)),
    ),
    section(
      'To ask of the requester',
      assessment.asks.map((id) => consequenceLines(words, id)),
    ),
    ...questionSections(words, assessment),
    section(
      'Not measured yet',
      assessment.unmeasured.map(({ fact, rules }) => factLines(words, fact, rules)),
    ),
    section(
      'Heightened scrutiny',
      assessment.heighten.map((id) => consequenceLines(words, id)),
    ),
    section(
      'Who must authorise',
      assessment.authorise.map((id) => consequenceLines(words, id)),
    ),
    section(
      'Conditions proposed',
      assessment.conditions.map((id) => consequenceLines(words, id)),
    ),
    section(
      'Notice due',
      assessment.notify.map((id) => consequenceLines(words, id)),
    ),
  ];
  return `${sections.filter((text) => text !== '').join('\n\n')}\n`;
}

const levels = ['ordinary', 'raised', 'high', 'highest'] as const;

/** Why this case comes before others, or does not. */
const triageLines = (words: Catalogue, { triage }: Assessment): readonly string[] =>
  dimensions.map((dimension) => {
    const { level, because } = triage[dimension];
    const reasons = because.map((id) => words.triage[id] ?? id);
    return `  ${dimension}: ${levels[level]}${reasons.length > 0 ? ` (${reasons.join('; ')})` : ''}`;
  });

/** The outcome in one line. It never says "granted": nothing is granted by a machine. */
export function headline({ outcome, bars, owed, asks, questions }: Assessment): string {
  const open = questions.length;
  const stay =
    open === 0
      ? ''
      : ` ${count(open, 'question is', 'questions are')} open; only a person may answer ${open === 1 ? 'it' : 'them'}.`;
  switch (outcome) {
    case 'barred':
      return `Barred: ${count(bars.length, 'bar stands', 'bars stand')}.`;
    case 'incomplete':
      return `Incomplete: ${[
        ...(owed.length > 0 ? [`the requester owes ${count(owed.length, 'fact', 'facts')}`] : []),
        ...(asks.length > 0 ? [`${count(asks.length, 'answer is', 'answers are')} to be asked of the requester`] : []),
      ].join(', and ')}.${stay}`;
    case 'nothing-bars':
      return `Nothing in the request bars it.${stay} This is not a grant.`;
  }
}

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;

const section = (title: string, entries: readonly string[]): string =>
  entries.length === 0 ? '' : `${title}\n${entries.join('\n')}`;

const reasons = new Map(rules.map((rule) => [rule.id as string, rule.reason]));

function consequenceLines(words: Catalogue, id: string): string {
  const [title, follows] = ruleWords(words, id);
  const reason = reasons.get(id);
  const ground = reason === undefined ? '' : `\n    Ground ${reason}: ${groundInfo(reason).says}.`;
  return `  ${id}  ${title}\n    ${follows}${ground}`;
}

const factLines = (words: Catalogue, fact: FactName, waiting: readonly string[]): string =>
  `  ${fact}  ${questionOf(words, fact)}\n    for ${waiting.join(', ')}`;

/** Questions under those who may answer them. */
function questionSections(words: Catalogue, { questions }: Assessment): readonly string[] {
  const groups = new Map<string, string[]>();
  for (const { fact, who, rules } of questions) {
    const key = who.join(' or a ').replaceAll('-', ' ');
    const lines = groups.get(key) ?? [];
    lines.push(factLines(words, fact, rules));
    groups.set(key, lines);
  }
  return [...groups].map(([who, lines]) => section(`Open: only a ${who} may answer`, lines));
}
