import { canonicalJson, sha256Hex } from '../canonical.ts';
import type { Mandate } from '../authorisation/mandate.ts';
import type { Figures } from '../observatory/figures.ts';
import type { EventBody } from '../request/event.ts';
import type { EvidenceRequest } from '../request/request.ts';
import { isTestState } from '../request/fields.ts';
import type { LeafDraft } from '../store/append-leaves.ts';
import { caseLink } from '../transparency/case-link.ts';
import { commit, type Fields } from '../transparency/commitment.ts';
import { encodeLeaf, type LeafKind, type OpenLeaf } from '../transparency/leaf.ts';

/** @returns that many unpredictable bytes. */
export type Random = (bytes: number) => Uint8Array;

/** Each event has its leaf; an event without one does not compile. */
const kindOf = {
  'request-received': 'request',
  'findings-recorded': 'findings',
  'information-asked': 'question',
  'information-supplied': 'information',
  consulted: 'consultation',
  'consultation-answered': 'answer',
  withdrawn: 'withdrawal',
  decided: 'decision',
  authorised: 'authorisation',
  'authorisation-refused': 'authorisation',
  'authorisation-revoked': 'revocation',
  produced: 'production',
  released: 'release',
  collected: 'collection',
  'duty-extended': 'extension',
  assigned: 'assignment',
  'glass-broken': 'access',
  'duty-overdue': 'overdue',
  'order-ended': 'expiry',
  acknowledged: 'acknowledgement',
  'order-served': 'service',
  challenged: 'challenge',
  'challenge-decided': 'ruling',
} as const satisfies Record<EventBody['kind'], LeafKind>;

/** What the public learns of an event (codes only), and a commitment to what it does not. */
export function leafFor(of: {
  body: EventBody;
  caseId: string;
  request: EvidenceRequest;
  /** Who logs it: who acted; for a request, who received it. */
  by: Pick<Mandate, 'authority' | 'role'>;
  at: string;
  caseKey: Uint8Array | undefined;
  random: Random;
}): LeafDraft {
  const { body, request, at } = of;
  const { authority, role } = of.by;
  if (of.caseKey === undefined)
    throw new Error(`the key of case ${of.caseId} was destroyed: nothing more can be done in it`);
  const fields = { case: of.caseId, event: sha256Hex(canonicalJson(body)), ...documentsOf(body) };
  const { measure, dataCategories } = request;
  return draft(authority, fields, of.random, {
    format: 'proviso-leaf/1',
    kind: kindOf[body.kind],
    authority,
    month: at.slice(0, 7),
    case: caseLink(of.caseKey, of.caseId),
    counterpart: role === 'requesting-officer' ? request.requestedState : request.requestingState,
    ...(measure === undefined ? {} : { measure }),
    ...(dataCategories === undefined ? {} : { dataCategories: dataCategories.toSorted() }),
    ...resultOf(body),
    ...(request.isTest === true || isTestState(request.requestingState) ? { test: 1 } : {}),
  });
}

/** The registration of a mandate. */
export const leafForMandate = (mandate: Mandate, at: string, random: Random): LeafDraft =>
  leafForRegister(mandate, { mandate: sha256Hex(canonicalJson(mandate)) }, at, random);

/** What changed in the register of an authority: what it is stands under the commitment. */
export const leafForRegister = (
  { authority, state }: Pick<Mandate, 'authority' | 'state'>,
  fields: Fields,
  at: string,
  random: Random,
): LeafDraft =>
  draft(authority, fields, random, {
    format: 'proviso-leaf/1',
    kind: 'register',
    authority,
    month: at.slice(0, 7),
    ...(isTestState(state) ? { test: 1 } : {}),
  });

/** The figures of a month: their hash, the range that was counted, and how many leaves are shown. */
export const leafForFigures = (of: {
  figures: Figures;
  figuresSha256: string;
  authority: string;
  at: string;
  random: Random;
}): LeafDraft =>
  draft(of.authority, { figures: of.figuresSha256 }, of.random, {
    format: 'proviso-leaf/1',
    kind: 'statistics',
    authority: of.authority,
    month: of.at.slice(0, 7),
    formula: of.figures.format,
    counts: of.figures.counts,
    from: of.figures.from,
    until: of.figures.until,
    total: of.figures.total,
    figures: of.figuresSha256,
    ...(of.figures.test === 1 ? { test: 1 } : {}),
  });

function draft(
  authority: string,
  fields: Fields,
  random: Random,
  leaf: Omit<OpenLeaf, 'commitment' | 'previous'>,
): LeafDraft {
  const { commitment, opening } = commit(fields, random(32));
  return {
    authority,
    encode: (previous) => encodeLeaf({ ...leaf, commitment, ...(previous === undefined ? {} : { previous }) }),
    opening,
  };
}

/** The documents that an event names, by what they are: `orderTextSha256` becomes the field `orderText`. */
function documentsOf(body: EventBody): Fields {
  const named = Object.entries(body).filter((entry): entry is [string, string] => entry[0].endsWith('Sha256'));
  return Object.fromEntries(named.map(([name, sha256]) => [name.slice(0, -'Sha256'.length), sha256]));
}

function resultOf(body: EventBody): Pick<OpenLeaf, 'outcome' | 'grounds'> {
  switch (body.kind) {
    case 'decided':
      return body.outcome === 'grant'
        ? { outcome: 'granted' }
        : { outcome: 'refused', grounds: body.grounds.toSorted() };
    case 'authorised':
      return { outcome: body.narrowed ? 'narrowed' : 'granted' };
    case 'challenge-decided':
      return { outcome: body.outcome };
    case 'authorisation-refused':
      return { outcome: 'refused' };
    case 'request-received':
    case 'findings-recorded':
    case 'information-asked':
    case 'information-supplied':
    case 'consulted':
    case 'withdrawn':
    case 'authorisation-revoked':
    case 'consultation-answered':
    case 'produced':
    case 'released':
    case 'collected':
    case 'duty-extended':
    case 'assigned':
    case 'glass-broken':
    case 'duty-overdue':
    case 'order-ended':
    case 'acknowledged':
    case 'order-served':
    case 'challenged':
      return {};
  }
}
