import type { Words } from '../../catalogue/en.ts';
import type { Assessment } from '../../law/assessment.ts';
import { questionOf, type Catalogue } from '../../law/catalogue.ts';
import { html, type Html, type Part } from '../html.ts';
import type { Door } from '../door.ts';
import { citations } from '../law/citation.ts';
import { reviewedAmong, rulesOf, type LawBook } from '../law/law-book.ts';
import { details, notice, section } from '../parts/blocks.ts';
import { factLabel, ruleLine } from '../parts/say.ts';

/**
 * What the law says, in groups: what bars, what is owed, what is open; each line with its article.
 * @param weighs whether the reader belongs to those who weigh the request; the asking State reads what it owes
 */
export function assessmentSection({ words, law, book }: Door, assessment: Assessment, weighs: boolean): Html {
  const text = words.case.assessment;
  const tone = { barred: 'danger', incomplete: 'warning', 'nothing-bars': 'info' } as const;
  const rules = (ids: readonly string[]): readonly Part[] => ids.map((id) => ruleLine(words, law, id, 'follows'));
  const satisfied = assessment.findings.filter(({ result }) => result === 'met').map(({ rule }) => rule);
  return section(
    'law',
    text.heading,
    html`${notice(tone[assessment.outcome], text[assessment.outcome], weighs && html`<p>${text.questions(assessment.questions.length)}</p>`)}
      <div class="p-groups">
        ${group(words, text.groups.bars, rules(assessment.bars), true)}
        ${group(words, text.groups.owed, owed(words, law, assessment), true)}
        ${group(words, text.groups.asks, rules(assessment.asks), true)}
        ${weighs && group(words, text.groups.questions, questions(words, law, assessment), assessment.questions.length <= 5)}
        ${weighs && group(words, text.groups.grounds, rules(assessment.grounds), true)}
        ${weighs && group(words, text.groups.heighten, rules(assessment.heighten), true)}
        ${group(words, text.groups.authorise, rules(assessment.authorise), false)}
        ${group(words, text.groups.conditions, rules(assessment.conditions), false)}
        ${group(words, text.groups.notify, rules(assessment.notify), false)}
        ${group(
          words,
          text.groups.unmeasured,
          assessment.unmeasured.map(({ fact }) => factLabel(law, fact)),
          false,
        )}
        ${
          weighs &&
          group(
            words,
            text.groups.satisfied,
            satisfied.map((id) => ruleLine(words, law, id, 'title')),
            false,
          )
        }
      </div>
      <p class="p-small">${text.policy(assessment.policy)} ${reviewed(words, book, assessment)}</p>`,
  );
}

/** Who has reviewed the rules that were asked, as they stand (law/reviews.csv). */
function reviewed({ law: { review } }: Words, book: LawBook, { findings }: Assessment): string {
  const asked = new Set(findings.map(({ rule }) => rule));
  const rules = book.articles.flatMap(rulesOf).filter(({ id }) => asked.has(id));
  const count = reviewedAmong(rules);
  return `${count === 0 ? review.noneOf(rules.length) : review.someOf(count, rules.length)}.`;
}

const group = (
  words: Words,
  [title = '', lead = '']: readonly string[],
  lines: readonly Part[],
  open: boolean,
): Html | false =>
  lines.length > 0 &&
  details(
    words.case.assessment.count(title, lines.length),
    html`<p class="p-small">${lead}</p>
      <ul class="p-lines">
        ${lines.map((line) => html`<li>${line}</li>`)}
      </ul>`,
    open,
  );

const owed = (words: Words, law: Catalogue, { owed: facts }: Assessment): readonly Part[] =>
  facts.map(({ fact, rules }) => html`${factLabel(law, fact)} ${needed(words, rules)}`);

const questions = (words: Words, law: Catalogue, assessment: Assessment): readonly Part[] =>
  assessment.questions.map(({ fact, who, rules }) => {
    const others = who[0] === 'case-officer' ? '' : (words.case.assessment.who[who[0] ?? ''] ?? '');
    return html`${questionOf(law, fact)} <span class="p-cite">${others}</span> ${needed(words, rules)}`;
  });

const needed = (words: Words, rules: readonly string[]): Html =>
  html`<span class="p-cite">${citations(words, rules)}</span>`;
