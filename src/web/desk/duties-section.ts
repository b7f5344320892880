import type { CaseView } from '../../acts/see-case.ts';
import type { Words } from '../../catalogue/en.ts';
import { dutiesOf, dutyState, isPending, type Duty } from '../../request/duty.ts';
import type { Door } from '../door.ts';
import { html, type Html, type Part } from '../html.ts';
import { details, section, table, tag, type Tone } from '../parts/blocks.ts';
import { distance, moment } from '../parts/moment.ts';
import { stateName } from '../parts/say.ts';

const tones = { open: 'info', extended: 'warning', overdue: 'danger', met: 'success', ended: 'neutral' } as const satisfies Record<ReturnType<typeof dutyState>, Tone>; // prettier-ignore

/** What is due in a case, by whom and until when: what is pending by its date, what is settled folded away. */
export function dutiesSection(door: Door, view: CaseView): Html {
  const { words } = door;
  const text = words.life.duties;
  const at = door.now();
  const known = dutiesOf(view.case).filter(
    ({ owner }) => view.mandate.role !== 'provider' || owner.role === 'provider',
  );
  const pending = known.filter(isPending).toSorted((a, b) => (a.due < b.due ? -1 : 1));
  const settled = known.filter((duty) => !isPending(duty));
  const rows = (duties: readonly Duty[]): (readonly Part[])[] => duties.map((duty) => row(door, view, duty, at));
  return section(
    'duties',
    text.heading,
    html`${pending.length === 0 ? html`<p>${text.none}</p>` : table(text.heading, text.columns, rows(pending))}
    ${settled.length > 0 && details(text.settled(settled.length), table(text.heading, text.columns, rows(settled)))}`,
  );
}

function row({ words }: Door, view: CaseView, duty: Duty, at: string): readonly Part[] {
  const text = words.life.duties;
  const state = dutyState(duty, at);
  const settled = duty.met ?? duty.ended;
  return [
    html`${text.names[duty.kind]}<br />${tag(text.states[state], tones[state])}`,
    ownerText(words, view, duty),
    settled === undefined
      ? html`${moment(words, duty.due)}<br /><span class="${state === 'overdue' ? 'p-late' : 'p-small'}"
            >${distance(words, at, duty.due)}</span
          >`
      : html`${duty.met ? text.metOn : text.endedOn} ${moment(words, settled.at)}`,
    html`${text.cites(duty.source.cites)}<br /><span class="p-small">${text.dated[duty.source.date]}</span>`,
  ];
}

/** The role, and where: a court is known by its State alone. */
function ownerText(words: Words, { case: subject, people }: CaseView, { owner }: Duty): string {
  const role = words.roles[owner.role];
  if (owner.authority === undefined)
    return `${role}, ${words.life.duties.court} ${stateName(words, subject.parties.requestedState)}`;
  const name = [...people.values()].find(({ authority }) => authority === owner.authority)?.authorityName;
  return name === undefined ? role : `${role}, ${name}`;
}
