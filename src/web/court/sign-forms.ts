import type { ProposedOrder } from '../../acts/propose-order.ts';
import type { Authorise, CourtSignature } from '../../acts/authorise.ts';
import { challengeFor } from '../../authorisation/assertion.ts';
import { readJson } from '../../wire/json.ts';
import { readAuthorisation } from '../api/case-acts.ts';
import type { Shown } from '../case-form.ts';
import type { Form } from '../form.ts';
import { html, type Html } from '../html.ts';
import { details } from '../parts/blocks.ts';
import { actForm } from '../parts/case-form-frame.ts';
import { button, textField } from '../parts/field.ts';
import { passkeyForm } from '../identity/parts.ts';
import { signatureParts } from '../identity/passkey.ts';
import { paths } from '../paths.ts';
import { narrowingFields } from './narrowing.ts';

/** The order, and what the judge's passkeys are asked for: nothing but the hash of its text. */
export type OrderShown = ProposedOrder & Readonly<{ options?: object | undefined }>;

export const orderChallenge = ({ text }: ProposedOrder): string => challengeFor(text);

/** How a court signs: with a passkey, or a sandbox for its invented judge; or with a key that is kept offline. */
export function signForms(shown: Shown<OrderShown>, action = paths.orderSignature(shown.view.case.id)): Html {
  const { door, extra, hidden } = shown;
  const text = door.words.court;
  const fields = { shownSha256: extra.sha256 };
  // What was narrowed goes with the signature, so that the same text is written again and compared with what was shown.
  const body = html`${narrowingFields(shown.query, shown.form)}${button(text.sign)}`;
  const online =
    extra.options === undefined
      ? actForm(shown, action, body, { fields })
      : passkeyForm(door, { action, kind: 'get', options: extra.options, fields: { ...hidden, ...fields }, body });
  return html`<p>${text.signHelp}</p>
    ${online}${offline(shown, action)}`;
}

function offline(shown: Shown<OrderShown>, action: string): Html {
  const text = shown.door.words.court.offline;
  const problem = shown.problems.find(({ field }) => field === 'signed')?.text;
  const body = html`${textField({ id: 'signed', label: text.signed, help: text.signedHelp, value: shown.form.text('signed'), problem, rows: 6, code: true })}${button(text.send, 'secondary')}`;
  return details(
    text.heading,
    html`<p>${text.lead}</p>
      <p><a class="ds-link" href="${paths.orderFile(shown.view.case.id)}" download>${text.file}</a></p>
      <pre class="p-command"><code>npx proviso authorise order.json --key judge.key</code></pre>
      ${actForm(shown, action, body)}`,
    problem !== undefined,
  );
}

type Signed = Pick<Authorise, 'shownSha256' | 'narrowing' | 'signature'>;

/** What came with the offline form: the file that `proviso authorise` wrote. `undefined` for anything else. */
export function readSigned(form: Form): Signed | undefined {
  const json = readJson(new TextEncoder().encode(form.text('signed')));
  return json.ok ? readAuthorisation(json.value) : undefined;
}

/** What a passkey answered, if one was asked. */
export function readPasskeySignature(form: Form): CourtSignature | undefined {
  const parts = signatureParts(form.text('passkey'));
  return parts && { form: 'assertion', ...parts };
}
