import type { Hono } from 'hono';
import { holds } from '../../authorisation/mandate.ts';
import { personKeyId } from '../../authorisation/person-key.ts';
import { line } from '../../request/fields.ts';
import { limits } from '../../limits.ts';
import { receiveOwnForm, show, showProblem, signedIn, type Door, type Http, type HttpContext } from '../door.ts';
import { homeOf } from '../home.ts';
import { html, type Html } from '../html.ts';
import { notice, section, table, tag } from '../parts/blocks.ts';
import { button, hiddenFields, lineField, textField } from '../parts/field.ts';
import { moment } from '../parts/moment.ts';
import { paths } from '../paths.ts';
import { dropToken, keepToken, tokenOf, type Session } from '../session.ts';
import { readOwnKey } from '../../authorisation/own-key.ts';
import { passkeyForm } from './parts.ts';
import { creationOptions, readNewPasskey } from './passkey.ts';

/** What a person sees of themselves: mandates, keys, sessions, and what happened to their identity. */
export function accountRoutes(app: Hono<Http>, door: Door): void {
  app.get(paths.account, async (c) => {
    const session = signedIn(c);
    return session instanceof Response ? session : accountPage(c, door, session);
  });
  const own = (path: string, work: (c: HttpContext, session: Session, text: (name: string) => string) => Promise<Response>): void =>
    void app.post(path, async (c) => {
      const sent = await receiveOwnForm(c, door);
      return sent instanceof Response ? sent : work(c, sent.session, sent.form.text);
    });
  own(paths.accountMandate, async (c, { person }, text) => {
    const chosen = (await door.mandates()).find((each) => each.id === text('mandate') && each.person === person);
    const rotated = chosen && holds(chosen, door.now()) && (await door.sessions.rotate(tokenOf(c) ?? '', chosen.id, door.now()));
    if (!rotated) return showProblem(c, door, { kind: 'refused', code: 'no-mandate' });
    keepToken(c, rotated.token, door);
    return c.redirect(homeOf(chosen.role), 303);
  });
  own(paths.accountSessions, async (c, { person, id }, text) => {
    if (text('all') === '1') {
      await door.sessions.endAll(person);
      await door.identityStore.note({ person, kind: 'signed-out-everywhere', at: door.now(), about: '' });
    } else await door.sessions.endOne(person, text('session'));
    if (text('all') !== '1' && text('session') !== id) return c.redirect(paths.account, 303);
    dropToken(c, door);
    return c.redirect(paths.signIn, 303);
  });
  own(paths.accountKeyEnd, async (c, { person }, text) => {
    const answer = await door.acts.endKey({ person, keyId: text('key') });
    return answer.kind === 'refused' ? showProblem(c, door, answer) : c.redirect(paths.account, 303);
  });
  own(paths.accountKeys, (c, session, text) => addKey(c, door, session, text));
} // prettier-ignore

/** A further key: a passkey made on this page, or an offline key with the proof that its person holds it. */
async function addKey(c: HttpContext, door: Door, session: Session, text: (name: string) => string): Promise<Response> {
  const { office } = door;
  const name = line.safeParse(text('name')).data;
  if (office === undefined) return showProblem(c, door, { kind: 'not-found' });
  if (name === undefined) return accountPage(c, door, session, 'name');
  const { person } = session;
  const at = door.now();
  if (text('note') !== '') {
    const key = readOwnKey(text('note'), { person, mandate: session.mandate.id, name, at });
    if (key === undefined) return accountPage(c, door, session, 'note');
    const answer = await door.acts.registerKey({ key });
    return answer.kind === 'refused' ? showProblem(c, door, answer) : c.redirect(paths.account, 303);
  }
  const isChallenge = async (challenge: string): Promise<boolean> =>
    office.challenges.isOurs(challenge, `add ${session.id}`, at) &&
    (await door.once.first('challenge', challenge, limits.challengeSeconds, at));
  const made = await readNewPasskey(text('passkey'), { place: office.place, person, name, isChallenge, at });
  if (made === undefined) return accountPage(c, door, session, 'passkey');
  const answer = await door.acts.registerKey(made);
  return answer.kind === 'refused' ? showProblem(c, door, answer) : c.redirect(paths.account, 303);
}

async function accountPage(
  c: HttpContext,
  door: Door,
  session: Session,
  trouble?: 'name' | 'note' | 'passkey',
): Promise<Response> {
  const text = door.words.identity.account;
  const main = html`${trouble && notice('danger', trouble === 'note' ? text.badNote : trouble === 'name' ? door.words.errors.missing : door.words.identity.join.refused)}
  ${await mandates(door, session)} ${await keys(door, session)} ${await sessions(door, session)}
  ${await events(door, session)}`;
  const content = {
    heading: text.heading,
    main,
    wide: true,
    script: door.assets.passkeyScript,
    failed: trouble !== undefined,
  };
  return show(c, door, content, trouble === undefined ? 200 : 400);
}

