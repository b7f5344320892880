// docs/spec/leaf.md: the open leaf, what the public learns of one act. Codes, months and hashes only: no name, account,
// case number or free text has a place in it.
import { z } from 'zod';
import { canonicalBytes, parseCanonical } from '../canonical.ts';
import { limits } from '../limits.ts';
import { dataCategories, measures } from '../request/request.ts';
import { secrecyReasons } from '../request/secrecy-reasons.ts';
import { LogError } from './log-error.ts';

/** What an authority is. Its code is its State, this, and a number where the State has several: `xb-provider-2`. */
export const authorityRoles = [
  'central-authority', // art. 40(12)
  'contact-point', // art. 41, the 24/7 network
  'court',
  'prosecutor',
  'provider',
  'oversight',
  'data-protection',
  'public', // people without an office: a person concerned, a lawyer
] as const;

const ofCase = ['case', 'counterpart'] as const;
const evidence = ['measure', 'dataCategories', 'test'] as const;

/** What each kind of leaf must and may carry beside the fields that all carry. A kind that is absent here is refused. */
export const leafKinds = Object.freeze({
  register: { required: [], optional: ['test'] },
  request: { required: ofCase, optional: evidence },
  findings: { required: ofCase, optional: evidence },
  question: { required: ofCase, optional: evidence },
  information: { required: ofCase, optional: evidence },
  consultation: { required: ofCase, optional: evidence },
  answer: { required: ofCase, optional: evidence },
  withdrawal: { required: ofCase, optional: evidence },
  decision: { required: [...ofCase, 'outcome'], optional: [...evidence, 'grounds'] },
  authorisation: { required: [...ofCase, 'outcome'], optional: [...evidence, 'grounds'] },
  revocation: { required: ofCase, optional: evidence },
  production: { required: ofCase, optional: evidence },
  release: { required: ofCase, optional: evidence },
  collection: { required: ofCase, optional: evidence },
  acknowledgement: { required: ofCase, optional: evidence },
  destruction: { required: ofCase, optional: evidence },
  service: { required: ofCase, optional: evidence },
  challenge: { required: ofCase, optional: evidence },
  ruling: { required: [...ofCase, 'outcome'], optional: evidence },
  overdue: { required: ofCase, optional: evidence },
  expiry: { required: ofCase, optional: evidence },
  preservation: { required: ofCase, optional: evidence },
  'preservation-end': { required: ofCase, optional: evidence },
  'follow-up': { required: ofCase, optional: evidence },
  postponement: { required: ofCase, optional: evidence },
  receipt: { required: ofCase, optional: evidence },
  closing: { required: ofCase, optional: evidence },
  reopening: { required: ofCase, optional: evidence },
  correction: { required: ofCase, optional: evidence },
  extension: { required: ofCase, optional: evidence },
  secrecy: { required: ofCase, optional: evidence },
  statistics: { required: ['formula', 'counts', 'from', 'until', 'total', 'figures'], optional: ['test'] },
  opening: { required: ['openings'], optional: ['test'] },
  'secrecy-extension': { required: ['sealed', 'openBy', 'reason'], optional: ['test'] },
  assignment: { required: ofCase, optional: evidence },
  access: { required: ofCase, optional: evidence },
  emergency: { required: ofCase, optional: evidence },
  'call-back': { required: ofCase, optional: evidence },
  'emergency-order': { required: [...ofCase, 'outcome'], optional: evidence },
  confirmation: { required: [...ofCase, 'outcome'], optional: evidence },
  deletion: { required: ofCase, optional: evidence },
  notice: { required: ofCase, optional: evidence },
  acceptance: { required: ofCase, optional: evidence },
  'consent-request': { required: ofCase, optional: evidence },
  consent: { required: [...ofCase, 'outcome'], optional: evidence },
  'consent-ruling': { required: [...ofCase, 'outcome'], optional: evidence },
  use: { required: ofCase, optional: evidence },
  'destruction-receipt': { required: ofCase, optional: evidence },
  breach: { required: ofCase, optional: evidence },
} satisfies Record<string, { required: readonly Detail[]; optional: readonly Detail[] }>);

export type LeafKind = keyof typeof leafKinds;
type Detail = (typeof details)[number];

/** What a leaf may carry beside the fields of all. */
const details = [
  'case', 'counterpart', 'measure', 'dataCategories', 'outcome', 'grounds', 'test',
  'formula', 'counts', 'from', 'until', 'total', 'figures',
  'openings', 'sealed', 'openBy', 'reason',
] as const; // prettier-ignore

/** How a decision, an authorisation or a challenge ended. */
export const outcomes = ['granted', 'narrowed', 'refused', 'upheld', 'set-aside', 'proposed'] as const;

const code = (pattern: RegExp, expected: string) => z.string({ error: expected }).regex(pattern, { error: expected });
const hash = code(/^[0-9a-f]{64}$/, '32 bytes in lower-case hexadecimal');
const month = code(/^20[0-9]{2}-(?:0[1-9]|1[0-2])$/, 'a month as 2026-03');
const index = z.int({ error: 'a whole number' }).min(0, { error: 'a number from 0' });
const set = <Item extends z.ZodType<string>>(item: Item) =>
  z
    .array(item)
    .min(1, { error: 'at least one entry' })
    .refine((items) => items.every((each, at) => at === 0 || (items[at - 1] ?? '') < each), {
      error: 'entries in ascending order, each once',
    });

