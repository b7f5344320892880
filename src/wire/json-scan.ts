import { limits } from '../limits.ts';
import type { FieldError, Place } from './field-error.ts';

/**
 * One pass over JSON text before the parser sees it. The parser recurses (a depth bomb ends in a stack overflow) and
 * lets raw control characters into strings; both are met here, in constant memory, for one byte of work each.
 *
 * @returns the first fault, or nothing. Text that is not JSON at all may pass: the parser refuses it.
 */
export function scanJson(text: string): FieldError | undefined {
  let depth = 0;
  let values = 1;
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (inString) {
      if (code < 0x20) return fault(text, index, 'text without raw control characters: write them as \\u00..');
      if (code === backslash) index += 1;
      else if (code === quote) inString = false;
    } else if (code === quote) inString = true;
    else if (code === comma) values += 1;
    else if (code === openBrace || code === openBracket) {
      depth += 1;
      values += 1;
    } else if (code === closeBrace || code === closeBracket) depth -= 1;
    if (depth > limits.depth) return fault(text, index, `at most ${limits.depth} levels of nesting`);
    if (values > limits.documentValues) return fault(text, index, `at most ${limits.documentValues} values`);
  }
  return undefined;
}

const [quote, backslash, comma] = [0x22, 0x5c, 0x2c];
const [openBrace, closeBrace, openBracket, closeBracket] = [0x7b, 0x7d, 0x5b, 0x5d];

const fault = (text: string, index: number, expected: string): FieldError => ({
  path: '',
  expected,
  at: placeAt(text, index),
});

/** Line and column, both from 1, of a position in a text. */
function placeAt(text: string, index: number): Place {
  const before = text.slice(0, index);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: index - lineStart + 1 };
}
