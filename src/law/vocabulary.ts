import { conductElements, conventionArticles, dataCategories, punishable } from '../request/request.ts';
import { narrowingPlaces, reservationPlaces } from '../../law/states/state.ts';
import { matters } from './matters.ts';

/**
 * Every fact that the law may read, as data. What is not listed here does not compile in a rule and is refused in a
 * file. The prefix says who may write it: `stated` the requester, `found` a named person with the mandate, with
 * reasons, `measured` the system itself.
 */

/** Roles (src/authorisation/mandate.ts) whose mandate may answer a question of law or judgement. */
export const mandates = ['case-officer', 'judge'] as const;
export type Mandate = (typeof mandates)[number];

export type Kind =
  | Readonly<{ kind: 'boolean' }>
  | Readonly<{ kind: 'oneOf'; values: readonly string[] }>
  /** Several of the values at once. */
  | Readonly<{ kind: 'many'; values: readonly string[] }>
  | Readonly<{ kind: 'number'; unit: string }>
  /** A maximum penalty in years, or 'life', which is heavier than any number. */
  | Readonly<{ kind: 'years' }>
  | Readonly<{ kind: 'instant' }>
  /** Text that a person reads. The law sees only that it was given, never what it says. */
  | Readonly<{ kind: 'text' }>;

const yesNo = { kind: 'boolean' } as const;
const text = { kind: 'text' } as const;
const instant = { kind: 'instant' } as const;
const years = { kind: 'years' } as const;
const days = { kind: 'number', unit: 'days' } as const;
const oneOf = <const V extends readonly string[]>(values: V) => ({ kind: 'oneOf', values }) as const;
const many = <const V extends readonly string[]>(values: V) => ({ kind: 'many', values }) as const;

/** What the request says. Art. 40(15), 42(3), 45(3), and what a decision needs beside them. */
const stated = {
  'stated.measure': oneOf(matters),
  'stated.issuedAt': instant,
  'stated.requestingAuthority': text,
  'stated.conductingAuthority': text,
  'stated.proceeding.subject': text,
  'stated.proceeding.nature': oneOf(['investigation', 'prosecution', 'trial']),
  'stated.facts': text,
  'stated.offence.title': text,
  'stated.offence.provision': text,
  'stated.offence.conventionArticle': oneOf([...conventionArticles, 'none']),
  'stated.offence.maximumYears.requesting': years,
  'stated.offence.maximumYears.requested': years,
  'stated.offence.punishes': many(punishable),
  'stated.offence.conduct': many(conductElements),
  'stated.offence.offenceInRequestedState': yesNo,
  'stated.assistance.sought': text,
  'stated.assistance.specialProcedure': text,
  'stated.assistance.demandsKeysOrWeakening': yesNo,
  'stated.person.name': text,
  'stated.person.nationality': text,
  'stated.person.place': text,
  'stated.person.minor': yesNo,
  'stated.targets': text,
  'stated.provider': text,
  'stated.dataCategories': many(dataCategories),
  'stated.period.from': instant,
  'stated.period.until': instant,
  'stated.purpose': text,
  'stated.authorisation.authority': text,
  'stated.authorisation.reference': text,
  'stated.authorisation.issuedAt': instant,
  'stated.authorisation.validFrom': instant,
  'stated.authorisation.validUntil': instant,
  'stated.authorisation.independent': yesNo,
  'stated.necessity': text,
  'stated.proportionality': text,
  'stated.lessIntrusive': text,
  'stated.notice.position': oneOf(['notify', 'delay']),
  'stated.notice.until': instant,
  'stated.notice.reason': text,
  'stated.dataProtection.law': text,
  'stated.dataProtection.retentionDays': days,
  'stated.dataProtection.onwardTransfer': yesNo,
  'stated.preservation.linkToOffence': text,
  'stated.preservation.necessity': text,
  'stated.preservation.requestWillFollow': yesNo,
  'stated.realTime.from': instant,
  'stated.realTime.until': instant,
  'stated.realTime.lengthReason': text,
  'stated.urgency.by': instant,
  'stated.urgency.reason': text,
  'stated.urgency.dataAtRisk': yesNo,
  'stated.emergency.danger': text,
  'stated.emergency.linkToData': text,
  'stated.consent.earlier': text,
  'stated.consent.recipient': text,
  'stated.consent.exculpatory': yesNo,
} as const satisfies Record<`stated.${string}`, Kind>;

/** A question of judgement: who may answer it. The first is who is asked. */
const by = <const K extends Kind>(kind: K, ...who: readonly [Mandate, ...Mandate[]]) => ({ ...kind, who }) as const;

/** Conduct that human-rights law protects; ICCPR 18, 19, 21, 22, 17 and 26. */
export const protectedConduct = [
  'none',
  'expression',
  'journalism',
  'peaceful-assembly',
  'association',
  'religion-or-belief',
  'sexual-orientation-or-gender',
] as const;

/** Persons whose protection the law heightens (mission D1 to D3). */
export const protectedPersons = [
  'none',
  'journalist',
  'lawyer',
  'security-researcher',
  'whistleblower',
  'human-rights-defender',
  'dissident-or-diaspora',
  'minor',
] as const;

