// docs/spec/log-directory.md, "A promise": the log's signed word, given at the moment of the commit, that a leaf is in it.
import { parseDecimal } from './decimal.ts';
import { LogError } from './log-error.ts';
import { openNote, signNote } from './note.ts';
import type { SignerKey, VerifierKey } from './note-key.ts';

export type LogPromise = Readonly<{
  origin: string;
  index: number;
  /** In hexadecimal. */
  leafHash: string;
  /** When it was given, and until when a witnessed checkpoint must hold the leaf; ISO 8601, UTC. */
  at: string;
  until: string;
}>;

const header = 'proviso-promise/1';
const moment = /^20[0-9]{2}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]\.[0-9]{3}Z$/;

/** @throws LogError promise-malformed */
export function signPromise(promise: LogPromise, logKey: SignerKey): Uint8Array {
  const { origin, index, leafHash, at, until } = promise;
  const text = [header, origin, `index ${index}`, `leaf ${leafHash}`, `at ${at}`, `until ${until}`, ''].join('\n');
  parse(text);
  return signNote(text, [logKey]);
}

/** The promise, when the log signed it. @throws LogError promise-malformed, and what openNote throws */
export function openPromise(note: Uint8Array, logKey: VerifierKey): LogPromise {
  const promise = parse(openNote(note, [logKey]).text);
  if (promise.origin !== logKey.name) throw malformed(`the origin ${logKey.name}`);
  return promise;
}

/** Whether a tree of this size, seen at this time, breaks the promise. What stands at the index is compared elsewhere. */
export const isBroken = (promise: LogPromise, seen: { size: number; at: string }): boolean =>
  seen.size <= promise.index && seen.at > promise.until;

function parse(text: string): LogPromise {
  const [first, origin = '', ...lines] = text.split('\n');
  const [index = '', leafHash = '', at = '', until = ''] = ['index ', 'leaf ', 'at ', 'until '].map((word, place) => lines[place]?.startsWith(word) === true ? lines[place].slice(word.length) : ''); // prettier-ignore
  const number = parseDecimal(index);
  if (first !== header || origin === '' || number === undefined) throw malformed('an origin and an index');
  if (!/^[0-9a-f]{64}$/.test(leafHash)) throw malformed('a leaf hash in hexadecimal');
  if (!moment.test(at) || !moment.test(until) || at > until) throw malformed('two moments in their order');
  if (lines.length !== 5 || lines[4] !== '') throw malformed('six lines');
  return { origin, index: number, leafHash, at, until };
}

const malformed = (expected: string): LogError => new LogError('promise-malformed', `not a promise: expected ${expected}`); // prettier-ignore
