import type { Hono } from 'hono';
import { holds } from '../../authorisation/mandate.ts';
import type { RegisteredMandate } from '../../store/rows.ts';
import { readForm } from '../body.ts';
import { show, showProblem, type Door, type Http, type HttpContext } from '../door.ts';
import { html, type Html } from '../html.ts';
import { notice } from '../parts/blocks.ts';
import { button, hiddenFields } from '../parts/field.ts';
import { momentText } from '../parts/moment.ts';
import { homeOf } from '../home.ts';
import { paths } from '../paths.ts';
import { cameFromHere, dropToken, keepToken, sameSecret, tokenOf } from '../session.ts';
import { joinRoutes } from '../identity/join.ts';
import { officeSignIn } from '../identity/sign-in.ts';

/** One click lets an invented person in. Only a sandbox has `identities`; without them nobody is let in this way. */
export function signInRoutes(app: Hono<Http>, door: Door): void {
  const { words, sessions } = door;
  signOutRoute(app, door);
  if (door.office !== undefined) {
    officeSignIn(app, door, door.office);
    joinRoutes(app, door, door.office);
    return;
  }
  app.get(paths.signIn, async (c) =>
    show(c, door, { heading: words.signIn.heading, wide: true, main: await people(c, door) }),
  );
  app.post(paths.signIn, async (c) => {
    if (!cameFromHere(c, door)) return showProblem(c, door, { kind: 'not-from-here' });
    const body = await readForm(c);
    if (body.kind !== 'form') return showProblem(c, door, body);
    const chosen = (await door.identities?.())?.find(({ id }) => id === body.form.text('mandate'));
    if (chosen === undefined) {
      const main = html`${notice('danger', words.signIn.unknown)}${await people(c, door)}`;
      return show(c, door, { heading: words.signIn.heading, failed: true, wide: true, main }, 400);
    }
    await endSession(c, door);
    const { token } = await sessions.create(
      { person: chosen.person, mandate: chosen.id, method: 'sandbox', client: c.req.header('User-Agent') ?? '' },
      door.now(),
    );
    keepToken(c, token, door);
    return c.redirect(homeOf(chosen.role), 303);
  });
}

function signOutRoute(app: Hono<Http>, door: Door): void {
  app.post(paths.signOut, async (c) => {
    if (!cameFromHere(c, door)) return showProblem(c, door, { kind: 'not-from-here' });
    const session = c.get('session');
    const body = await readForm(c);
    if (body.kind !== 'form') return showProblem(c, door, body);
    if (session !== undefined && !sameSecret(body.form.text('csrf'), session.csrf)) {
      return showProblem(c, door, { kind: 'not-from-here' });
    }
    await endSession(c, door);
    dropToken(c, door);
    return c.redirect(paths.start, 303);
  });
}

async function endSession(c: HttpContext, door: Door): Promise<void> {
  const token = tokenOf(c);
  if (token !== undefined) await door.sessions.end(token);
}

async function people(c: HttpContext, door: Door): Promise<Html> {
  const text = door.words.signIn;
  if (door.identities === undefined) return html`<p>${text.off}</p>`;
  const session = c.get('session');
  const all = await door.identities();
  return html`<p>${text.lead}</p>
    ${session && html`<p>${text.already(session.mandate.name)}</p>`}
    <ul class="p-people">
      ${all.map((each) => person(door, each))}
    </ul>`;
}

function person({ words, now }: Door, of: RegisteredMandate): Html {
  const text = words.signIn;
  const valid = holds(of, now());
  return html`<li class="ds-card" data-color="neutral">
    <h2 class="ds-heading" data-size="xs">${of.name}</h2>
    <p><strong>${words.roles[of.role]}</strong>, ${of.authorityName}</p>
    <p class="p-small">${valid ? text.may[of.role] : text.ended(momentText(words, of.validUntil))}</p>
    <form method="post" action="${paths.signIn}">
      ${hiddenFields({ mandate: of.id })}${button(text.as(of.name), valid ? 'primary' : 'secondary')}
    </form>
  </li>`;
}
