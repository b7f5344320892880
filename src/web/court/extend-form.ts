import type { Hono } from 'hono';
import { caseForm } from '../case-form.ts';
import type { Door, Http } from '../door.ts';
import { html } from '../html.ts';
import { hash, section, summaryList } from '../parts/blocks.ts';
import { actPage } from '../parts/case-form-frame.ts';
import { paths } from '../paths.ts';
import { askedOf } from './asked-of.ts';
import { readPasskeySignature, readSigned, signForms, type OrderShown } from './sign-forms.ts';

/** The court extends its order: the same text for as long once more, naming the one that it follows. */
export function extendForm(app: Hono<Http>, door: Door): void {
  const { court } = door.words;
  caseForm(app, door, {
    act: 'extend',
    page: paths.orderExtension(':id'),
    post: paths.orderExtension(':id'),
    name: 'extension',
    load: async ({ mandate, caseId, view }) => {
      const shown = await door.acts.proposeExtension({ mandate, caseId });
      if (shown.kind === 'refused') return shown;
      return { ...shown, options: await askedOf(door, shown, view.mandate.person) } satisfies OrderShown;
    },
    render: (shown) => {
      const { extra, view } = shown;
      const main = html`<p>${court.extend.lead}</p>
        <div class="p-order" role="region" aria-label="${court.text}" tabindex="0"><pre>${extra.text}</pre></div>
        ${summaryList([[court.hash, hash(extra.sha256)]])}
        ${section('sign', court.extend.sign, signForms(shown, paths.orderExtension(view.case.id)))}`;
      const script = door.office === undefined ? {} : { script: door.assets.passkeyScript };
      return { ...actPage(shown, court.extend.heading, main, true), ...script };
    },
    read: ({ form }) => {
      const signature = readPasskeySignature(form);
      if (form.text('signed') === '')
        return { input: { shownSha256: form.text('shownSha256'), ...(signature && { signature }) } };
      const signed = readSigned(form);
      return signed === undefined ? { problems: [{ field: 'signed', text: court.offline.bad }] } : { input: signed };
    },
    perform: (input) => door.acts.extend(input),
  });
}
