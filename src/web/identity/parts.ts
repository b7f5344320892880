import { html, type Html, type Part } from '../html.ts';
import type { Door, HttpContext } from '../door.ts';
import { hiddenFields } from '../parts/field.ts';
import type { Tried } from '../../store/failed-sign-ins.ts';

/** A form whose answer comes from a passkey. Without script it cannot be sent, and says so. */
export const passkeyForm = (
  door: Door,
  of: Readonly<{
    action: string;
    kind: 'create' | 'get';
    options: object;
    fields?: Readonly<Record<string, string | number | undefined>>;
    body: Part;
  }>,
): Html =>
  html`<form
    method="post"
    action="${of.action}"
    class="p-form"
    data-passkey="${of.kind}"
    data-options="${JSON.stringify(of.options)}"
  >
    ${hiddenFields({ ...of.fields })}<input type="hidden" name="passkey" value="" />
    <p data-trouble hidden role="alert">${door.words.identity.signIn.trouble}</p>
    ${of.body}
    <noscript><p>${door.words.identity.signIn.script}</p></noscript>
  </form>`;

/** From where a call comes, as the connection says; never a header that the caller writes. */
export function triedBy(c: HttpContext, account?: string): Tried {
  const env = c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined;
  return { account, address: env?.incoming?.socket?.remoteAddress ?? 'unknown' };
}
