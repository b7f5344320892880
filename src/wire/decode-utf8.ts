import { limits } from '../limits.ts';
import { refusedWhole } from './field-error.ts';
import type { Refused } from './field-error.ts';

/**
 * @param maximumBytes looked at first, before anything else is done with the bytes
 * @returns the text (a byte order mark stays in it), or why it is not UTF-8. Nothing is replaced by U+FFFD.
 */
export function decodeUtf8(bytes: Uint8Array, maximumBytes: number = limits.requestBytes): string | Refused {
  if (bytes.length > maximumBytes) {
    return refusedWhole(`at most ${maximumBytes} bytes; these are ${bytes.length} bytes`);
  }
  if (bytes.length === 0) return refusedWhole('a document; this one is empty');
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return refusedWhole('text in UTF-8');
  }
}
