import { deposits, statusAsOf, treaty } from '../../../law/in-force.ts';
import { noData, type State, type StatusAct } from '../../../law/states/state.ts';
import { states } from '../../../law/states/states.ts';
import type { Words } from '../../catalogue/en.ts';
import { html, type Html, type Part } from '../html.ts';
import { table } from '../parts/blocks.ts';
import type { PageContent } from '../parts/page.ts';
import { paths } from '../paths.ts';

/** What is known of each State, and what is not. */
export function statesPage(words: Words): PageContent {
  const text = words.law;
  return {
    heading: text.statesHeading,
    back: { href: paths.law, text: text.heading },
    wide: true,
    main: html`${lead(words)}${statesTable(words, text.statesAll(states.length), states)}`,
  };
}

/** On the page of the law: the count, the States of which more than a signature is known, and the way to all. */
export function statesSection(words: Words): Html {
  const text = words.law;
  return html`${lead(words)}
    <p>${text.statesMore}</p>
    ${statesTable(words, text.statesHeading, states.filter(isMoreThanSignature))}
    <p><a class="ds-link" href="${paths.lawStates}">${text.statesAll(states.length)}</a></p>`;
}

const isMoreThanSignature = ({ acts, ...of }: State): boolean =>
  acts.some(({ act }) => act !== 'signature') ||
  [of.reservations, of.narrows, of.declarations, of.centralAuthority].some((known) => known !== noData);

const lead = ({ law: text }: Words): Html =>
  html`<p>${text.statesLead(states.length, deposits.length, statusAsOf)} ${text.entry(treaty.entryIntoForce)}</p>
    <p class="p-small">${text.noDataMeans}</p>`;

function statesTable(words: Words, caption: string, shown: readonly State[]): Html {
  const text = words.law.state;
  const { columns } = text;
  const rows = shown.map((state): readonly Part[] => [
    html`<a class="ds-link" href="${paths.lawState(state.code.toLowerCase())}">${nameOf(words, state)}</a>`,
    whenOf(words, state.acts, 'signature'),
    whenOf(words, state.acts, 'deposit'),
    state.reservations === noData
      ? text.noData
      : state.reservations.value.length === 0
        ? text.none
        : state.reservations.value.map(({ place }) => text.places[place] ?? text.place(place)).join(', '),
    state.centralAuthority === noData ? text.noData : state.centralAuthority.value,
    state.policy === noData ? text.noData : state.policy.value,
  ]);
  const { signature, deposit, reservations, centralAuthority, policy } = columns;
  return table(caption, [text.column, signature, deposit, reservations, centralAuthority, policy], rows);
}

/** Sandbox States have the names that the other pages use. */
export const nameOf = (words: Words, { code, name }: State): string => words.states[code] ?? name.value;

/** When an act was done, as far as is known; "no data" where no such act is. */
function whenOf(words: Words, acts: readonly StatusAct[], act: StatusAct['act']): Part {
  const found = acts.find((each) => each.act === act);
  return found === undefined ? words.law.state.noData : dayOf(words, found);
}

export function dayOf({ law: { state: text } }: Words, { on, by }: StatusAct): Part {
  if (on !== noData) return html`<time datetime="${on}">${on}</time>`;
  return by === undefined ? text.noData : text.by(by);
}
