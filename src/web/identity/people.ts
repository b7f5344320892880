import type { Hono } from 'hono';
import type { Invited } from '../../acts/invite-person.ts';
import type { PeopleView } from '../../acts/see-people.ts';
import type { Refused } from '../../acts/answer.ts';
import { text as cleanText, line } from '../../request/fields.ts';
import { receiveOwnForm, show, showProblem, signedIn, type Door, type Http, type HttpContext } from '../door.ts';
import { html, type Html } from '../html.ts';
import { details, notice, section, table, tag, typed } from '../parts/blocks.ts';
import { button, hiddenFields, lineField } from '../parts/field.ts';
import { paths } from '../paths.ts';
import type { Session } from '../session.ts';

/** The registrar's page about who can sign in: invitations, bindings, recovery by two. */
export function peopleRoutes(app: Hono<Http>, door: Door): void {
  app.get(paths.people, async (c) => {
    const session = signedIn(c);
    return session instanceof Response ? session : peoplePage(c, door, session);
  });
  app.post(paths.people, async (c) => {
    const sent = await receiveOwnForm(c, door);
    if (sent instanceof Response) return sent;
    const { session, form } = sent;
    const answer = await perform(door, session.mandate.id, form.text);
    if (answer === undefined) return showProblem(c, door, { kind: 'malformed' });
    if (answer.kind === 'refused') return showProblem(c, door, answer);
    return peoplePage(c, door, session, answer, form.text('what') === 'invite' ? 'code' : 'half');
  });
}

type Done = Invited | Readonly<{ kind: 'bound' }>;

async function perform(door: Door, mandate: string, text: (name: string) => string): Promise<Done | Refused | undefined> {
  const { acts, office } = door;
  const person = text('person');
  switch (text('what')) {
    case 'invite':
      return acts.invitePerson({ mandate, person });
    case 'bind': {
      const subject = line.safeParse(text('subject')).data;
      const issuer = office?.provider?.issuer;
      return subject === undefined || issuer === undefined ? undefined : acts.bindSubject({ mandate, person, issuer, subject });
    }
    case 'recover': {
      const reasons = cleanText.safeParse(text('reasons')).data;
      return reasons === undefined ? undefined : acts.askRecovery({ mandate, person, reasons });
    }
    case 'approve':
      return acts.approveRecovery({ mandate, recovery: text('recovery') });
    default:
      return undefined;
  }
} // prettier-ignore

async function peoplePage(c: HttpContext, door: Door, session: Session, done?: Done, kind: 'code' | 'half' = 'code'): Promise<Response> {
  const view = await door.acts.seePeople({ mandate: session.mandate.id });
  if (view.kind === 'refused') return showProblem(c, door, view);
  const text = door.words.identity.people;
  const shown = done?.kind === 'invited' ? notice('success', text[kind], html`<p><code class="p-hash">${done.code}</code></p><p>${text.handOver}</p>`) : done && notice('success', text.bound);
  const main = html`${shown}
    <p>${text.lead}</p>
    ${people(door, session, view)} ${recoveries(door, session, view)}`;
  return show(c, door, { heading: text.heading, above: view.registrar.authorityName, back: { href: paths.register, text: door.words.register.heading }, wide: true, main });
} // prettier-ignore

const act = ({ csrf }: Session, fields: Readonly<Record<string, string>>, body: Html): Html =>
  html`<form method="post" action="${paths.people}" class="p-form">${hiddenFields({ csrf, ...fields })}${body}</form>`;

function people({ words, office }: Door, session: Session, { people: all, registrar }: PeopleView): Html {
  const text = words.identity.people;
  const rows = all.map(({ person, name, livingKeys, ever, own }) => [
    html`${name}<br /><span class="p-cite">${person}</span>`,
    livingKeys > 0 ? text.keys(String(livingKeys)) : text.none,
    own
      ? words.identity.account.you
      : ever
        ? details(text.recover(name), act(session, { what: 'recover', person }, html`${lineField({ id: `reasons-${person}`, name: 'reasons', label: text.reasons(name) })}${button(text.recover(name), 'secondary')}`))
        : html`${act(session, { what: 'invite', person }, button(text.invite(name), 'secondary'))}
          ${office?.provider && details(text.bind, act(session, { what: 'bind', person }, html`${lineField({ id: `subject-${person}`, name: 'subject', label: text.subject(name) })}${button(text.bind, 'secondary')}`))}`,
  ]);
  return section('people', registrar.authorityName, table(text.heading, text.columns, rows));
} // prettier-ignore

function recoveries({ words }: Door, session: Session, { recoveries: all, names, registrar }: PeopleView): Html | false {
  const text = words.identity.people;
  if (all.length === 0) return false;
  const rows = all.map((each) => {
    const name = names.get(each.person) ?? each.person;
    const state =
      each.approvedAt !== undefined
        ? tag(text.approved, 'success')
        : each.askedBy === registrar.id
          ? tag(text.waits, 'info')
          : act(session, { what: 'approve', recovery: each.id }, button(text.approve(name), 'danger'));
    return [name, names.get(each.askedBy) ?? each.askedBy, typed(each.reasons), state];
  });
  return section('recoveries', text.recoveries, table(text.recoveries, text.recoveryColumns, rows));
} // prettier-ignore
