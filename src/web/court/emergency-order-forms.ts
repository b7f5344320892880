import type { Hono } from 'hono';
import type { CheckedOrder } from '../../acts/check-order.ts';
import type { ProposedOrder } from '../../acts/propose-order.ts';
import { caseActForm, caseForm, type Shown } from '../case-form.ts';
import type { Door, Http } from '../door.ts';
import { html, type Html } from '../html.ts';
import { hash, section } from '../parts/blocks.ts';
import { actForm, actPage } from '../parts/case-form-frame.ts';
import { button, textField } from '../parts/field.ts';
import { momentText } from '../parts/moment.ts';
import type { PageContent } from '../parts/page.ts';
import { paths } from '../paths.ts';
import { readReasons } from '../reasons.ts';

/** A prosecutor signs what is shown, before any judge; a judge confirms it afterwards, or refuses. */
export function emergencyOrderForms(app: Hono<Http>, door: Door): void {
  const text = door.words.emergency;
  caseForm<ProposedOrder, { shownSha256: string }>(app, door, {
    act: 'order-emergency',
    page: paths.emergencyOrder(':id'),
    post: paths.emergencyOrder(':id'),
    name: 'emergency-order',
    load: ({ mandate, caseId }) => door.acts.proposeEmergencyOrder({ mandate, caseId }),
    render: (shown) => {
      const { id } = shown.view.case;
      const sign = actForm(shown, paths.emergencyOrder(id), button(text.order.sign, 'danger'), {
        fields: { shownSha256: shown.extra.sha256 },
      });
      return actPage(shown, text.order.heading, html`<p>${text.order.lead}</p>${orderSheet(door, shown.extra)}${sign}<p class="p-small">${text.order.leave}</p>`, true); // prettier-ignore
    },
    read: ({ form }) => ({ input: { shownSha256: form.text('shownSha256') } }),
    perform: (input) => door.acts.orderEmergency(input),
  });
  const confirmation = {
    act: 'confirm-emergency',
    page: paths.confirmation(':id'),
    name: 'confirmation',
    load: ({ mandate, caseId }: { mandate: string; caseId: string }) => door.acts.checkOrder({ mandate, caseId }),
    render: (shown: Shown<CheckedOrder>) => confirmPage(door, shown),
  } as const;
  caseForm<CheckedOrder, { shownSha256: string }>(app, door, {
    ...confirmation,
    post: paths.confirmation(':id'),
    read: ({ form }) => ({ input: { shownSha256: form.text('shownSha256') } }),
    perform: (input) => door.acts.confirmEmergency({ ...input, outcome: 'confirmed', reasons: '' }),
  });
  caseActForm<CheckedOrder, { shownSha256: string; reasons: string }>(app, door, {
    ...confirmation,
    post: paths.confirmationRefusal(':id'),
    read: ({ form }) => {
      const read = readReasons(door, form);
      return 'problems' in read ? read : { input: { ...read.input, shownSha256: form.text('shownSha256') } };
    },
    perform: (input) => door.acts.confirmEmergency({ ...input, outcome: 'refused' }),
  });
}

const orderSheet = ({ words }: Door, { text, sha256 }: Readonly<{ text: string; sha256: string }>): Html =>
  html`<div class="p-order" role="region" aria-label="${words.court.text}" tabindex="0" lang="en">
      <pre>${text}</pre>
    </div>
    <p class="p-small">${words.court.hash}: ${hash(sha256)}</p>`;

function confirmPage(door: Door, shown: Shown<CheckedOrder>): PageContent {
  const { words } = door;
  const text = words.emergency.confirm;
  const { id, emergency } = shown.view.case;
  const fields = { shownSha256: shown.extra.sha256 };
  const until = emergency?.debts === undefined ? '' : momentText(words, emergency.debts.confirmBy);
  const reasons = textField({ id: 'reasons', label: text.reasons, help: text.reasonsHelp, value: shown.form.text('reasons'), problem: shown.problems[0]?.text }); // prettier-ignore
  const refusal = actForm(shown, paths.confirmationRefusal(id), html`${reasons}${button(text.refuse, 'danger')}`, { fields }); // prettier-ignore
  const main = html`<p>${text.lead(until)}</p>
    ${orderSheet(door, shown.extra)}${actForm(shown, paths.confirmation(id), button(text.confirm), { fields })}
    ${section('refuse', text.refuseHeading, html`<p>${text.refuseLead}</p>${refusal}`)}`; // prettier-ignore
  return actPage(shown, text.heading, main, true);
}
