import type { Hono } from 'hono';
import type { CaseView } from '../../acts/see-case.ts';
import { bytesSource } from '../../evidence/byte-source.ts';
import { writeZip } from '../../evidence/zip-writer.ts';
import { limits } from '../../limits.ts';
import { secrecyReasons } from '../../request/secrecy-reasons.ts';
import { isCleanText } from '../clean-text.ts';
import { showProblem, signedIn, type Door, type Http } from '../door.ts';
import { formPage, problemOf, sheet, type FormShown } from '../form-page.ts';
import type { FieldProblem, Form } from '../form.ts';
import { html, type Html } from '../html.ts';
import { button, choiceField, lineField, textField } from '../parts/field.ts';
import type { PageContent } from '../parts/page.ts';
import { shortId } from '../parts/say.ts';
import { paths } from '../paths.ts';

/** A court seals a case in the public log, or keeps it sealed; its authority opens it; each party fetches its copies. */
export function secrecyForms(app: Hono<Http>, door: Door): void {
  const load = ({ mandate, param }: { mandate: string; param: (name: string) => string }) =>
    door.acts.seeCase({ mandate, caseId: param('id'), page: 'secrecy' });
  const version = (view: CaseView): number => view.case.version;
  const done = ({ leafIndex }: { leafIndex: number }, view: CaseView): string => `${paths.case(view.case.id)}?done=${leafIndex}`; // prettier-ignore
  formPage(app, door, {
    path: paths.secrecy(':id'),
    load,
    version,
    render: orderPage,
    read: (form) => {
      const problems = faults(door, form);
      const reason = secrecyReasons.find((each) => each === form.text('reason'));
      if (problems.length > 0 || reason === undefined) return { problems };
      return { input: { openBy: form.text('openBy'), reason, reasons: form.text('reasons') } };
    },
    perform: (input, view) => door.acts.orderSecrecy({ ...input, caseId: view.case.id }),
    done,
  });
  formPage(app, door, {
    path: paths.unsealing(':id'),
    load,
    version,
    render: openingPage,
    read: () => ({ input: {} }),
    perform: (input, view) => door.acts.openSealed({ ...input, caseId: view.case.id }),
    done,
  });
  app.get(paths.sealedCopies(':id'), async (c) => {
    const session = signedIn(c);
    if (session instanceof Response) return session;
    const caseId = c.req.param('id') ?? '';
    const found = await door.acts.sealedCopies({ mandate: session.mandate.id, caseId });
    if (found.kind === 'refused') return showProblem(c, door, { ...found, kind: 'refused', caseId });
    const files = found.files.map((bytes, at) => ({ name: `leaf-${at + 1}.json.age`, source: bytesSource(bytes) }));
    return c.body(ReadableStream.from(writeZip(files)), 200, {
      'Content-Type': 'application/zip',
      'Content-Disposition': 'attachment; filename="sealed-leaves.zip"',
    });
  });
}

function faults({ words }: Door, form: Form): FieldProblem[] {
  const text = words.public.secrecy;
  const reasons = form.text('reasons');
  return [
    ...(/^20\d\d-(?:0[1-9]|1[0-2])$/.test(form.text('openBy')) ? [] : [{ field: 'openBy', text: text.openByProblem }]),
    ...(secrecyReasons.some((each) => each === form.text('reason')) ? [] : [{ field: 'reason', text: text.reasonProblem }]), // prettier-ignore
    ...(reasons === '' ? [{ field: 'reasons', text: words.errors.reasons }] : []),
    ...(isCleanText(reasons) ? [] : [{ field: 'reasons', text: words.errors.text(limits.textCharacters) }]),
  ];
}

function orderPage(shown: FormShown<CaseView>): PageContent {
  const { door, form, extra: view } = shown;
  const text = door.words.public.secrecy;
  const body = html`${lineField({ id: 'openBy', label: text.openBy, help: text.openByHelp(limits.sealedMonths), value: form.text('openBy'), problem: problemOf(shown.problems, 'openBy') })}
  ${choiceField({ kind: 'radio', id: 'reason', label: text.reason, help: text.reasonHelp, options: secrecyReasons.map((value) => ({ value, label: text.reasons[value] })), chosen: form.all('reason'), problem: problemOf(shown.problems, 'reason') })}
  ${textField({ id: 'reasons', label: text.why, help: text.whyHelp, value: form.text('reasons'), problem: problemOf(shown.problems, 'reasons') })}
  ${button(view.case.secrecy === undefined ? text.order : text.extend)}`;
  const heading = view.case.secrecy === undefined ? text.orderHeading : text.extendHeading;
  return sheet(shown, { heading, back: backOf(shown), lead: html`<p>${text.lead}</p>
      ${standing(shown)}`, fields: body }); // prettier-ignore
}

function openingPage(shown: FormShown<CaseView>): PageContent {
  const text = shown.door.words.public.secrecy;
  return sheet(shown, { heading: text.openHeading, back: backOf(shown), lead: html`<p>${text.openLead}</p>
      ${standing(shown)}`, fields: button(text.open) }); // prettier-ignore
}

const backOf = ({ door, extra: view }: FormShown<CaseView>): { href: string; text: string } => ({
  href: paths.case(view.case.id),
  text: door.words.case.heading(shortId(view.case.id)),
});

function standing({ door, extra: { case: subject } }: FormShown<CaseView>): Html | false {
  const text = door.words.public.secrecy;
  return subject.secrecy !== undefined && html`<p>${text.sealed(subject.secrecy.leaves.length, subject.secrecy.openBy)}</p>`; // prettier-ignore
}
