import { canonicalJson, sha256Hex } from '../canonical.ts';
import type { Mandate } from '../authorisation/mandate.ts';
import type { Figures } from '../observatory/figures.ts';
import type { EventBody } from '../request/event.ts';
import type { EvidenceRequest } from '../request/request.ts';
import { isTestState } from '../request/fields.ts';
import type { LeafDraft } from '../store/append-leaves.ts';
import { caseLink } from '../transparency/case-link.ts';
import { commit, type Fields } from '../transparency/commitment.ts';
import { sealLeaf } from '../transparency/sealed-leaf.ts';
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
  'preservation-ordered': 'preservation',
  'preservation-extended': 'preservation',
  'preservation-ended': 'preservation-end',
  'request-followed': 'follow-up',
  postponed: 'postponement',
  'receipt-confirmed': 'receipt',
  closed: 'closing',
  reopened: 'reopening',
  corrected: 'correction',
  'correction-noted': 'correction',
  'emergency-prepared': 'emergency',
  'called-back': 'call-back',
  'emergency-confirmed': 'confirmation',
  'emergency-refused': 'confirmation',
  'deletion-confirmed': 'deletion',
  'notice-given': 'notice',
  acknowledged: 'acknowledgement',
  'evidence-destroyed': 'destruction',
  'order-served': 'service',
  challenged: 'challenge',
  'challenge-decided': 'ruling',
  'secrecy-ordered': 'secrecy',
  'secrecy-opened': 'opening',
  'conditions-accepted': 'acceptance',
  'consent-asked': 'consent-request',
  'consent-answered': 'consent',
  'consent-ruled': 'consent-ruling',
  'use-recorded': 'use',
  'destruction-confirmed': 'destruction-receipt',
  'breach-recorded': 'breach',
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
  /** The last month, where the leaf is sealed (request/secrecy.ts). */
  openBy?: string | undefined;
  random: Random;
}): LeafDraft {
  const { body, request, at } = of;
  const { authority, role } = of.by;
  if (of.caseKey === undefined)
    throw new Error(`the key of case ${of.caseId} was destroyed: nothing more can be done in it`);
  const fields = { case: of.caseId, event: sha256Hex(canonicalJson(body)), ...documentsOf(body) };
  const { measure, dataCategories } = request;
  const isTest = request.isTest === true || isTestState(request.requestingState);
  const common = {
    format: 'proviso-leaf/1',
    authority,
    month: at.slice(0, 7),
    ...(isTest && { test: 1 as const }),
  } as const;
  // What is said about sealed leaves is said openly, and joins no case.
  if (body.kind === 'secrecy-opened')
    return draft(fields, of.random, { ...common, kind: 'opening', openings: [...body.openings] });
  if (body.kind === 'secrecy-ordered' && of.openBy === undefined) {
    const { openBy, reason } = body;
    return draft(fields, of.random, {
      ...common,
      kind: 'secrecy-extension',
      sealed: [...body.extends],
      openBy,
      reason,
    });
  }
  const leaf = {
    ...common,
    // An order in an emergency is not to be taken for a court's: it is counted by itself.
    kind: body.kind === 'authorised' && body.emergency ? ('emergency-order' as const) : kindOf[body.kind],
    case: caseLink(of.caseKey, of.caseId),
    counterpart: role === 'requesting-officer' ? request.requestedState : request.requestingState,
    ...(measure === undefined ? {} : { measure }),
    ...(dataCategories === undefined ? {} : { dataCategories: dataCategories.toSorted() }),
    ...resultOf(body),
  };
  return of.openBy === undefined ? draft(fields, of.random, leaf) : sealedDraft(fields, of.random, leaf, of.openBy);
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
  draft(fields, random, {
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
  draft({ figures: of.figuresSha256 }, of.random, {
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

type Content = Omit<OpenLeaf, 'commitment' | 'previous'>;

/** Under seal: in nobody's chain, and of one length with all others (transparency/sealed-leaf.ts). */
function sealedDraft(fields: Fields, random: Random, leaf: Content, openBy: string): LeafDraft {
  const { commitment, opening: inner } = commit(fields, random(32));
  const { bytes, opening } = sealLeaf({ ...leaf, commitment }, inner, openBy, random(32));
  return { authority: 'sealed', encode: () => bytes, opening };
}

function draft(fields: Fields, random: Random, leaf: Content): LeafDraft {
  const { commitment, opening } = commit(fields, random(32));
  return {
    authority: leaf.authority,
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
        ? { outcome: body.leftOut === undefined ? 'granted' : 'narrowed' }
        : { outcome: 'refused', grounds: body.grounds.toSorted() };
    case 'authorised':
      return { outcome: body.narrowed ? 'narrowed' : 'granted' };
    case 'consent-answered':
    case 'consent-ruled':
    case 'challenge-decided':
      return { outcome: body.outcome };
    case 'emergency-confirmed':
      return { outcome: 'granted' };
    case 'emergency-refused':
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
    case 'preservation-ordered':
    case 'preservation-extended':
    case 'preservation-ended':
    case 'request-followed':
    case 'postponed':
    case 'receipt-confirmed':
    case 'closed':
    case 'reopened':
    case 'corrected':
    case 'correction-noted':
    case 'duty-overdue':
    case 'order-ended':
    case 'emergency-prepared':
    case 'called-back':
    case 'deletion-confirmed':
    case 'notice-given':
    case 'acknowledged':
    case 'evidence-destroyed':
    case 'order-served':
    case 'challenged':
    case 'secrecy-ordered':
    case 'secrecy-opened':
    case 'conditions-accepted':
    case 'consent-asked':
    case 'use-recorded':
    case 'destruction-confirmed':
    case 'breach-recorded':
      return {};
  }
}
