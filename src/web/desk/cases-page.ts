import type { RegisteredMandate, CaseSummary } from '../../store/rows.ts';
import { assignedRoles } from '../../authorisation/access.ts';
import { holds } from '../../authorisation/mandate.ts';
import { acts, openActs, roleFor, waitsFor, type Act } from '../../request/open-acts.ts';
import type { Door } from '../door.ts';
import { html, type Html, type Part } from '../html.ts';
import { notice, table, tag } from '../parts/blocks.ts';
import { moment, momentText } from '../parts/moment.ts';
import type { PageContent } from '../parts/page.ts';
import { shortId, stateName } from '../parts/say.ts';
import { paths } from '../paths.ts';
import { stateTone } from './case-page.ts';

/** The cases that a person may see, those that wait for them first. */
export function casesPage(door: Door, mandate: RegisteredMandate, cases: readonly CaseSummary[]): PageContent {
  const { words } = door;
  const text = words.cases;
  const nextFor = (of: CaseSummary): Act | undefined =>
    isMine(of, mandate) ? acts.find((act) => act !== 'withdraw' && roleFor(of.state, act) === mandate.role) : undefined;
  const waits = (of: CaseSummary): boolean => waitsFor[of.state] === mandate.role && isMine(of, mandate);
  const sorted = [...cases].sort((a, b) => Number(waits(b)) - Number(waits(a)));
  const rows = sorted.map((of) => row(door, of, isMine(of, mandate), nextFor(of)));
  const waiting = cases.filter(waits).length;
  const main = html`${ended(door, mandate)}
  ${mandate.role === 'requesting-officer' && html`<p><a class="ds-button" href="${paths.newRequest}">${words.nav.newRequest}</a></p>`}
  ${
    cases.length === 0
      ? html`<p>${empty(door, mandate)}</p>`
      : html`<p>${text.waiting(waiting)}</p>
          ${table(text.caption, text.columns, rows)}`
  }`;
  return {
    heading: text.heading,
    above: html`${words.roles[mandate.role]}, ${mandate.authorityName}`,
    wide: true,
    main,
  };
}

/** Officers work on the cases that are assigned to them; of the others they see this line. */
const isMine = ({ assigned }: CaseSummary, { id, role }: RegisteredMandate): boolean =>
  !(assignedRoles as readonly string[]).includes(role) || assigned.includes(id);

function row({ words }: Door, of: CaseSummary, mine: boolean, next: Act | undefined): readonly Part[] {
  const text = words.cases;
  const closed = Object.keys(openActs[of.state]).length === 0;
  const [title] = next === undefined ? [] : words.case.tasks.acts[next];
  return [
    html`<a class="ds-link" href="${paths.case(of.id)}">${text.name(shortId(of.id))}</a>`,
    tag(words.case.states[of.state], stateTone[of.state]),
    html`${stateName(words, of.requestingState)}`,
    moment(words, of.changedAt),
    title === undefined
      ? html`<span class="p-cite">${mine ? (closed ? text.closed : text.nothing) : text.notMine}</span>`
      : html`<strong>${title}</strong>`,
  ];
}

function ended({ words, now }: Door, mandate: RegisteredMandate): Html | false {
  if (holds(mandate, now())) return false;
  const { ended: heading, endedBody } = words.cases;
  return notice('danger', heading, html`<p>${endedBody(momentText(words, mandate.validUntil))}</p>`);
}

function empty({ words, now }: Door, mandate: RegisteredMandate): string {
  const { none, noneOfficer, noneRequesting, noneElse } = words.cases;
  if (!holds(mandate, now())) return none;
  if (mandate.role === 'case-officer') return noneOfficer;
  return mandate.role === 'requesting-officer' ? noneRequesting : noneElse;
}
