import { limits } from '../limits.ts';
import { isCleanText } from './clean-text.ts';
import type { Door } from './door.ts';
import type { FieldProblem, Form } from './form.ts';

/** The reasons that an act asks for, from the field `reasons`: given, clean, and not too long. */
export function readReasons(
  { words: { errors } }: Pick<Door, 'words'>,
  form: Form,
): Readonly<{ input: { reasons: string } } | { problems: readonly FieldProblem[] }> {
  const reasons = form.text('reasons');
  if (reasons === '') return { problems: [{ field: 'reasons', text: errors.reasons }] };
  if (!isCleanText(reasons)) return { problems: [{ field: 'reasons', text: errors.text(limits.textCharacters) }] };
  return { input: { reasons } };
}
