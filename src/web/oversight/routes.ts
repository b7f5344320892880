import type { Hono } from 'hono';
import type { ReadingList } from '../../acts/list-readings.ts';
import { limits } from '../../limits.ts';
import { show, showProblem, signedIn, type Door, type Http } from '../door.ts';
import { html, type Part } from '../html.ts';
import { table, tag } from '../parts/blocks.ts';
import { button, choiceField, lineField } from '../parts/field.ts';
import { moment } from '../parts/moment.ts';
import type { PageContent } from '../parts/page.ts';
import { shortId } from '../parts/say.ts';
import { paths } from '../paths.ts';

type Query = Readonly<{ person: string; caseId: string; brokenGlass: boolean }>;

/** The pages of those who watch: every reading of every case of their State. */
export function oversightRoutes(app: Hono<Http>, door: Door): void {
  app.get(paths.readings, async (c) => {
    const session = signedIn(c);
    if (session instanceof Response) return session;
    const text = (name: string): string => (c.req.query(name) ?? '').trim().slice(0, limits.lineCharacters);
    const query = { person: text('person'), caseId: text('case'), brokenGlass: text('glass') === 'yes' };
    const list = await door.acts.listReadings({
      mandate: session.mandate.id,
      ...(query.person !== '' && { person: query.person }),
      ...(query.caseId !== '' && { caseId: query.caseId }),
      brokenGlass: query.brokenGlass,
    });
    if (list.kind === 'refused') return showProblem(c, door, list);
    return show(c, door, readingsPage(door, list, query, session.mandate.role === 'overseer'));
  });
}

function readingsPage({ words }: Door, list: ReadingList, query: Query, mayOpen: boolean): PageContent {
  const text = words.oversight;
  const rows = list.readings.map(({ caseId, mandate, page, at, basis }): readonly Part[] => {
    const reader = list.people.get(mandate);
    const name = words.case.heading(shortId(caseId));
    const why = words.access.basis[basis ?? 'unknown'];
    return [
      moment(words, at),
      reader === undefined
        ? mandate
        : html`${reader.name}<br /><span class="p-cite">${words.roles[reader.role]}, ${reader.authorityName}</span>`,
      mayOpen
        ? html`<a class="ds-link" href="${paths.case(caseId)}">${name}</a>`
        : html`${name}<br /><code class="p-cite">${caseId}</code>`,
      page,
      basis === 'broken-glass' ? tag(why, 'danger') : why,
    ];
  });
  return {
    heading: text.heading,
    wide: true,
    main: html`<p>${text.lead}</p>
      <form method="get" action="${paths.readings}" class="p-form" novalidate>
        ${lineField({ id: 'person', label: text.person, value: query.person })}
        ${lineField({ id: 'case', label: text.case, help: text.caseHelp, value: query.caseId })}
        ${choiceField({ kind: 'checkbox', id: 'glass', label: text.which, options: [{ value: 'yes', label: text.glass }], chosen: query.brokenGlass ? ['yes'] : [] })}
        ${button(text.search, 'secondary')}
      </form>
      ${rows.length === 0 ? html`<p>${text.none}</p>` : table(text.heading, text.columns, rows)}
      ${list.cut && html`<p class="p-small">${text.cut(limits.readingsListed)}</p>`}`,
  };
}
