import type { Hono } from 'hono';
import type { SignInMethod } from '../../store/sessions.ts';
import { holds } from '../../authorisation/mandate.ts';
import { readForm } from '../body.ts';
import { show, showProblem, type Door, type Http, type HttpContext } from '../door.ts';
import { homeOf } from '../home.ts';
import { html, type Html } from '../html.ts';
import { notice } from '../parts/blocks.ts';
import { button } from '../parts/field.ts';
import { paths } from '../paths.ts';
import { cameFromHere, dropFlow, flowOf, keepFlow, keepToken, tokenOf } from '../session.ts';
import type { Office } from './office.ts';
import { passkeyForm, triedBy } from './parts.ts';
import { assertionOptions, checkSignIn, credentialOf } from './passkey.ts';
import { limits } from '../../limits.ts';

/** Signing in where it is not a sandbox: a passkey, or the authority's identity provider. */
export function officeSignIn(app: Hono<Http>, door: Door, office: Office): void {
  app.get(paths.signIn, (c) => signInPage(c, door, office));
  app.post(paths.signIn, async (c) => {
    if (!cameFromHere(c, door)) return showProblem(c, door, { kind: 'not-from-here' });
    const body = await readForm(c);
    if (body.kind !== 'form') return showProblem(c, door, body);
    const text = body.form.text('passkey');
    const credentialId = credentialOf(text);
    const tried = triedBy(c, credentialId);
    if (await office.failures.blocked(tried, door.now())) return signInPage(c, door, office, 'tooOften');
    const person = await personOf(text, credentialId, door, office);
    if (person === undefined) {
      await office.failures.count(tried, door.now());
      door.journal(new Error('a sign-in by passkey failed'));
      return signInPage(c, door, office, 'refused');
    }
    return letIn(c, door, office, { person, method: 'passkey' });
  });
  providerRoutes(app, door, office);
}

/** Whose passkey answered our challenge, which counts once. */
async function personOf(
  text: string,
  credentialId: string | undefined,
  door: Door,
  { place, challenges }: Office,
): Promise<string | undefined> {
  const known = credentialId === undefined ? undefined : await door.identityStore.passkey(credentialId);
  if (known === undefined) return undefined;
  const now = door.now();
  const isChallenge = async (challenge: string): Promise<boolean> =>
    challenges.isOurs(challenge, 'sign-in', now) &&
    (await door.once.first('challenge', challenge, limits.challengeSeconds, now));
  const counter = await checkSignIn(text, known, place, isChallenge);
  if (counter === undefined) return undefined;
  const used = await door.identityStore.usePasskey(known.key.key.kind === 'passkey' ? known.key.key.credentialId : '', counter, now); // prettier-ignore
  return used ? known.key.key.person : undefined;
}

/** A new session, under a mandate of the person that holds; whatever session there was before is ended. */
async function letIn(
  c: HttpContext,
  door: Door,
  office: Office,
  { person, method }: { person: string; method: SignInMethod },
): Promise<Response> {
  const now = door.now();
  const all = (await door.mandates()).filter((mandate) => mandate.person === person);
  const mandate = all.find((each) => holds(each, now)) ?? all.at(-1);
  if (mandate === undefined) return signInPage(c, door, office, 'noMandate');
  const before = tokenOf(c);
  if (before !== undefined) await door.sessions.end(before);
  const client = c.req.header('User-Agent') ?? '';
  const { token } = await door.sessions.create({ person, mandate: mandate.id, method, client }, now);
  keepToken(c, token, door);
  const home = homeOf(mandate.role);
  if (method !== 'oidc') return c.redirect(home, 303);
  // The browser comes from another site, and would not send a strict cookie on to a redirect.
  const text = door.words.identity.signIn;
  c.header('Refresh', `0; url=${home}`);
  return show(c, door, { heading: text.goOn, main: html`<p><a class="ds-button" href="${home}">${text.goOnLink}</a></p>` });
} // prettier-ignore

type Trouble = 'refused' | 'tooOften' | 'noMandate';
const statusOf = { refused: 403, tooOften: 429, noMandate: 403 } as const satisfies Record<Trouble, number>;

async function signInPage(c: HttpContext, door: Door, office: Office, trouble?: Trouble): Promise<Response> {
  const text = door.words.identity.signIn;
  const { place, challenges, provider } = office;
  const options = await assertionOptions(place, challenges.make('sign-in', door.now()));
  const main: Html = html`${trouble && notice('danger', text[trouble])}
    <p>${text.lead}</p>
    ${passkeyForm(door, { action: paths.signIn, kind: 'get', options, body: button(text.send) })}
    ${
      provider &&
      html`<p>${text.providerLead}</p>
        <p>
          <a class="ds-button" data-variant="secondary" href="${paths.providerSignIn}"
            >${text.provider(provider.name)}</a
          >
        </p>`
    }
    <p><a class="ds-link" href="${paths.join}">${text.join}</a></p>`;
  const content = { heading: text.heading, main, script: door.assets.passkeyScript, failed: trouble !== undefined };
  return show(c, door, content, trouble === undefined ? 200 : statusOf[trouble]);
}

/** To the identity provider and back. What must be kept meanwhile is in the store, under a cookie that counts once. */
function providerRoutes(app: Hono<Http>, door: Door, office: Office): void {
  const { provider } = office;
  if (provider === undefined) return;
  // A link, not a form: a form of ours may lead to our own pages only (form-action), also by a redirect.
  app.get(paths.providerSignIn, async (c) => {
    if (await office.failures.blocked(triedBy(c), door.now())) return signInPage(c, door, office, 'tooOften');
    const { to, kept } = await provider.begin();
    await door.once.keep('flow', keepFlow(c, door), kept, limits.challengeSeconds, door.now());
    return c.redirect(to, 303);
  });
  app.get(paths.providerCallback, async (c) => {
    const flow = flowOf(c);
    dropFlow(c);
    const kept = flow === undefined ? undefined : await door.once.take('flow', flow, door.now());
    const subject = await provider.end(new URL(c.req.url), kept);
    const person = subject === undefined ? undefined : await door.identityStore.personOf(provider.issuer, subject);
    if (person !== undefined) return letIn(c, door, office, { person, method: 'oidc' });
    await office.failures.count(triedBy(c, subject), door.now());
    door.journal(new Error(`a sign-in through ${provider.name} failed`));
    return signInPage(c, door, office, 'refused');
  });
} // prettier-ignore
