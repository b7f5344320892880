import type { Words } from '../../catalogue/en.ts';
import type { ShelvedRule } from '../../law/library.ts';
import { attributes, html, type Html, type Part } from '../html.ts';
import { details, hash, summaryList, tag } from '../parts/blocks.ts';
import type { Door } from '../door.ts';
import { anchorOf, articleLink } from './citation.ts';
import { inEnglish } from './in-english.ts';
import { exampleTable } from './example-table.ts';
import { reviewsOf } from './law-book.ts';

/** One rule: in plain language, its examples, whom it answers, who has read it. @param first whether no earlier version has its anchor */
export function rulePart(door: Door, rule: ShelvedRule, first: boolean): Html {
  const { words, law, book } = door;
  const text = words.law;
  const scenarios = book.scenariosOf(rule.id);
  const lang = inEnglish(words);
  const heading = html`<span ${attributes({ lang })}>${rule.title}</span> <code class="p-law__id">${rule.id}</code>`;
  return html`<div class="p-law__rule">
    ${
      first
        ? html`<h3 class="ds-heading" data-size="xs" id="${anchorOf(rule.id)}">${heading}</h3>`
        : html`<h3 class="ds-heading" data-size="xs">${heading}</h3>`
    }
    <p ${attributes({ lang })}>${withoutTitle(rule)}</p>
    ${details(text.examples(rule.examples.length), exampleTable(words, law, rule.id, rule.examples), true)}
    ${summaryList([
      [text.review.row, review(words, rule)],
      [text.answers, asksOf(words, rule)],
      [text.protects, commaList(rule.rule.protects.map((right) => articleLink(words, right)))],
      [text.counts, counts(words, rule)],
      [text.version, text.inForce(rule.rule.inForceFrom, rule.rule.repealedOn)],
    ])}
    ${
      scenarios.length > 0 &&
      details(
        text.scenarios(scenarios.length),
        html`<ul class="p-lines">
          ${scenarios.map(({ name, why, standing }) => html`<li><span ${attributes({ lang })}>${why}</span> ${tag(text.standings[standing])} <code class="p-law__id">conformance/scenarios/${name}.json</code></li>`)}
        </ul>`,
      )
    }
  </div>`;
}

/** `sayRule` begins with the title, which stands above. */
const withoutTitle = ({ says, title }: ShelvedRule): string =>
  says.startsWith(`${title}. `) ? says.slice(title.length + 2) : says;

function review({ law: { review: text } }: Words, rule: ShelvedRule): Part {
  const reviews = reviewsOf(rule);
  const state =
    reviews.length === 0
      ? tag(text.none, 'warning')
      : reviews.map(({ reviewer, date }) => html`${tag(text.by(reviewer, date), 'success')} `);
  return html`${state} ${details(text.sha256, hash(rule.sha256))}`;
}

const asksOf = ({ law: { asks } }: Words, { rule }: ShelvedRule): Html =>
  html`<ul class="p-plain">
    ${rule.asks.map((ask) => html`<li><strong>${ask}</strong> ${asks[ask]}</li>`)}
  </ul>`;

function counts({ law: text }: Words, { rule, policies }: ShelvedRule): Part {
  if (rule.switch === undefined) return text.countsAlways;
  const under = policies.length === 0 ? text.countsNever : text.countsUnder(policies.join(', '));
  return html`${under} <code class="p-law__id">${rule.switch}</code>`;
}

const commaList = (parts: readonly Part[]): Part => parts.map((part, index): Part => html`${index > 0 && ', '}${part}`);
