import { narrow, type Narrowing } from '../../authorisation/narrow.ts';
import type { Case } from '../../request/case.ts';
import { limits } from '../../limits.ts';
import { line } from '../../request/fields.ts';
import { dataCategories } from '../../request/request.ts';
import { widestOrder } from '../../request/service.ts';
import type { Form } from '../form.ts';
import { html, type Html } from '../html.ts';
import { inputMoment, readInputMoment } from '../parts/moment.ts';

/** How the court's choice travels: in the form that shows it, in hidden fields of the form that signs it. */
const names = ['narrow', 'target', 'category', 'from', 'until', 'validUntil', 'conditions'] as const;

const given = (query: Form, form: Form): Form => (form.text('narrow') === '1' ? form : query);

/** @returns the choice again, as hidden fields. */
export const narrowingFields = (query: Form, form: Form): readonly Html[] => {
  const from = given(query, form);
  if (from.text('narrow') !== '1') return [];
  return names.flatMap((name) =>
    from.all(name).map((value) => html`<input type="hidden" name="${name}" value="${value}" />`),
  );
};

/**
 * @returns what the court leaves; `undefined` for the whole; `unreadable` names the field that is no choice at all.
 * A moment that was not changed stays what it was, to the millisecond: the field shows minutes.
 */
export function readNarrowing(
  query: Form,
  form: Form,
  subject: Case,
): Readonly<{ narrowing: Narrowing | undefined } | { unreadable: string }> {
  const from = given(query, form);
  if (from.text('narrow') !== '1') return { narrowing: undefined };
  const targets = from.all('target').map(Number);
  if (targets.length === 0 || !targets.every(Number.isSafeInteger)) return { unreadable: 'target' };
  const chosen = from.all('category');
  const kept = dataCategories.filter((each) => chosen.includes(each));
  if (kept.length === 0 || kept.length !== new Set(chosen).size) return { unreadable: 'category' };
  const scope = widestOrder(subject);
  const begin = momentField(from, 'from', scope?.period.from);
  const end = momentField(from, 'until', scope?.period.until);
  if (begin === undefined) return { unreadable: 'from' };
  if (end === undefined) return { unreadable: 'until' };
  const validUntil = from.text('validUntil') === '' ? undefined : readInputMoment(from.text('validUntil'));
  if (validUntil === undefined && from.text('validUntil') !== '') return { unreadable: 'validUntil' };
  const period = { from: begin, until: end };
  const conditions = readConditions(from.text('conditions'));
  if (conditions === undefined) return { unreadable: 'conditions' };
  const narrowing = {
    targets,
    dataCategories: kept,
    period,
    ...(conditions.length > 0 && { conditions }),
    ...(validUntil !== undefined && { validUntil }),
  };
  // Targets and kinds were offered as they stand: what is left to be too wide is the period.
  return scope === undefined || narrow(scope, narrowing) === undefined ? { unreadable: 'from' } : { narrowing };
}

/** One condition a line; `undefined` for what is no list of clean lines. */
function readConditions(text: string): readonly string[] | undefined {
  const lines = text.split('\n').map((each) => each.trim()).filter((each) => each !== ''); // prettier-ignore
  return lines.length <= limits.courtConditions && lines.every((each) => line.safeParse(each).success)
    ? lines
    : undefined;
}

function momentField(form: Form, name: string, before: string | undefined): string | undefined {
  const value = form.text(name);
  if (before !== undefined && (value === '' || value === inputMoment(before))) return before;
  return readInputMoment(value);
}
