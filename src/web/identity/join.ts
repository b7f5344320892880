import type { Hono } from 'hono';
import { line } from '../../request/fields.ts';
import { limits } from '../../limits.ts';
import { codeSha256 } from '../../store/invitation-code.ts';
import { readForm } from '../body.ts';
import { show, showProblem, type Door, type Http, type HttpContext } from '../door.ts';
import { html } from '../html.ts';
import { notice } from '../parts/blocks.ts';
import { errorSummary } from '../parts/error-summary.ts';
import { button, lineField } from '../parts/field.ts';
import { paths } from '../paths.ts';
import { cameFromHere } from '../session.ts';
import type { Office } from './office.ts';
import { passkeyForm, triedBy } from './parts.ts';
import { creationOptions, readNewPasskey } from './passkey.ts';

/** The first passkey, with the code of an invitation: the code first, then whose it is, then the passkey. */
export function joinRoutes(app: Hono<Http>, door: Door, office: Office): void {
  app.get(paths.join, (c) => codePage(c, door));
  app.post(paths.join, async (c) => {
    const asked = await readCode(c, door, office);
    if (asked instanceof Response) return asked;
    return passkeyPage(c, door, office, asked);
  });
  app.post(paths.joinPasskey, async (c) => {
    const asked = await readCode(c, door, office);
    if (asked instanceof Response) return asked;
    const { code, person, passkey } = asked;
    const name = line.safeParse(asked.name).data;
    if (name === undefined) return passkeyPage(c, door, office, asked, 'name');
    const now = door.now();
    const purpose = `join ${codeSha256(code)}`;
    const isChallenge = async (challenge: string): Promise<boolean> =>
      office.challenges.isOurs(challenge, purpose, now) &&
      (await door.once.first('challenge', challenge, limits.challengeSeconds, now));
    const made = await readNewPasskey(passkey, { place: office.place, person, name, isChallenge, at: now });
    if (made === undefined) return passkeyPage(c, door, office, asked, 'refused');
    const answer = await door.acts.registerKey({ ...made, code });
    if (answer.kind === 'refused') return showProblem(c, door, answer);
    const text = door.words.identity;
    const main = html`${notice('success', text.join.made)}
      <p><a class="ds-button" href="${paths.signIn}">${text.signIn.heading}</a></p>`;
    return show(c, door, { heading: text.join.heading, main });
  });
}

type Asked = Readonly<{ code: string; person: string; name: string; passkey: string }>;

/** A form with a code that opens. Codes that do not are counted against the address: nobody tries many. */
async function readCode(c: HttpContext, door: Door, office: Office): Promise<Asked | Response> {
  if (!cameFromHere(c, door)) return showProblem(c, door, { kind: 'not-from-here' });
  const body = await readForm(c);
  if (body.kind !== 'form') return showProblem(c, door, body);
  const tried = triedBy(c);
  if (await office.failures.blocked(tried, door.now())) return codePage(c, door, door.words.identity.signIn.tooOften, 429);
  const code = body.form.text('code');
  const person = await door.identityStore.invited(codeSha256(code), door.now());
  if (person !== undefined) return { code, person, name: body.form.text('name'), passkey: body.form.text('passkey') };
  await office.failures.count(tried, door.now());
  door.journal(new Error('a code that opens nothing was typed'));
  return codePage(c, door, door.words.refusals['not-invited'].body, 403);
} // prettier-ignore

function codePage(c: HttpContext, door: Door, problem?: string, status: 200 | 403 | 429 = 200): Response {
  const { words } = door;
  const text = words.identity.join;
  const main = html`${problem !== undefined && errorSummary(words, [{ field: 'code', text: problem }])}
    <p>${text.lead}</p>
    <form method="post" action="${paths.join}" class="p-form" novalidate>
      ${lineField({ id: 'code', label: text.code, help: text.codeHelp, problem })}${button(text.next)}
    </form>`;
  return show(c, door, { heading: text.heading, main, failed: problem !== undefined }, status);
}

async function passkeyPage(
  c: HttpContext,
  door: Door,
  { place, challenges }: Office,
  { code, person, name }: Asked,
  trouble?: 'refused' | 'name',
): Promise<Response> {
  const { words } = door;
  const text = words.identity.join;
  const own = (await door.mandates()).find((mandate) => mandate.person === person);
  const options = await creationOptions({
    place,
    product: words.product,
    person,
    name: own?.name ?? person,
    challenge: challenges.make(`join ${codeSha256(code)}`, door.now()),
    known: [],
  });
  const problem = trouble === 'name' ? words.errors.missing : undefined;
  const body = html`${lineField({ id: 'name', label: text.name, help: text.nameHelp, value: name, problem })}${button(text.make)}`;
  const main = html`${trouble === 'refused' && notice('danger', text.refused)}
    <p>${text.who(own?.name ?? person)} ${text.notYou}</p>
    ${passkeyForm(door, { action: paths.joinPasskey, kind: 'create', options, fields: { code }, body })}`;
  const failed = trouble !== undefined;
  return show(c, door, { heading: text.heading, main, script: door.assets.passkeyScript, failed }, failed ? 400 : 200);
}
