import type { Words } from '../../catalogue/en.ts';
import type { Example } from '../../law/article.ts';
import type { Catalogue } from '../../law/catalogue.ts';
import { kindOf, type Fact } from '../../law/facts.ts';
import { html, type Html, type Part } from '../html.ts';
import { table, tag, type Tone } from '../parts/blocks.ts';
import { factLabel, valueText } from '../parts/say.ts';

/** The worked examples of a rule: what is known, what comes out, what must be asked. A fact that nobody knows is not in the line. */
export function exampleTable(words: Words, law: Catalogue, caption: string, examples: readonly Example[]): Html {
  const text = words.law.example;
  const rows = examples.map(({ cases, outcome, missing }): readonly Part[] => [
    known(words, law, cases),
    tag(words.law.outcomes[outcome] ?? outcome, toneOf(outcome)),
    list(missing.map((fact) => html`${factLabel(law, fact)}`)),
  ]);
  return table(caption, [text.known, text.outcome, text.missing], rows);
}

function known(words: Words, law: Catalogue, cases: Example['cases']): Part {
  const values = new Map<string, string[]>();
  for (const fact of cases.flat()) {
    const said = sayValue(words, law, fact);
    const before = values.get(fact.name) ?? [];
    if (!before.includes(said)) values.set(fact.name, [...before, said]);
  }
  if (values.size === 0) return words.law.example.nothing;
  return list(
    [...values].map(
      ([fact, said]) => html`<span class="p-law__fact">${factLabel(law, fact)}:</span> ${said.join(words.law.or)}`,
    ),
  );
}

/** Text is only ever "given"; a day is said as a day; a number that is none of years, as it is. */
function sayValue(words: Words, law: Catalogue, { name, value }: Fact): string {
  switch (kindOf(name).kind) {
    case 'text':
      return words.law.given;
    case 'instant':
      return String(value).replace(/T00:00:00\.000Z$/, '');
    case 'number':
      return String(value);
    case 'boolean':
    case 'oneOf':
    case 'many':
    case 'years':
      return valueText(words, law, name, value);
  }
}

const list = (lines: readonly Html[]): Html | false =>
  lines.length > 0 &&
  html`<ul class="p-plain">
    ${lines.map((line) => html`<li>${line}</li>`)}
  </ul>`;

const tones: Readonly<Record<string, Tone>> = {
  met: 'success',
  refuse: 'danger',
  'may-refuse': 'warning',
  ask: 'info',
};

/** The word carries the meaning; the colour only repeats it. */
const toneOf = (outcome: string): Tone => tones[outcome] ?? 'neutral';
