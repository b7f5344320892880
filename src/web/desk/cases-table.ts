import { acts, besides, roleFor, waitsFor, type Act } from '../../request/open-acts.ts';
import type { CaseList } from '../../acts/list-cases.ts';
import type { QueueLine } from '../../store/queue.ts';
import type { RegisteredMandate } from '../../store/rows.ts';
import type { Door } from '../door.ts';
import { html, type Html, type Part } from '../html.ts';
import { table, tag, type Tone } from '../parts/blocks.ts';
import { moment } from '../parts/moment.ts';
import { shortId, stateName } from '../parts/say.ts';
import { paths } from '../paths.ts';
import { stateTone } from './case-page.ts';

/** Cases as lines: which, how it stands, between whom, how soon and why, and what this person can do. */
export const casesTable = (
  door: Door,
  mandate: RegisteredMandate,
  caption: string,
  { lines, own }: Pick<CaseList, 'lines' | 'own'>,
): Html => {
  const isMine = (line: QueueLine): boolean => own === undefined || line.assigned.some((id) => own.includes(id));
  return table(
    caption,
    door.words.cases.columns,
    lines.map((line) => row(door, mandate, line, isMine(line))),
  );
};

/** @param mine whether the reader may open it: of the others they see no reason and nothing to do */
function row(door: Door, mandate: RegisteredMandate, line: QueueLine, mine: boolean): readonly Part[] {
  const { words } = door;
  const text = words.cases;
  const measure = Object.entries(words.case.request.measures).find(([name]) => name === line.measure)?.[1];
  return [
    html`<a class="ds-link" href="${paths.case(line.caseId)}">${text.name(shortId(line.caseId))}</a>
      <p class="p-small">${measure}</p>`,
    tag(words.case.states[line.state], stateTone[line.state]),
    text.between(stateName(words, line.requestingState), stateName(words, line.requestedState)),
    howSoon(door, mine ? line : { ...line, because: [] }),
    moment(words, line.changedAt),
    mine ? next(door, mandate, line) : html`<span class="p-cite">${text.notMine}</span>`,
  ];
}

/** The weight of the triage with its reasons, and the date of what is owed: what is late is said, not only coloured. */
function howSoon({ words, law, now }: Door, { weight, because, due, nextDueAt }: QueueLine): Html {
  const text = words.cases;
  const tone: Tone = weight >= 6 ? 'danger' : weight >= 3 ? 'warning' : 'neutral';
  const at = due?.at ?? nextDueAt;
  const late = at !== null && at <= now();
  return html`${tag(text.weight(weight), tone)}
  ${at !== null && html`<p class="p-small">${late ? html`<strong class="p-late">${text.overdueSince}</strong>` : text.due} ${moment(words, at)}</p>`}
  ${because.length > 0 && html`<p class="p-small">${because.map((id) => law.triage[id] ?? id).join('; ')}</p>`}`;
}

function next({ words }: Door, { role }: RegisteredMandate, { state }: QueueLine): Part {
  const open: Act | undefined = acts.find((act) => !besides.includes(act) && roleFor(state, act) === role);
  if (open !== undefined) return html`<strong>${words.case.tasks.acts[open][0] ?? ''}</strong>`;
  const closed = waitsFor[state] === undefined;
  return html`<span class="p-cite">${closed ? words.cases.closed : words.cases.nothing}</span>`;
}
