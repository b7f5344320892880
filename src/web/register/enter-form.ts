import type { Hono } from 'hono';
import type { RegisterView } from '../../acts/see-register.ts';
import { limits } from '../../limits.ts';
import { callBackChannels, competences } from '../../standing/authority.ts';
import { isCleanText } from '../clean-text.ts';
import type { Door, Http } from '../door.ts';
import { formPage, problemOf, sheet, type FormShown } from '../form-page.ts';
import type { FieldProblem, Form } from '../form.ts';
import { html } from '../html.ts';
import { button, choiceField, lineField } from '../parts/field.ts';
import { readInputMoment } from '../parts/moment.ts';
import type { PageContent } from '../parts/page.ts';
import { paths } from '../paths.ts';

/** A registrar enters an authority that theirs deals with. */
export function enterForm(app: Hono<Http>, door: Door): void {
  formPage(app, door, {
    path: paths.enterAuthority,
    load: ({ mandate }) => door.acts.seeRegister({ mandate }),
    render: enterPage,
    read: (form) => readEntry(door, form),
    perform: (input) => door.acts.enterAuthority(input),
    done: ({ leafIndex }) => `${paths.register}?done=${leafIndex}`,
  });
}

function readEntry({ words: { errors, register } }: Door, form: Form) {
  const text = register.enter;
  const [authority, name, address, key] = ['authority', 'name', 'address', 'vkey'].map((id) => form.text(id)) as [string, string, string, string]; // prettier-ignore
  const chosen = competences.filter((each) => form.all('competences').includes(each));
  const channel = callBackChannels.find((each) => each === form.text('channel'));
  const validUntil = readInputMoment(form.text('until'));
  const unclean = Object.entries({ name, address, vkey: key })
    .filter(
      ([, value]) =>
        value !== '' && (!isCleanText(value) || value.includes('\n') || value.length > limits.lineCharacters),
    )
    .map(([field]) => ({ field, text: errors.text(limits.lineCharacters) }));
  const problems: FieldProblem[] = [
    ...(/^[a-z]{2}-[a-z-]+(?:-[1-9][0-9]{0,2})?$/.test(authority)
      ? []
      : [{ field: 'authority', text: text.authorityWrong }]),
    ...(name === '' ? [{ field: 'name', text: errors.missing }] : []),
    ...(chosen.length === 0 ? [{ field: 'competences', text: text.competenceMissing }] : []),
    ...((channel === undefined) === (address === '') ? [] : [{ field: 'address', text: text.addressMissing }]),
    ...(validUntil === undefined ? [{ field: 'until', text: errors.moment }] : []),
    ...unclean,
  ];
  if (problems.length > 0 || validUntil === undefined) return { problems };
  const entry = {
    authority,
    name,
    state: authority.slice(0, 2).toUpperCase(),
    competences: chosen,
    validUntil,
    ...(key === '' ? {} : { vkey: key }),
    ...(channel === undefined ? {} : { callBack: { channel, address } }),
  };
  return { input: { entry } };
}

function enterPage(shown: FormShown<RegisterView>): PageContent {
  const { door, extra: view, form, problems } = shown;
  const { words } = door;
  const text = words.register.enter;
  const of = (id: string) => ({ id, value: form.text(id), problem: problemOf(problems, id) });
  const kinds = competences.map((value) => ({ value, label: text.competence[value] }));
  const channels = [
    ...callBackChannels.map((value) => ({ value, label: text.channels[value] })),
    { value: '', label: text.noChannel },
  ];
  return sheet(shown, {
    heading: text.heading,
    above: view.registrar.authorityName,
    back: { href: paths.register, text: words.register.heading },
    lead: html`<p>${text.lead}</p>`,
    fields: html`${lineField({ ...of('authority'), label: text.authority, help: text.authorityHelp })}
    ${lineField({ ...of('name'), label: text.name })}
    ${choiceField({ kind: 'checkbox', id: 'competences', label: text.competences, options: kinds, chosen: form.all('competences'), problem: problemOf(problems, 'competences') })}
    ${choiceField({ kind: 'radio', id: 'channel', label: text.channel, options: channels, chosen: [form.text('channel')], problem: problemOf(problems, 'channel') })}
    ${lineField({ ...of('address'), label: text.address, help: text.addressHelp })}
    ${lineField({ ...of('vkey'), label: text.key, help: text.keyHelp })}
    ${lineField({ ...of('until'), label: text.until, type: 'datetime-local' })} ${button(text.send)}`,
  });
}
