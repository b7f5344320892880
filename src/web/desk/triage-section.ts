import type { Words } from '../../catalogue/en.ts';
import type { Assessment } from '../../law/assessment.ts';
import type { Catalogue } from '../../law/catalogue.ts';
import { dimensions } from '../../law/triage.ts';
import { html, type Html } from '../html.ts';
import { section, summaryList, tag, type Tone } from '../parts/blocks.ts';

/** Whether the case comes before others, and why (mission A4): never by who asks loudest. */
export function triageSection(words: Words, law: Catalogue, { triage }: Assessment): Html {
  const text = words.case.triage;
  const tones = ['neutral', 'info', 'warning', 'danger'] as const satisfies readonly Tone[];
  return section(
    'triage',
    text.heading,
    summaryList(
      dimensions.map((dimension) => {
        const { level, because } = triage[dimension];
        const reasons = because.map((id) => law.triage[id] ?? id).join('; ');
        return [text.dimensions[dimension], html`${tag(text.levels[level], tones[level])} ${reasons}`];
      }),
    ),
  );
}
