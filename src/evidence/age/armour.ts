import { limits } from '../../limits.ts';
import { AgeError } from './age-error.ts';
import { byteReader } from '../byte-reader.ts';
import { rawBase64 } from './header.ts';

/** ASCII armour, a strict kind of PEM (RFC 7468): age-encryption.org/v1 "ASCII armor". Parser and encoder, as streams. */

const begin = '-----BEGIN AGE ENCRYPTED FILE-----';
const end = '-----END AGE ENCRYPTED FILE-----';
const columns = 64;
const bytesPerLine = 48;

/** Yields the armoured text of a sealed file. */
export async function* armour(sealed: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = byteReader(sealed);
  yield ascii(`${begin}\n`);
  while (!(await reader.isAtEnd())) {
    const base64 = Buffer.from(await reader.take(bytesPerLine * 1024)).toString('base64');
    yield ascii(base64.replace(/.{1,64}/g, '$&\n'));
  }
  yield ascii(`${end}\n`);
}

/**
 * Yields the bytes inside the armour. White space may stand before and after, lines may end in CRLF; nothing else.
 * That the end is the true end is known when the generator returns.
 * @throws AgeError `armour-failure`
 */
export async function* unarmour(text: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let place: Place = 'before';
  let space = 0;
  for await (const line of linesOf(text)) {
    const blank = line.trim() === '' && (place === 'before' || place === 'after');
    if (blank && (space += line.length + 1) > limits.armourSpace) throw malformed('too much white space around it');
    if (blank) continue;
    const { next, bytes } = step(place, line);
    place = next;
    if (bytes) yield bytes;
  }
  if (place !== 'after') throw malformed('it does not end');
}

/** `last`: after a line that is not full, only the end may come. */
type Place = 'before' | 'body' | 'last' | 'after';

function step(place: Place, line: string): { next: Place; bytes?: Uint8Array } {
  if (place === 'before') {
    if (line !== begin) throw malformed('its first line');
    return { next: 'body' };
  }
  if (place === 'after') throw malformed('something stands after its end');
  if (line === end) return { next: 'after' };
  if (place === 'last' || line.length === 0 || line.length > columns) throw malformed('the length of a line');
  const bytes = Buffer.from(line, 'base64');
  if (bytes.toString('base64') !== line) throw malformed('base64');
  return { next: line.length < columns || rawBase64(bytes) !== line ? 'last' : 'body', bytes };
}

/** Lines without their ends, as Latin-1. A line that has no end within the limit is no armour. */
async function* linesOf(text: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of text) {
    const lines = (rest + Buffer.from(chunk).toString('latin1')).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > limits.armourSpace) throw malformed('a line is too long');
    for (const line of lines) yield line.replace(/\r$/, '');
  }
  if (rest !== '') yield rest.replace(/\r$/, '');
}

const ascii = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const malformed = (what: string): AgeError => new AgeError('armour-failure', `malformed age armour: ${what}`);
