import type { z } from 'zod';
import { onePerField, pathText } from './field-error.ts';
import type { FieldError, Place } from './field-error.ts';

/**
 * What a zod parser found, as field errors in plain words. A parser that says what it expects (src/request/fields.ts)
 * is quoted; for the rest, `plainWords` replaces the library's English. Use both:
 * `schema.safeParse(value, { error: plainWords })`, then `fieldErrorsOf(result.error.issues, value, locate)`.
 */

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'a group of fields, in braces',
  array: 'a list',
};

/** An error map for zod: one phrase that says what belongs in the field. */
export const plainWords: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      return kinds[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return issue.values.length === 1
        ? `exactly ${JSON.stringify(issue.values[0])}`
        : `one of: ${issue.values.map(String).join(', ')}`;
    case 'too_small':
      return `at least ${issue.minimum}`;
    case 'too_big':
      return `at most ${issue.maximum}`;
    case 'not_multiple_of':
      return `a multiple of ${issue.divisor}`;
    case 'unrecognized_keys':
      return unknownField;
    case 'invalid_format':
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
    case 'custom':
      return undefined;
  }
};

const unknownField = 'no field of this name';

/** @param locate where a value stands in its document; left out where there is no document (a form, a test). */
export function fieldErrorsOf(
  issues: readonly z.core.$ZodIssue[],
  value: unknown,
  locate?: (path: readonly (string | number)[]) => Place | undefined,
): readonly FieldError[] {
  const errors = issues.flatMap((issue) => {
    const paths = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
    return paths.map((segments): FieldError => {
      const path = segments.filter((segment) => typeof segment !== 'symbol');
      const at = locate?.(path);
      const error = {
        path: pathText(path),
        expected: isMissing(value, path) ? `${issue.message} (missing)` : issue.message,
      };
      return at === undefined ? error : { ...error, at };
    });
  });
  return onePerField(errors);
}

function isMissing(value: unknown, path: readonly (string | number)[]): boolean {
  let inner = value;
  for (const segment of path) {
    if (typeof inner !== 'object' || inner === null || !Object.hasOwn(inner, segment)) return true;
    inner = (inner as Readonly<Record<string | number, unknown>>)[segment];
  }
  return inner === undefined;
}
