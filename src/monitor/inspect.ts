import { equal } from '../transparency/bytes.ts';
import type { Fault } from './check.ts';
import { chainChecker, kindOf, readLogKey, type KindCounts } from '../transparency/log-directory.ts';
import { LogError } from '../transparency/log-error.ts';
import { required, verifyLogTree, type ReadFile } from '../transparency/log-tree.ts';
import { encodeVerifierKey } from '../transparency/note.ts';
import { edgeRoot, emptyEdge, grow } from '../transparency/right-edge.ts';
import { openSigned, parsePolicy, reachesQuorum, type Policy, type Witnessed } from '../transparency/witness-policy.ts';
import type { AnyLeaf } from '../transparency/sealed-leaf.ts';
import type { LeafKind } from '../transparency/leaf.ts';
import { openMeaning } from './open-meaning.ts';

/** One thing that is not as it must be, or cannot be seen. `fork` is the worst: two histories under one key. */
export type Finding = Readonly<{ class: 'form' | 'time' | 'meaning' | 'fork'; code: string; says: string }>;

/** A signed head that somebody else, or we before, was shown. */
export type SeenHead = Readonly<{ by: string; note: Uint8Array }>;

export type Inspection = Readonly<{
  findings: readonly Finding[];
  /** The head that was inspected, as raw bytes too; absent where it does not open. */
  head?: Witnessed & Readonly<{ note: Uint8Array }>;
  kinds: KindCounts;
  /** Heads of the same log that do not belong to this tree: with `head`, proof of a split view. */
  forks: readonly SeenHead[];
}>;

export type InspectOptions = Readonly<{
  /** The policy that we trust; without it the log's own, which only shows that the log agrees with itself. */
  policy?: Policy;
  seen: readonly SeenHead[];
  /** POSIX seconds. */
  now: number;
  /** Seconds after which the newest cosignature is stale. */
  maxAge: number;
  progress?: (done: number, size: number) => void;
  /** Sees each leaf that verified so far, in order. */
  visit?: (leaf: AnyLeaf, index: number) => void;
}>;

/** Reads a whole published log from its files alone: form, time, meaning, and whether everybody sees the same tree. */
export async function inspectLog(read: ReadFile, options: InspectOptions): Promise<Inspection> {
  const findings: Finding[] = [];
  const kinds: Partial<Record<LeafKind | 'sealed', number>> = {};
  try {
    const policy = options.policy ?? (await ownPolicy(read));
    const note = await required(read, 'checkpoint');
    const head = openSigned(note, policy);
    await assertKey(read, policy, head);
    findings.push(...timely(head, policy, options));
    const seen = openSeen(options.seen, policy, findings);
    const roots = await walk(read, head, { kinds, findings, sizes: new Set(seen.map(({ size }) => size)), ...options });
    const forks = seen.filter(({ size, root, by }) => {
      const ours = roots.get(size);
      if (ours !== undefined && equal(ours, root)) return false;
      if (ours === undefined)
        findings.push({ class: 'time', code: 'older-than-seen', says: `${by} has seen ${size} leaves, and ${head.size} are published` }); // prettier-ignore
      else findings.push({ class: 'fork', code: 'split-view', says: `${by} was shown another tree of ${size} leaves` });
      return ours !== undefined;
    });
    return { findings, head: { ...head, note }, kinds, forks };
  } catch (error) {
    if (!(error instanceof LogError)) throw error;
    return { findings: [...findings, { class: 'form', code: error.code, says: error.message }], kinds, forks: [] };
  }
}

async function ownPolicy(read: ReadFile): Promise<Policy> {
  return parsePolicy(new TextDecoder().decode(await required(read, 'log.policy')));
}

/** `log.vkey` is the key under which the checkpoint opened. */
async function assertKey(read: ReadFile, { logs }: Policy, head: Witnessed): Promise<void> {
  const named = encodeVerifierKey(await readLogKey(read));
  if (!logs.some(({ key }) => key.name === head.origin && encodeVerifierKey(key) === named))
    throw new LogError('key-mismatch', 'it is not the key of the policy', 'log.vkey');
}

function timely(head: Witnessed, policy: Policy, { now, maxAge }: InspectOptions): Finding[] {
  const findings: Finding[] = [];
  const of = `${head.cosigned.length} of ${policy.witnesses.length} witnesses`;
  if (!reachesQuorum(policy, head.signedBy)) findings.push({ class: 'time', code: 'quorum-missing', says: `only ${of} have signed` }); // prettier-ignore
  const newest = Math.max(0, ...head.cosigned.map(({ time }) => time));
  if (head.cosigned.length > 0 && now - newest > maxAge) findings.push({ class: 'time', code: 'stale', says: `the newest cosignature is ${now - newest} seconds old` }); // prettier-ignore
  if (head.cosigned.some(({ time }) => time > now + maxAge)) findings.push({ class: 'time', code: 'future', says: 'a cosignature lies in the future' }); // prettier-ignore
  return findings;
}

type OpenSeen = SeenHead & Readonly<{ size: number; root: Uint8Array }>;

/** A head that does not open proves nothing against the log; it is said and left out. */
function openSeen(seen: readonly SeenHead[], policy: Policy, findings: Finding[]): OpenSeen[] {
  return seen.flatMap((each) => {
    try {
      const { size, root } = openSigned(each.note, policy);
      return [{ ...each, size, root }];
    } catch (error) {
      if (!(error instanceof LogError)) throw error;
      findings.push({ class: 'form', code: 'seen-malformed', says: `what ${each.by} shows is no head of this log: ${error.message}` }); // prettier-ignore
      return [];
    }
  });
}

/** Every leaf, once. @returns the root that the tree had at each of `sizes` */
async function walk(
  read: ReadFile,
  head: Witnessed,
  to: { kinds: Partial<Record<LeafKind | 'sealed', number>>; findings: Finding[]; sizes: ReadonlySet<number>; now: number; progress?: InspectOptions['progress']; visit?: InspectOptions['visit'] }, // prettier-ignore
): Promise<Map<number, Uint8Array>> {
  const [chain, meaning, edge] = [chainChecker(), openMeaning(), emptyEdge()];
  const say = ({ index, code, says }: Fault): unknown => to.findings.push({ class: 'meaning', code, says: `leaf ${index}: ${says}` }); // prettier-ignore
  const roots = new Map<number, Uint8Array>([[0, edgeRoot(edge)]]);
  await verifyLogTree(head, read, (entry, index, hash) => {
    const leaf = chain(entry, index, hash);
    const kind = kindOf(leaf);
    to.kinds[kind] = (to.kinds[kind] ?? 0) + 1;
    meaning.see(leaf, index).forEach(say);
    to.visit?.(leaf, index);
    grow(edge, hash);
    if (to.sizes.has(index + 1)) roots.set(index + 1, edgeRoot(edge));
    if (index % 256 === 255 || index + 1 === head.size) to.progress?.(index + 1, head.size);
  });
  meaning.end(monthOf(to.now)).forEach(say);
  return roots;
}

/** @param now POSIX seconds. @returns the month in UTC */
const monthOf = (now: number): string => new Date(now * 1_000).toISOString().slice(0, 7);
