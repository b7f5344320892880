// C2SP tlog-policy: which logs count, which witnesses there are, and how many of them must have seen a checkpoint.
import { limits } from '../limits.ts';
import { equal } from './bytes.ts';
import { openCheckpoint } from './checkpoint.ts';
import { decodeTimestamp } from './cosignature.ts';
import { parseDecimal } from './decimal.ts';
import { LogError } from './log-error.ts';
import { encodeVerifierKey, linesOf, parseVerifierKey, textOf } from './note.ts';
import { signatureTypes } from './signature-types.ts';
import type { OpenedCheckpoint } from './checkpoint.ts';
import type { VerifierKey } from './note-key.ts';

type Keyed = Readonly<{ key: VerifierKey; url?: string }>;

export type Policy = Readonly<{
  logs: readonly Keyed[];
  witnesses: readonly (Keyed & Readonly<{ name: string }>)[];
  groups: readonly Readonly<{ name: string; threshold: number; members: readonly string[] }>[];
  /** A witness, a group, or `none`. */
  quorum: string;
}>;

/** At least `threshold` of these witnesses. */
export function policyOf(logKey: VerifierKey, witnesses: readonly VerifierKey[], threshold: number): Policy {
  const named = witnesses.map((key, at) => ({ name: `w${at + 1}`, key }));
  const groups = [{ name: 'quorum', threshold, members: named.map(({ name }) => name) }];
  return witnesses.length === 0
    ? { logs: [{ key: logKey }], witnesses: [], groups: [], quorum: 'none' }
    : { logs: [{ key: logKey }], witnesses: named, groups, quorum: 'quorum' };
}

/** One spelling: single spaces, no comment, numeric thresholds. */
export function encodePolicy({ logs, witnesses, groups, quorum }: Policy): string {
  const keyed = ({ key, url }: Keyed): string => `${encodeVerifierKey(key)}${url === undefined ? '' : ` ${url}`}`;
  const text = [
    ...logs.map((log) => `log ${keyed(log)}`),
    ...witnesses.map((witness) => `witness ${witness.name} ${keyed(witness)}`),
    ...groups.map(({ name, threshold, members }) => `group ${name} ${threshold} ${members.join(' ')}`),
    `quorum ${quorum}`,
    '',
  ].join('\n');
  parsePolicy(text);
  return text;
}

/** @throws LogError policy-malformed, naming the line */
export function parsePolicy(text: string): Policy {
  const policy = { logs: [] as Keyed[], witnesses: [] as (Keyed & { name: string })[], groups: [] as Policy['groups'][number][], quorum: [] as string[] }; // prettier-ignore
  // A name may be a member once, so that a witness counts in one way only.
  const free = new Set<string>();
  const taken = new Set<string>(['none']);
  if (text.length > limits.noteBytes || /[^\t\n\u0020-\u007E\u0080-\u{10FFFF}]/u.test(text)) throw malformed(0, 'text of at most 65,536 characters'); // prettier-ignore
  for (const [at, line] of text.split('\n').entries()) {
    const [what = '', ...words] = line.replace(/^[ \t]*#.*$/, '').split(/[ \t]+/).filter((word) => word !== ''); // prettier-ignore
    const wrong = (expected: string): LogError => malformed(at + 1, expected);
    const define = (name: string | undefined): string => {
      if (name === undefined || taken.has(name)) throw wrong('a new name');
      taken.add(name);
      free.add(name);
      return name;
    };
    if (what === '') continue;
    else if (what === 'log') policy.logs.push(keyedOf(words, policy.logs, false, wrong));
    else if (what === 'witness')
      policy.witnesses.push({ name: define(words[0]), ...keyedOf(words.slice(1), policy.witnesses, true, wrong) });
    else if (what === 'group') {
      const [name, count = '', ...members] = words;
      const known = members.every((member) => free.delete(member));
      const threshold = count === 'all' ? members.length : count === 'any' ? 1 : (parseDecimal(count) ?? 0);
      if (!known || threshold < 1 || threshold > members.length) throw wrong('names defined before, each a member once, and a threshold that they can reach'); // prettier-ignore
      policy.groups.push({ name: define(name), threshold, members });
    } else if (what === 'quorum' && words.length === 1) policy.quorum.push(words[0] ?? '');
    else throw wrong('log, witness, group or quorum');
  }
  const [quorum, ...more] = policy.quorum;
  if (quorum === undefined || more.length > 0 || !taken.has(quorum)) throw malformed(0, 'one quorum of a defined name');
  return { ...policy, quorum };
}

function keyedOf(
  words: readonly string[],
  before: readonly Keyed[],
  timed: boolean,
  wrong: (expected: string) => LogError,
): Keyed {
  const [vkey = '', url, ...rest] = words;
  let key: VerifierKey;
  try {
    key = parseVerifierKey(vkey);
  } catch (cause) {
    if (!(cause instanceof LogError)) throw cause;
    throw wrong(`a verifier key (${cause.message})`);
  }
  const twice = before.some((other) => equal(other.key.publicKey, key.publicKey));
  if (rest.length > 0 || twice || signatureTypes[key.type].timed !== timed || before.length >= limits.noteSignatures)
    throw wrong(timed ? "one witness's key, not named before" : "one log's key, not named before");
  return { key, ...(url === undefined ? {} : { url }) };
}

/** Whether these keys are enough. */
export function reachesQuorum({ witnesses, groups, quorum }: Policy, cosigners: readonly VerifierKey[]): boolean {
  const holds = (name: string): boolean => {
    const group = groups.find((each) => each.name === name);
    if (group !== undefined) return group.members.filter(holds).length >= group.threshold;
    const witness = witnesses.find((each) => each.name === name);
    return witness !== undefined && cosigners.includes(witness.key);
  };
  return quorum === 'none' || holds(quorum);
}

export type Witnessed = OpenedCheckpoint &
  Readonly<{ cosigned: readonly Readonly<{ witness: VerifierKey; time: number }>[] }>;

/**
 * A checkpoint that one of the policy's logs signed and enough of its witnesses have seen, each with its time.
 * @throws LogError what openCheckpoint throws, and quorum-missing
 */
export function openWitnessed(note: Uint8Array, policy: Policy): Witnessed {
  const opened = openSigned(note, policy);
  if (!reachesQuorum(policy, opened.signedBy)) {
    throw new LogError('quorum-missing', `${opened.cosigned.length} of ${policy.witnesses.length} witnesses have signed: too few for the policy`); // prettier-ignore
  }
  return opened;
}

/** The same without asking for the quorum. */
export function openSigned(note: Uint8Array, { logs, witnesses }: Policy): Witnessed {
  const origin = textOf(note).split('\n', 1)[0] ?? '';
  const log = logs.find(({ key }) => key.name === origin);
  if (log === undefined) throw new LogError('checkpoint-origin', `the policy knows no log ${JSON.stringify(origin)}`);
  const keys = witnesses.map(({ key }) => key);
  const opened = openCheckpoint(note, log.key, keys);
  const cosigned = linesOf(note, keys).map(({ key, signature }) => ({ witness: key, time: decodeTimestamp(signature) ?? 0 })); // prettier-ignore
  return { ...opened, cosigned };
}

const malformed = (line: number, expected: string): LogError =>
  new LogError('policy-malformed', `not a policy: ${line === 0 ? '' : `line ${line}: `}expected ${expected}`);
