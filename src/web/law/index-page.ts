import { defaultPolicy, policies, rules as wholeLaw } from '../../../law/law.ts';
import type { Words } from '../../catalogue/en.ts';
import type { ShelvedArticle, ShelvedRule } from '../../law/library.ts';
import { switches, switchNames } from '../../law/switches.ts';
import type { Door } from '../door.ts';
import { html, type Html } from '../html.ts';
import { details, notice, section, summaryList, table, tag } from '../parts/blocks.ts';
import type { PageContent } from '../parts/page.ts';
import { paths } from '../paths.ts';
import { markOf, reviewedAmong, rulesOf } from './law-book.ts';
import { statesSection } from './states-page.ts';

/** Every article by instrument, the policies with their safeguards, the States, and the export. */
export function lawIndexPage(door: Door): PageContent {
  const { words, book } = door;
  const text = words.law;
  const [heading, body] = reviewNotice(words, book.articles.flatMap(rulesOf));
  const shelves = [...Map.groupBy(book.articles, ({ instrument }) => instrument)];
  return {
    heading: text.heading,
    wide: true,
    main: html`<p class="p-lead">${text.lead}</p>
      ${notice('warning', heading, html`<p>${body}</p>`)}
      ${shelves.map(([instrument, articles]) => section(`instrument-${instrument}`, text.instruments[instrument] ?? instrument, shelf(words, instrument, articles)))}
      ${section('sure', text.sureHeading, sureLegend(words))}
      ${section('policies', text.policiesHeading, safeguards(words))}
      ${section('states', text.statesHeading, statesSection(words))}
      ${section(
        'export',
        text.exportHeading,
        html`<p><a class="ds-link" href="${paths.lawRules}">${text.export}</a></p>
          <p class="p-small">${text.exportHow}</p>`,
      )}`,
  };
}

/** Heading and body: how many of these rules lawyers have read as they stand. */
export function reviewNotice({ law: { review } }: Words, rules: readonly ShelvedRule[]): readonly [string, string] {
  const reviewed = reviewedAmong(rules);
  return [reviewed === 0 ? review.noneOf(rules.length) : review.someOf(reviewed, rules.length), review.how];
}

function shelf({ law: text }: Words, instrument: string, articles: readonly ShelvedArticle[]): Html {
  const { columns } = text;
  return table(
    text.instruments[instrument] ?? instrument,
    [columns.article, columns.rules, columns.sure, columns.checked, columns.review],
    articles.map((article) => {
      const rules = rulesOf(article);
      const reviewed = reviewedAmong(rules);
      const { title, sure, checked } = article.front;
      return [
        html`<a class="ds-link" href="${paths.article(instrument, article.number)}"
          >${text.articleName(article.number, title)}</a
        >`,
        rules.length,
        markOf(sure),
        html`<time datetime="${checked}">${checked}</time>`,
        rules.length === 0
          ? text.review.nothing
          : tag(text.review.short(reviewed, rules.length), reviewed === rules.length ? 'success' : 'warning'),
      ];
    }),
  );
}

const sureLegend = ({ law: text }: Words): Html =>
  html`<p>${text.sureLead}</p>
    ${summaryList(Object.entries(text.sure))}`;

/** A row for each safeguard: the ask that it answers, and which policies switch it on. */
function safeguards({ law: text }: Words): Html {
  const all = Object.values(policies);
  const rows = switchNames.map((name) => {
    const { ask, means } = switches[name];
    const its = wholeLaw.filter((rule) => 'switch' in rule && rule.switch === name).map(({ id }) => id);
    return [
      html`${means} <code class="p-law__id">${name}</code>`,
      html`<strong>${ask}</strong> ${text.asks[ask]}`,
      html`${its.length}`,
      ...all.map(({ on }) => (on.includes(name) ? tag(text.switched.on, 'success') : tag(text.switched.off))),
    ];
  });
  const titles = all.map(({ id, title }) => (id === defaultPolicy ? text.asDefault(title) : title));
  return html`<p>${text.policiesLead}</p>
    ${table(text.policiesHeading, [text.safeguard, text.ask, text.columns.rules, ...titles], rows)}
    ${details(text.asksAll, summaryList(Object.entries(text.asks)))}`;
}
