import { canonicalJson, parseCanonical, sha256Hex } from '../canonical.ts';
import { holds, type Mandate } from '../authorisation/mandate.ts';
import { limits } from '../limits.ts';
import { fromBase64, toBase64 } from '../transparency/base64.ts';
import * as ed25519 from '../transparency/ed25519.ts';
import { parseVerifierKey, type SignerKey } from '../transparency/note.ts';
import {
  custodyActs, custodyEntry, custodyFormat, custodyStart,
  type CustodyAct, type CustodyEntry, type UnsignedEntry,
} from './custody-entry.ts'; // prettier-ignore

/** The chain of custody: lines of canonical JSON, each signed by who acted and bound to the line before. */

export type CustodyErrorCode =
  | 'malformed'
  | 'chain' // an entry does not follow the line before it
  | 'time' // an entry is earlier than the one before it
  | 'mandate' // nobody, or nobody with a mandate for this act on that day
  | 'signature';

/** @param line from 1, where the fault shows. */
export class CustodyError extends Error {
  readonly code: CustodyErrorCode;
  readonly line: number;

  constructor(code: CustodyErrorCode, line: number, message: string) {
    super(`entry ${line}: ${message}`);
    this.name = 'CustodyError';
    this.code = code;
    this.line = line;
  }
}

export type CustodyStep = Readonly<{ act: CustodyAct; at: string; subject: string; reason: string }>;

/**
 * The next line, without a line feed.
 * @param chain the lines so far, as they were signed.
 * @throws CustodyError for a step that `verifyCustody` would refuse.
 */
export function appendCustody(
  caseId: string,
  chain: readonly string[],
  step: CustodyStep,
  by: Mandate,
  signer: SignerKey,
): string {
  const { act, at, subject, reason } = step;
  const unsigned: UnsignedEntry = {
    format: custodyFormat,
    number: chain.length + 1,
    at,
    act,
    by: by.id,
    authority: by.authority,
    subject,
    reason,
    previous: previousOf(caseId, chain.at(-1)),
  };
  const signature = ed25519.sign(signer.secret, custodyMessage(unsigned));
  const line = canonicalJson({ ...unsigned, signature: toBase64(signature) });
  const last = chain.at(-1);
  check(line, { caseId, number: chain.length + 1, last, lastAt: last === undefined ? '' : parse(last, chain.length).at }, [by]); // prettier-ignore
  return line;
}

/** The proven entries. @param mandates of everybody who may appear, from the register. @throws CustodyError */
export function verifyCustody(caseId: string, lines: readonly string[], mandates: readonly Mandate[]): CustodyEntry[] {
  if (lines.length > limits.custodyEntries) {
    throw new CustodyError('malformed', lines.length, `at most ${limits.custodyEntries} entries`);
  }
  const entries: CustodyEntry[] = [];
  for (const [index, line] of lines.entries()) {
    const before = { caseId, number: index + 1, last: lines[index - 1], lastAt: entries.at(-1)?.at ?? '' };
    entries.push(check(line, before, mandates));
  }
  return entries;
}

/** A file of lines: each ends with a line feed. */
export const encodeCustody = (lines: readonly string[]): Uint8Array =>
  new TextEncoder().encode(lines.map((line) => `${line}\n`).join(''));

/** @throws CustodyError for bytes that are not UTF-8 or whose last line does not end. */
export function splitCustody(bytes: Uint8Array): string[] {
  let whole: string;
  try {
    whole = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new CustodyError('malformed', 1, 'not UTF-8');
  }
  const lines = whole.split('\n');
  if (lines.pop() !== '') throw new CustodyError('malformed', lines.length, 'the last line does not end');
  return lines;
}

type Before = Readonly<{ caseId: string; number: number; last: string | undefined; lastAt: string }>;

function check(line: string, before: Before, mandates: readonly Mandate[]): CustodyEntry {
  const entry = parse(line, before.number);
  const no = (code: CustodyErrorCode, message: string): CustodyError => new CustodyError(code, before.number, message);
  if (entry.number !== before.number) throw no('chain', `is numbered ${entry.number}`);
  if (entry.previous !== previousOf(before.caseId, before.last))
    throw no('chain', 'does not follow the line before it');
  if (entry.at < before.lastAt) throw no('time', 'is earlier than the entry before it');
  const mandate = mandates.find(({ id }) => id === entry.by);
  if (mandate === undefined) throw no('mandate', `${entry.by} is not in the register`);
  const allowed: readonly string[] = custodyActs[entry.act];
  if (!allowed.includes(mandate.role) || mandate.authority !== entry.authority || !holds(mandate, entry.at)) {
    throw no('mandate', `${entry.by} had no mandate for "${entry.act}" at ${entry.at}`);
  }
  if (!isSigned(entry, mandate)) throw no('signature', `the signature is not that of ${entry.by}`);
  return entry;
}

/** Ed25519 only: a key for cosigning checkpoints signs nothing else. */
function isSigned({ signature, ...unsigned }: CustodyEntry, mandate: Mandate): boolean {
  if (mandate.vkey === undefined) return false;
  const { type, publicKey } = parseVerifierKey(mandate.vkey);
  const bytes = fromBase64(signature);
  return type === 0x01 && bytes !== undefined && ed25519.verify(publicKey, custodyMessage(unsigned), bytes);
}

/** Named by its format, so that a signature over an entry can never stand under anything else. */
const custodyMessage = (unsigned: UnsignedEntry): Uint8Array =>
  new TextEncoder().encode(`${custodyFormat} entry\n${sha256Hex(canonicalJson(unsigned))}\n`);

const previousOf = (caseId: string, last: string | undefined): string =>
  last === undefined ? custodyStart(caseId) : sha256Hex(last);

function parse(line: string, number: number): CustodyEntry {
  const parsed = custodyEntry.safeParse(parseCanonical(new TextEncoder().encode(line)));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new CustodyError('malformed', number, `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim());
}