/** Art. 24(3): how the rights of third parties came out when they were weighed. */
export const thirdPartyWeighing = ['not-affected', 'acceptable', 'protect-by-condition', 'outweighs'] as const;

/** What only a person may find. None of these is ever computed, least of all from silence. */
const found = {
  'found.authentic': by(yesNo, 'case-officer'),
  'found.offence.conventionArticle': by(oneOf([...conventionArticles, 'none']), 'case-officer', 'judge'),
  'found.offence.seriousCrime': by(yesNo, 'case-officer', 'judge'),
  'found.offence.maximumYears': by(years, 'case-officer', 'judge'),
  'found.offence.narrowed': by(yesNo, 'case-officer', 'judge'),
  'found.offence.whenCommitted': by(yesNo, 'case-officer', 'judge'),
  'found.offence.minor': by(yesNo, 'case-officer', 'judge'),
  'found.dualCriminality': by(yesNo, 'case-officer', 'judge'),
  'found.conduct.protected': by(oneOf(protectedConduct), 'case-officer', 'judge'),
  'found.conduct.goodFaithSecurity': by(yesNo, 'case-officer', 'judge'),
  'found.conduct.whistleblowing': by(yesNo, 'case-officer', 'judge'),
  'found.conduct.ownImage': by(yesNo, 'case-officer', 'judge'),
  'found.conduct.similarAge': by(yesNo, 'case-officer', 'judge'),
  'found.person.protected': by(oneOf(protectedPersons), 'case-officer', 'judge'),
  'found.purpose.discriminatory': by(yesNo, 'case-officer', 'judge'),
  'found.suppressesRights': by(yesNo, 'case-officer', 'judge'),
  'found.actsOnTerritory': by(yesNo, 'case-officer', 'judge'),
  'found.sovereigntyHarm': by(yesNo, 'case-officer'),
  'found.domesticLawBars': by(yesNo, 'case-officer', 'judge'),
  'found.contraryToMlaLaw': by(yesNo, 'case-officer', 'judge'),
  'found.formNotMet': by(yesNo, 'case-officer'),
  'found.risk.torture': by(yesNo, 'case-officer', 'judge'),
  'found.risk.massViolations': by(yesNo, 'case-officer', 'judge'),
  'found.risk.arbitraryDetention': by(yesNo, 'case-officer', 'judge'),
  'found.risk.deathPenalty': by(yesNo, 'case-officer', 'judge'),
  'found.assurance.noDeathPenalty': by(yesNo, 'case-officer', 'judge'),
  'found.risk.unfairTrial': by(yesNo, 'case-officer', 'judge'),
  'found.triedBefore': by(yesNo, 'case-officer', 'judge'),
  'found.legality': by(yesNo, 'case-officer', 'judge'),
  'found.necessity': by(yesNo, 'case-officer', 'judge'),
  'found.proportionality': by(yesNo, 'case-officer', 'judge'),
  'found.lessIntrusiveAvailable': by(yesNo, 'case-officer', 'judge'),
  'found.thirdParties': by(oneOf(thirdPartyWeighing), 'case-officer', 'judge'),
  'found.genderedHarm': by(yesNo, 'case-officer', 'judge'),
  'found.dataProtection.lawful': by(yesNo, 'case-officer', 'judge'),
  'found.dataProtection.withConditions': by(yesNo, 'case-officer', 'judge'),
  'found.dataProtection.recipientSafe': by(yesNo, 'case-officer', 'judge'),
  'found.consent.compatible': by(yesNo, 'case-officer', 'judge'),
  'found.emergency.dangerToLifeOrSafety': by(yesNo, 'case-officer', 'judge'),
} as const satisfies Record<`found.${string}`, Kind & { who: readonly Mandate[] }>;

/** What the system itself knows. */
const measured = {
  /** Proviso carries no live interception: always no, and said by the system, so that the law can say why. */
  'measured.carriesRealTime': yesNo,
  /** When the request was received: the instant at which it is looked at. */
  'measured.receivedAt': instant,
  /** The elements that the request states, or that it states none. */
  'measured.conduct': many(['not-stated', ...conductElements]),
  /** The offences of the Convention whose elements are all among them: the program proposes, a person confirms. */
  'measured.offence.proposed': many(['not-stated', 'none', ...conventionArticles]),
  /** What the requested State reserved and how it narrows the offences, from its profile (law/states); 'no-data' where nobody looked. */
  'measured.requestedState.reserves': many(['none', 'no-data', ...reservationPlaces]),
  'measured.requestedState.narrows': many(['none', 'no-data', ...narrowingPlaces]),
  /** Whether the Convention binds both States on the day. */
  'measured.inForceBetween': yesNo,
  /** Whether the request carries a valid signature by a key in the register of authorities. */
  'measured.keyVerified': yesNo,
} as const satisfies Record<`measured.${string}`, Kind>;

export const vocabulary = Object.freeze({ ...stated, ...found, ...measured });

export type StatedFact = keyof typeof stated;
export type FoundFact = keyof typeof found;
export type MeasuredFact = keyof typeof measured;
