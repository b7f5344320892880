import { limits } from '../../limits.ts';
import { targetKinds } from '../../request/target.ts';
import { isTestState } from '../../request/fields.ts';
import { readRequest, type ReadRequest } from '../../wire/read-request.ts';
import type { Form } from '../form.ts';
import { readInputMoment } from '../parts/moment.ts';
import { requestPages, type RequestField, type RequestPage } from './request-pages.ts';

/**
 * A request while it is written. It travels in the form itself, as the text that will be sent: nothing of it is stored before it is
 * sent, and whoever keeps the text can go on from it another day.
 */
export type RequestDraft = Readonly<Record<string, unknown>>;

type Tree = Record<string, unknown>;

export const newDraft = (of: { id: string; state: string; authority: string; at: string }): RequestDraft => ({
  format: 'proviso-request/1',
  id: of.id,
  ...(isTestState(of.state) && { isTest: true }),
  requestingState: of.state,
  issuedAt: of.at,
  requestingAuthority: { name: of.authority },
});

/** @returns the draft in a text; `undefined` for what is none. What is wrong inside it, each page and the check will say. */
export function readDraft(text: string): RequestDraft | undefined {
  if (new TextEncoder().encode(text).length > limits.requestBytes) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isTree(value) && value['format'] === 'proviso-request/1' ? value : undefined;
  } catch {
    return undefined;
  }
}

export const writeDraft = (draft: RequestDraft): string => JSON.stringify(draft, null, 2);

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value);

export function valueAt(draft: RequestDraft, path: string): unknown {
  return path.split('.').reduce<unknown>((value, name) => (isTree(value) && Object.hasOwn(value, name) ? value[name] : undefined), draft); // prettier-ignore
}

/** Only the paths of our own table are written; an empty object is left out, as if nobody had begun it. */
function withValue(draft: RequestDraft, path: readonly string[], value: unknown): RequestDraft {
  const [name = '', ...rest] = path;
  const { [name]: before, ...others } = draft;
  const made = rest.length === 0 ? value : withValue(isTree(before) ? before : {}, rest, value);
  const empty = made === undefined || (isTree(made) && Object.keys(made).length === 0);
  return empty ? others : { ...others, [name]: made };
}

/** The draft with what one page says; a field that was left empty is not in it. */
export const answered = (draft: RequestDraft, page: RequestPage, form: Form): RequestDraft =>
  page.fields.reduce((now, field) => withValue(now, field.path.split('.'), readField(field, form)), draft);

/** What is no value of its kind is kept as it was typed, so that the one reader of requests can say what is wrong. */
function readField(field: RequestField, form: Form): unknown {
  const text = form.text(field.path);
  switch (field.kind) {
    case 'several':
      return form.all(field.path).length === 0
        ? undefined
        : field.values.filter((each) => form.all(field.path).includes(each));
    case 'targets':
      return readTargets(form);
    case 'yes-no':
      return text === 'yes' ? true : text === 'no' ? false : undefined;
    case 'moment':
      return text === '' ? undefined : (readInputMoment(text) ?? text);
    case 'years':
    case 'days':
      return text === '' ? undefined : /^\d{1,6}$/.test(text) ? Number(text) : text;
    case 'line':
    case 'text':
    case 'one':
    case 'state':
      return text === '' ? undefined : text;
  }
}

function readTargets(form: Form): unknown {
  const kinds = form.all('targets.kind');
  const targets = form
    .all('targets.value')
    .map((value, place) => ({ kind: targetKinds.find((kind) => kind === kinds[place]) ?? '', value: value.trim() }))
    .filter(({ value }) => value !== '');
  return targets.length === 0 ? undefined : targets;
}

export const readWhole = (draft: RequestDraft): ReadRequest => readRequest(new TextEncoder().encode(writeDraft(draft)));

/** The pages of this draft: those for other measures are left out. */
export const pagesOf = (draft: RequestDraft): readonly RequestPage[] =>
  requestPages.filter(({ measures }) => measures === undefined || measures.includes(String(draft['measure'])));

/** The page to which a field of the document belongs. */
export const pageOfPath = (path: string): RequestPage | undefined =>
  requestPages.find(({ fields }) => fields.some((field) => path === field.path || path.startsWith(`${field.path}.`) || path.startsWith(`${field.path}[`))) ??
  requestPages.find(({ fields }) => fields.some((field) => field.path.startsWith(`${path}.`))); // prettier-ignore

export const isAnswered = (draft: RequestDraft, { fields }: RequestPage): boolean =>
  fields.some(({ path }) => valueAt(draft, path) !== undefined);
