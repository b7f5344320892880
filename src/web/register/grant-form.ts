import type { Hono } from 'hono';
import type { RegisterView } from '../../acts/see-register.ts';
import { limits } from '../../limits.ts';
import { isCleanText } from '../clean-text.ts';
import type { Door, Http } from '../door.ts';
import { formPage, problemOf, sheet, type FormShown } from '../form-page.ts';
import type { FieldProblem, Form } from '../form.ts';
import { html } from '../html.ts';
import { button, choiceField, lineField } from '../parts/field.ts';
import { readInputMoment } from '../parts/moment.ts';
import type { PageContent } from '../parts/page.ts';
import { paths } from '../paths.ts';

/** A registrar grants a mandate of their authority. */
export function grantForm(app: Hono<Http>, door: Door): void {
  formPage(app, door, {
    path: paths.grantMandate,
    load: ({ mandate }) => door.acts.seeRegister({ mandate }),
    render: grantPage,
    read: (form, view: RegisterView) => readGrant(door, form, view),
    perform: (input) => door.acts.grantMandate(input),
    done: ({ leafIndex }) => `${paths.register}?done=${leafIndex}`,
  });
}

const identifier = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

function readGrant({ words: { errors, register } }: Door, form: Form, { roles }: RegisterView) {
  const [name, person] = [form.text('name'), form.text('person')];
  const role = roles.find((each) => each === form.text('role'));
  const [from, until] = [form.text('from'), readInputMoment(form.text('until'))];
  const validFrom = from === '' ? undefined : readInputMoment(from);
  const clean = name === '' || (isCleanText(name) && !name.includes('\n') && name.length <= limits.lineCharacters);
  const problems: FieldProblem[] = [
    ...(name === '' ? [{ field: 'name', text: errors.missing }] : []),
    ...(clean ? [] : [{ field: 'name', text: errors.text(limits.lineCharacters) }]),
    ...(identifier.test(person) && person.length <= 60 ? [] : [{ field: 'person', text: register.grant.personWrong }]),
    ...(role === undefined ? [{ field: 'role', text: errors.choose }] : []),
    ...(from !== '' && validFrom === undefined ? [{ field: 'from', text: errors.moment }] : []),
    ...(until === undefined ? [{ field: 'until', text: errors.moment }] : []),
  ];
  if (problems.length > 0 || role === undefined || until === undefined) return { problems };
  return { input: { name, person, role, validUntil: until, ...(validFrom && { validFrom }) } };
}

function grantPage(shown: FormShown<RegisterView>): PageContent {
  const { door, extra: view, form, problems } = shown;
  const { words } = door;
  const text = words.register.grant;
  const of = (id: string) => ({ id, value: form.text(id), problem: problemOf(problems, id) });
  const options = view.roles.map((role) => ({ value: role, label: words.roles[role], help: words.signIn.may[role] }));
  return sheet(shown, {
    heading: text.heading,
    above: view.registrar.authorityName,
    back: { href: paths.register, text: words.register.heading },
    lead: html`<p>${text.lead}</p>`,
    fields: html`${lineField({ ...of('name'), label: text.name, help: text.nameHelp })}
    ${lineField({ ...of('person'), label: text.person, help: text.personHelp })}
    ${choiceField({ kind: 'radio', id: 'role', label: text.role, options, chosen: form.all('role'), problem: problemOf(problems, 'role') })}
    ${lineField({ ...of('from'), label: text.from, help: text.fromHelp, type: 'datetime-local' })}
    ${lineField({ ...of('until'), label: text.until, type: 'datetime-local' })} ${button(text.send)}`,
  });
}
