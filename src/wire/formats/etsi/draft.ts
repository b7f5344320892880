import type { FieldError } from '../../field-error.ts';
import type { Element } from '../../xml.ts';

/** A request in the making: what the message states so far, and which element stated it. */
export type Draft = Readonly<{ request: Record<string, unknown>; sources: Map<string, Element> }>;

/** Notes that `from` states `value` for a field (`legalAuthorisation.reference`). Nothing is noted for nothing. */
export function state({ request, sources }: Draft, field: string, value: unknown, from: Element | undefined): void {
  if (value === undefined || from === undefined) return;
  const [group = field, inner] = field.split('.');
  if (inner === undefined) request[group] = value;
  else request[group] = { ...(request[group] as object | undefined), [inner]: value };
  sources.set(field, from);
}

/** @returns errors about our fields as errors about the elements that stated them. */
export function inTheMessage(
  errors: readonly FieldError[],
  sources: ReadonlyMap<string, Element>,
): readonly FieldError[] {
  return errors.map(({ path, expected }) => {
    for (let field = path; field !== ''; field = field.replace(/(?:^|\.|\[)[^.[]*$/, '')) {
      const source = sources.get(field);
      if (source !== undefined) return { path: source.path, expected, at: { line: source.line } };
    }
    return { path, expected };
  });
}
