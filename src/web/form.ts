import { limits } from '../limits.ts';

/** What a person sent with a form: names and texts. Read once; whoever uses it asks for one value or for all of them. */
export type Form = Readonly<{
  /** The value of a field that is given once; empty when it was not given. */
  text: (name: string) => string;
  all: (name: string) => readonly string[];
  names: () => readonly string[];
}>;

/** What is wrong with one field, and where on the page the field is. */
export type FieldProblem = Readonly<{ field: string; text: string }>;

export const formOf = (entries: Iterable<readonly [string, string]>): Form => {
  const values = new Map<string, string[]>();
  for (const [name, value] of entries) values.set(name, [...(values.get(name) ?? []), value]);
  return {
    // A browser sends line ends as CRLF (HTML Living Standard, form entry list); what is kept has LF.
    text: (name) => (values.get(name)?.[0] ?? '').replaceAll('\r\n', '\n').trim(),
    all: (name) => values.get(name) ?? [],
    names: () => [...values.keys()],
  };
};

export const emptyForm: Form = formOf([]);

/** @returns the form in an `application/x-www-form-urlencoded` body; `undefined` for more fields than any form of ours has. */
export function readUrlEncoded(body: string): Form | undefined {
  const entries = [...new URLSearchParams(body)];
  return entries.length > limits.formFields ? undefined : formOf(entries);
}