const openLeaf = z.strictObject({
  format: z.literal('proviso-leaf/1'),
  kind: z.enum(Object.keys(leafKinds) as LeafKind[]),
  /** Who acted. */
  authority: code(
    new RegExp(`^[a-z]{2}-(?:${authorityRoles.join('|')})(?:-[1-9][0-9]{0,2})?$`),
    'a code as xb-court-1',
  ),
  /** When, in UTC; no closer, or the act could be matched with a person's day. */
  month,
  /** commitment.ts, over the act's documents. */
  commitment: hash,
  /** The leaf hash of this authority's leaf before; absent in its first. A leaf left out shows as a gap. */
  previous: hash.optional(),
  /** caseLink: joins the leaves of one case for those who hold its key. */
  case: hash.optional(),
  /** The other State. */
  counterpart: code(/^[A-Z]{2}$/, 'two capital letters (ISO 3166-1 alpha-2)').optional(),
  measure: z.enum(measures).optional(),
  dataCategories: set(z.enum(dataCategories)).optional(),
  outcome: z.enum(outcomes).optional(),
  /** Provisions of the Convention that a refusal rests on. */
  grounds: set(code(/^[1-9][0-9]?(?:\([1-9][0-9]?\))?(?:\([a-z]\))?$/, 'a provision as 40(21)(b)'))
    .max(16, { error: 'at most 16 entries' })
    .optional(),
  /** A practice case; never counted in any figure. */
  test: z.literal(1).optional(),
  /** Of `statistics`: how the leaves from `from` (inclusive) to `until` (exclusive) were counted, and what came out. */
  formula: z.literal('proviso-figures/1').optional(),
  /** The month that was counted. */
  counts: month.optional(),
  from: index.optional(),
  until: index.optional(),
  total: index.optional(),
  /** SHA-256 of the figures in canonical JSON: whoever counts the same leaves by the same formula gets the same bytes. */
  figures: hash.optional(),
  /** Of `opening`: sealed leaves, and what they say (sealed-leaf.ts). */
  openings: z
    .array(z.strictObject({ index, seed: hash, leaf: z.string({ error: 'the text of a leaf' }) }))
    .min(1, { error: 'at least one entry' })
    .max(limits.openingsPerLeaf, { error: `at most ${limits.openingsPerLeaf} entries` })
    .refine((items) => items.every((each, at) => at === 0 || (items[at - 1]?.index ?? 0) < each.index), {
      error: 'entries in ascending order, each once',
    })
    .optional(),
  /** Of `secrecy-extension`: the sealed leaves that stay sealed until another month, and why. */
  sealed: z
    .array(index)
    .min(1, { error: 'at least one entry' })
    .max(limits.sealedPerCase, { error: `at most ${limits.sealedPerCase} entries` })
    .refine((items) => items.every((each, at) => at === 0 || (items[at - 1] ?? 0) < each), {
      error: 'entries in ascending order, each once',
    })
    .optional(),
  openBy: month.optional(),
  reason: z.enum(secrecyReasons).optional(),
});

export type OpenLeaf = Readonly<z.infer<typeof openLeaf>>;

/** The bytes that are logged and hashed: RFC 8785. @throws LogError leaf-malformed for what parseLeaf would refuse */
export function encodeLeaf(leaf: OpenLeaf): Uint8Array {
  const bytes = canonicalBytes(leaf);
  checkLeaf(bytes, leaf);
  return bytes;
}

/** @throws LogError leaf-malformed, naming the field and what was expected */
export function parseLeaf(bytes: Uint8Array): OpenLeaf {
  return checkLeaf(bytes, parseCanonical(bytes));
}

function checkLeaf(bytes: Uint8Array, value: unknown): OpenLeaf {
  if (bytes.length > limits.leafBytes) throw malformed('', `at most ${limits.leafBytes} bytes`);
  const parsed = openLeaf.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw malformed(issue?.path.join('.') ?? '', issue?.message ?? 'a leaf in canonical JSON');
  }
  assertDetails(parsed.data);
  return parsed.data;
}

/** Each kind has its own fields. */
function assertDetails(leaf: OpenLeaf): void {
  const { required, optional }: { required: readonly Detail[]; optional: readonly Detail[] } = leafKinds[leaf.kind];
  for (const detail of details) {
    const present = leaf[detail] !== undefined;
    if (!present && required.includes(detail)) throw malformed(detail, `present in a leaf of kind ${leaf.kind}`);
    if (present && !required.includes(detail) && !optional.includes(detail)) {
      throw malformed(detail, `absent from a leaf of kind ${leaf.kind}`);
    }
  }
  if (leaf.grounds !== undefined && leaf.outcome === 'granted')
    throw malformed('grounds', 'absent where nothing is refused');
  if (leaf.openBy !== undefined && leaf.openBy <= leaf.month)
    throw malformed('openBy', 'a month that is still to come');
  if (leaf.from !== undefined && leaf.from > (leaf.until ?? 0)) throw malformed('until', 'an end after the beginning');
  if (leaf.counts !== undefined && leaf.counts >= leaf.month) throw malformed('counts', 'a month that has ended');
}

const malformed = (path: string, expected: string): LogError =>
  new LogError('leaf-malformed', `not an open leaf: ${path === '' ? '' : `${path}: `}expected ${expected}`);
