import type { Hono } from 'hono';
import { refused } from '../../acts/answer.ts';
import type { RegisterView } from '../../acts/see-register.ts';
import type { Door, Http } from '../door.ts';
import { formPage, problemOf, sheet, type FormShown } from '../form-page.ts';
import { html, type Part } from '../html.ts';
import { summaryList } from '../parts/blocks.ts';
import { button, textField } from '../parts/field.ts';
import { moment } from '../parts/moment.ts';
import type { PageContent } from '../parts/page.ts';
import { paths } from '../paths.ts';
import { readReasons } from '../reasons.ts';

/** A registrar revokes a mandate, or ends the entry of an authority: each with reasons. */
export function endingForms(app: Hono<Http>, door: Door): void {
  const { register: text } = door.words;
  formPage(app, door, {
    path: paths.revokeMandate(':authority/:person'),
    load: async ({ mandate, param }) => {
      const view = await door.acts.seeRegister({ mandate });
      if (view.kind === 'refused') return view;
      const revoked = view.mandates.find(({ id }) => id === `${param('authority')}/${param('person')}`);
      return revoked === undefined ? refused('not-in-register') : { view, revoked };
    },
    render: (shown) => {
      const { name, role, validUntil } = shown.extra.revoked;
      return endingPage(shown, text.revoke, [
        [text.grant.name, name],
        [text.grant.role, door.words.roles[role]],
        [text.grant.until, moment(door.words, validUntil)],
      ]);
    },
    read: (form) => readReasons(door, form),
    perform: (input, { revoked }) => door.acts.revokeMandate({ ...input, revoked: revoked.id }),
    done: ({ leafIndex }) => `${paths.register}?done=${leafIndex}`,
  });
  formPage(app, door, {
    path: paths.endAuthority(':id'),
    load: async ({ mandate, param }) => {
      const view = await door.acts.seeRegister({ mandate });
      if (view.kind === 'refused') return view;
      const entry = view.authorities.find(({ id }) => id === param('id'));
      return entry === undefined ? refused('not-in-register') : { view, entry };
    },
    render: (shown) => {
      const { name, authority, callBack } = shown.extra.entry;
      return endingPage(shown, text.end, [
        [text.enter.name, name],
        [text.enter.authority, authority],
        [text.enter.address, callBack?.address ?? text.authorities.noChannel],
      ]);
    },
    read: (form) => readReasons(door, form),
    perform: (input, { entry }) => door.acts.endAuthority({ ...input, entry: entry.id }),
    done: ({ leafIndex }) => `${paths.register}?done=${leafIndex}`,
  });
}

function endingPage<Extra extends Readonly<{ view: RegisterView }>>(
  shown: FormShown<Extra>,
  text: Readonly<{ heading: string; lead: string; reasons: string; reasonsHelp: string; send: string }>,
  rows: readonly (readonly [Part, Part])[],
): PageContent {
  const { door, extra, form, problems } = shown;
  return sheet(shown, {
    heading: text.heading,
    above: extra.view.registrar.authorityName,
    back: { href: paths.register, text: door.words.register.heading },
    lead: html`<p>${text.lead}</p>
      ${summaryList(rows)}`,
    fields: html`${textField({ id: 'reasons', label: text.reasons, help: text.reasonsHelp, value: form.text('reasons'), problem: problemOf(problems, 'reasons') })}
    ${button(text.send, 'danger')}`,
  });
}
