import type { Hono } from 'hono';
import type { Notice } from '../../acts/notices-for.ts';
import { show, showProblem, signedIn, type Door, type Http } from '../door.ts';
import { html, type Html } from '../html.ts';
import { section, summaryList, typed } from '../parts/blocks.ts';
import { moment } from '../parts/moment.ts';
import { stateName } from '../parts/say.ts';
import { paths } from '../paths.ts';

/** The person concerned is told who asked, which court allowed it and when, and what was handed over (mission C3). */
export function personRoutes(app: Hono<Http>, door: Door): void {
  const text = door.words.walk.notices;
  app.get(paths.notices, async (c) => {
    const session = signedIn(c);
    if (session instanceof Response) return session;
    if (session.mandate.role !== 'person-concerned')
      return showProblem(c, door, { kind: 'refused', code: 'no-mandate' });
    const notices = await door.acts.noticesFor({ mandate: session.mandate.id });
    const none = html`<p><strong>${text.none}</strong></p>
      <p>${text.noneBody}</p>`;
    const main = html`<p>${text.lead}</p>
      ${notices.length === 0 ? none : notices.map((each, index) => one(door, each, index + 1))}`;
    return show(c, door, { heading: text.heading, main });
  });
}

function one({ words }: Door, of: Notice, number: number): Html {
  const text = words.walk.notices;
  const { categories, measures } = words.case.request;
  const known = (names: Readonly<Record<string, string>>, name: string): string => names[name] ?? name;
  return section(
    `notice-${of.caseId}`,
    text.item(number, stateName(words, of.requestingState)),
    html`${summaryList([
        [text.who, html`${typed(of.authority)}, ${stateName(words, of.requestingState)}`],
        [text.court, of.court],
        [text.ordered, moment(words, of.orderedAt)],
        [text.released, moment(words, of.releasedAt)],
        [text.measure, known(measures, of.measure)],
        [text.categories, of.dataCategories.map((each) => known(categories, each)).join(', ')],
        [text.period, html`${moment(words, of.period.from)} - ${moment(words, of.period.until)}`],
      ])}
      <p class="p-small">${text.before} ${text.sandbox}</p>`,
  );
}
