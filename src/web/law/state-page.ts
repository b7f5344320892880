import { statusAsOf, treaty } from '../../../law/in-force.ts';
import { noData, type Known, type NoData, type State } from '../../../law/states/state.ts';
import type { Words } from '../../catalogue/en.ts';
import { html, type Html, type Part } from '../html.ts';
import { section, summaryList, table } from '../parts/blocks.ts';
import type { PageContent } from '../parts/page.ts';
import { paths } from '../paths.ts';
import { dayOf, nameOf } from './states-page.ts';

/** Everything that is known of one State, each statement with its source; "No data" where there is none. */
export function statePage(words: Words, state: State): PageContent {
  const text = words.law.state;
  return {
    heading: nameOf(words, state),
    above: `${state.code}. ${text.kinds[state.kind]}`,
    back: { href: paths.lawStates, text: text.back },
    wide: true,
    main: html`${summaryList([
        [text.name, fact(words, state.name, (name) => name)],
        [text.bound, bound(words, state)],
      ])}
      ${section('acts', text.actsHeading, acts(words, state))}
      ${section('known', text.knownHeading, known(words, state))}
      <p class="p-small">${words.law.noDataMeans}</p>`,
  };
}

function bound({ law: { state: text } }: Words, { code, kind }: State): string {
  if (kind === 'test') return text.boundTest;
  const from = treaty.bindsFrom.get(code);
  return from === undefined ? text.notBound(statusAsOf) : text.boundFrom(from);
}

function acts(words: Words, state: State): Html {
  const text = words.law.state;
  if (state.acts.length === 0) return html`<p>${text.noAct}</p>`;
  const { act, on, source, sure } = text.actColumns;
  const rows = state.acts.map((each): readonly Part[] => [
    html`${text.acts[each.act]}${each.note !== undefined && html`. <span class="p-small">${each.note}</span>`}`,
    dayOf(words, each),
    text.asOf(each.source.from, each.source.asOf),
    each.source.sure,
  ]);
  return table(text.actsHeading, [act, on, source, sure], rows);
}

function known(words: Words, state: State): Html {
  const text = words.law.state;
  const place = (article: string): Html => placeLink(words, article);
  return summaryList([
    [text.reservations, fact(words, state.reservations, listOf(words, (each) => html`${place(each.place)}: ${each.says}`))], // prettier-ignore
    [text.narrows, fact(words, state.narrows, listOf(words, place))],
    [text.declarations, fact(words, state.declarations, listOf(words, ({ about, says }) => html`${text.place(about)}: ${says}`))], // prettier-ignore
    [text.centralAuthority, fact(words, state.centralAuthority, (name) => name)],
    [
      text.languages,
      fact(
        words,
        state.languages,
        listOf(words, (code) => languageName(words, code)),
      ),
    ],
    [
      text.channels,
      fact(
        words,
        state.channels,
        listOf(words, (channel) => channel),
      ),
    ],
    [text.policy, fact(words, state.policy, (policy) => policy)],
  ]);
}

/** A statement, how sure it is and where it comes from; or that there is none. */
function fact<T>({ law: { state: text } }: Words, of: Known<T> | NoData, say: (value: T) => Part): Part {
  if (of === noData) return html`<em>${text.noData}</em>`;
  return html`${say(of.value)}
    <p class="p-small">${text.source(of.source.from, of.source.asOf)} (${of.source.sure})</p>`;
}

/** An empty list says that somebody looked. */
const listOf =
  <T>({ law: { state: text } }: Words, say: (each: T) => Part) =>
  (values: readonly T[]): Part =>
    values.length === 0
      ? text.none
      : html`<ul class="p-plain">
          ${values.map((each) => html`<li>${say(each)}</li>`)}
        </ul>`;

/** `23(3)(a)` leads to article 23 of the Convention; what is no single article leads nowhere. */
function placeLink({ law: { state: text } }: Words, place: string): Html {
  const number = /^\d+/.exec(place)?.[0];
  if (number === undefined) return html`${text.places[place] ?? place}`;
  return html`<a class="ds-link" href="${paths.article('un-cybercrime', number)}">${text.place(place)}</a>`;
}

const languageName = ({ lang }: Words, code: string): string =>
  new Intl.DisplayNames(lang, { type: 'language', fallback: 'code' }).of(code) ?? code;