async function mandates({ words, mandates: all, now }: Door, { person, mandate, csrf }: Session): Promise<Html> {
  const text = words.identity.account;
  const own = (await all()).filter((each) => each.person === person && holds(each, now()));
  const line = (each: (typeof own)[number]): Html =>
    each.id === mandate.id
      ? html`<li>${words.roles[each.role]}, ${each.authorityName} ${tag(text.now, 'info')}</li>`
      : html`<li>
          <form method="post" action="${paths.accountMandate}">
            ${hiddenFields({ csrf, mandate: each.id })}${button(text.act(words.roles[each.role], each.authorityName), 'secondary')}
          </form>
        </li>`;
  const list = html`<p>${text.mandatesLead}</p>
    <ul class="p-lines">
      ${own.map(line)}
    </ul>`;
  return section('mandates', text.mandates, list);
}

async function keys(door: Door, session: Session): Promise<Html> {
  const { words, office } = door;
  const text = words.identity.account;
  if (office === undefined) return section('keys', text.keys, html`<p>${text.sandbox}</p>`);
  const living = (await door.keysOf(session.person)).filter(({ endedAt }) => endedAt === undefined);
  const rows = living.map(({ key }) => [
    key.name,
    text.kinds[key.kind],
    moment(words, key.registeredAt),
    html`<form method="post" action="${paths.accountKeyEnd}">
      ${hiddenFields({ csrf: session.csrf, key: personKeyId(key) })}${button(text.end(key.name), 'danger')}
    </form>`,
  ]);
  const options = await creationOptions({
    place: office.place,
    product: words.product,
    person: session.person,
    name: session.mandate.name,
    challenge: office.challenges.make(`add ${session.id}`, door.now()),
    known: living.flatMap(({ key }) => (key.kind === 'passkey' ? [key.credentialId] : [])),
  });
  const join = words.identity.join;
  const name = (id: string, label: string): Html => lineField({ id, name: 'name', label, help: join.nameHelp });
  const fields = { csrf: session.csrf };
  const add = passkeyForm(door, { action: paths.accountKeys, kind: 'create', options, fields, body: html`${name('passkey-name', join.name)}${button(text.add)}` }); // prettier-ignore
  const offline = html`<h3 class="ds-heading" data-size="xs">${text.offline}</h3>
    <p>${text.offlineLead}</p>
    <pre class="p-command"><code>npx proviso key judge.key --for ${session.mandate.id}</code></pre>
    <form method="post" action="${paths.accountKeys}" class="p-form" novalidate>
      ${hiddenFields(fields)}${name('note-name', text.keyName)}${textField({ id: 'note', label: text.note, rows: 6, code: true })}${button(text.send, 'secondary')}
    </form>`;
  const list = rows.length > 0 ? table(text.keys, text.keyColumns, rows) : html`<p>${text.none}</p>`;
  return section('keys', text.keys, html`<p>${text.keysLead}</p>
    ${list}${add}${offline}`); // prettier-ignore
}

async function sessions({ words, sessions: all, now }: Door, session: Session): Promise<Html> {
  const text = words.identity.account;
  const rows = (await all.list(session.person, now())).map((each) => [
    html`<span class="p-small" dir="ltr">${each.client}</span> ${each.id === session.id && tag(text.now, 'info')}`,
    text.methods[each.method],
    moment(words, each.createdAt),
    moment(words, each.seenAt),
    html`<form method="post" action="${paths.accountSessions}">
      ${hiddenFields({ csrf: session.csrf, session: each.id })}${button(text.endSession, 'secondary')}
    </form>`,
  ]);
  const all_ = html`<form method="post" action="${paths.accountSessions}">
    ${hiddenFields({ csrf: session.csrf, all: 1 })}${button(text.endAll, 'danger')}
  </form>`;
  return section('sessions', text.sessions, html`${table(text.sessions, text.sessionColumns, rows)}${all_}`);
}

async function events(door: Door, { person }: Session): Promise<Html> {
  const { words } = door;
  const text = words.identity.account;
  const names = new Map((await door.mandates()).map(({ id, name }) => [id, name]));
  const rows = (await door.identityStore.events(person)).map(({ kind, by, at }) => [
    text.happened[kind],
    by === undefined ? text.you : (names.get(by) ?? by),
    moment(words, at),
  ]);
  return section('events', text.events, rows.length > 0 ? table(text.events, text.eventColumns, rows) : html`<p>${text.none}</p>`); // prettier-ignore
}
