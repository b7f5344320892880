import type { Paragraph, ShelvedArticle } from '../../law/library.ts';
import type { Door } from '../door.ts';
import { attributes, html, type Html, type Part } from '../html.ts';
import { inEnglish } from './in-english.ts';
import { notice, summaryList } from '../parts/blocks.ts';
import type { PageContent } from '../parts/page.ts';
import { paths } from '../paths.ts';
import { reviewNotice } from './index-page.ts';
import { rulesOf } from './law-book.ts';
import { rulePart } from './rule-part.ts';

/** One article: our words left, the rules and their examples right, and what is not coded in its place. */
export function articlePage(door: Door, article: ShelvedArticle): PageContent {
  const { words } = door;
  const text = words.law;
  const { front, paragraphs, path } = article;
  const [heading, body] = reviewNotice(words, rulesOf(article));
  return {
    heading: text.articleName(article.number, front.title),
    above: text.instruments[article.instrument] ?? front.instrument,
    back: { href: paths.law, text: text.heading },
    wide: true,
    main: html`${inEnglish(words) !== undefined && html`<p class="p-small">${words.preferences.englishLaw}</p>`}
      ${rulesOf(article).length > 0 && notice('warning', heading, html`<p>${body}</p>`)}
      ${summaryList([
        [text.official, html`<a class="ds-link" href="${front.link}" rel="external">${front.link}</a>`],
        [text.howSure, sayMarks(door, front.sure)],
        [text.checked, html`<time datetime="${front.checked}">${front.checked}</time>`],
        [text.file, html`<code class="p-law__id">${path}</code>`],
      ])}
      ${paragraphs.length > 3 && contents(door, paragraphs)}
      ${paragraphs.map((paragraph, index) => paragraphSection(door, paragraph, index))}
      <p class="p-small">${text.wordsNote}</p>`,
  };
}

/** The statement as its author wrote it, and what its marks mean. */
function sayMarks({ words: { law: text } }: Door, sure: string): Html {
  const marks = (Object.keys(text.sure) as (keyof typeof text.sure)[]).filter((mark) =>
    sure.split(/[ ,.;:()]+/).includes(mark),
  );
  return html`${sure} <span class="p-small">(${marks.map((mark) => `${mark}: ${text.sure[mark]}`).join('; ')})</span>`;
}

const contents = ({ words }: Door, paragraphs: readonly Paragraph[]): Html =>
  html`<nav aria-label="${words.law.contents}" class="p-law__contents">
    <p><strong>${words.law.contents}</strong></p>
    <ul class="p-plain">
      ${paragraphs.map(
        ({ heading }, index) =>
          html`<li>
            <a class="ds-link" href="#${idOf(index)}"
              ><span ${attributes({ lang: inEnglish(words) })}>${heading}</span></a
            >
          </li>`,
      )}
    </ul>
  </nav>`;

const idOf = (index: number): string => `paragraph-${index + 1}`;

function paragraphSection(door: Door, paragraph: Paragraph, index: number): Html {
  const text = door.words.law;
  const { heading, rules, notCoded } = paragraph;
  const ids = rules.map(({ id }) => id);
  const lang = inEnglish(door.words);
  return html`<section class="p-section" aria-labelledby="${idOf(index)}">
    <h2 class="ds-heading" data-size="sm" id="${idOf(index)}" ${attributes({ lang })}>${heading}</h2>
    <div class="p-law">
      <div class="p-law__text" ${attributes({ lang })}>${paragraphsOf(paragraph.text)}</div>
      <div class="p-law__rules">
        ${rules.map((rule, place) => rulePart(door, rule, ids.indexOf(rule.id) === place))}
        ${notCoded.map((why) => html`<p class="p-law__gap"><strong>${text.notCoded}:</strong> <span ${attributes({ lang })}>${withCode(why)}</span></p>`)}
      </div>
    </div>
  </section>`;
}

const paragraphsOf = (text: string): readonly Html[] =>
  text
    .split(/\n{2,}/)
    .filter((each) => each.trim() !== '')
    .map((each) => html`<p>${withCode(each)}</p>`);

/** The one mark-up that the lawyers' texts use: names of rules and facts between backticks. */
const withCode = (text: string): readonly Part[] =>
  text.split('`').map((part, index): Part => (index % 2 === 1 ? html`<code>${part}</code>` : part));
