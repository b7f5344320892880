import type { Assessment } from './assessment.ts';
import { ruleWords, type Catalogue } from './catalogue.ts';
import { groundInfo, groundNames } from './grounds.ts';
import { groundsOf } from './refusal-grounds.ts';

/**
 * A refusal in the form of the treaty: which measure, on which grounds as its articles number them, with reasons (art. 40(25)),
 * whether the States consulted first (40(28)), and what remains open to the asking State. A draft for a person to read, change and sign.
 * Whether it may be sent at all, `refusalFaults` says.
 */
export type RefusalLetter = Readonly<{
  requestingState: string;
  requestedState: string;
  /** The asking State's own reference, where it gave one. */
  reference?: string | undefined;
  grounds: readonly string[];
  reasons: string;
  consulted: boolean;
}>;

/** @returns plain text, lines ended by a line feed */
export function refusalText(words: Catalogue, assessment: Assessment, letter: RefusalLetter): string {
  const { requestingState, requestedState, reference, grounds, reasons, consulted } = letter;
  const measure = assessment.facts.find(({ name }) => name === 'stated.measure')?.value;
  const named = typeof measure === 'string' ? (words.values[measure] ?? measure) : 'a measure that was not named';
  const known = groundNames.filter((ground) => grounds.includes(ground));
  const duties = [
    consulted ? 'The two States consulted before, as article 40(28) asks.' : consultationDue(known),
    'The request may be made again when the ground no longer stands, or under conditions on which the two States agree.',
  ].filter((line) => line !== '');
  return `${[
    `From ${requestedState} to ${requestingState}${reference === undefined ? '' : `, your reference ${reference}`}`,
    `Your request for ${named} under the United Nations Convention against Cybercrime is refused.`,
    ['Grounds', ...known.map((ground) => `  Article ${ground}: ${groundInfo(ground).says}.`)].join('\n'),
    `Reasons (article 40(25))\n  ${reasons.trim().replaceAll('\n', '\n  ')}`,
    duties.join('\n'),
  ].join('\n\n')}\n`;
}

const consultationDue = (grounds: readonly (typeof groundNames)[number][]): string =>
  grounds.some((ground) => groundInfo(ground).consultFirst === true)
    ? 'Before this is sent, article 40(28) asks for consultation.'
    : '';

/** What the bars of an assessment would say, as a first draft; undefined where nothing bars the request. */
export function draftRefusal(
  words: Catalogue,
  assessment: Assessment,
  parties: Pick<RefusalLetter, 'requestingState' | 'requestedState' | 'reference'>,
): string | undefined {
  if (assessment.bars.length === 0) return undefined;
  const reasons = assessment.bars.map((id) => ruleWords(words, id)[1]).join('\n');
  return refusalText(words, assessment, { ...parties, grounds: groundsOf(assessment.bars), reasons, consulted: false });
}
