import { z } from 'zod';
import { limits } from '../limits.ts';
import { instant, line, list, stateCode, text, years } from './fields.ts';

/**
 * The evidence request: what one State tells another when it asks for electronic evidence.
 *
 * Contents of art. 40(15), 42(3) and 45(3), and beside them what the treaty does not ask for but a decision needs:
 * legal authorisation, necessity, proportionality, data categories, notice position, penalty under both laws.
 * The parser refuses what is malformed. What is *absent* it lets through: the law names it as missing, so that the
 * asking State learns all of it at once. Specification: docs/spec/request.md.
 */

/** Art. 41-46: what is asked for. */
export const measures = [
  'preservation', // art. 42
  'traffic-disclosure', // art. 43
  'stored-data', // art. 44
  'real-time-traffic', // art. 45
  'interception', // art. 46
  'emergency-disclosure', // art. 41(3)(e), art. 2(o)
] as const;

/** The four categories on which EU law and ETSI agree; art. 2(c), (d), (f). */
export const dataCategories = ['subscriber', 'user-identifying', 'traffic', 'content'] as const;

/** Arts 7-17: the offences the Convention defines; 19 is participation and attempt. */
export const conventionArticles = ['7', '8', '9', '10', '11', '12', '13', '14', '15', '16', '17', '19'] as const;

/** What an offence punishes when it punishes protected conduct (mission A2, D1-D5). 'none' is an answer, absence is not. */
export const punishable = [
  'none',
  'criticism-of-authority',
  'journalism',
  'peaceful-assembly',
  'association',
  'religion-or-belief',
  'sexual-orientation-or-gender',
  'good-faith-security-research',
  'whistleblowing',
] as const;

export const targetKinds = ['email', 'account', 'phone', 'url', 'ip'] as const;

const target = z.strictObject({ kind: z.enum(targetKinds), value: line });

const offence = z.strictObject({
  title: line.optional(),
  /** The provision of the asking State's law, as that State cites it. */
  provision: line.optional(),
  /** The article of the Convention that the asking State relies on; 'none' says that it relies on serious crime. */
  conventionArticle: z.enum([...conventionArticles, 'none']).optional(),
  /** Maximum deprivation of liberty in years, under each law; 'life' is heavier than any number. Art. 2(h) does not say whose law counts. */
  maximumYears: z.strictObject({ requesting: years.optional(), requested: years.optional() }).optional(),
  /** What the asking State says the provision punishes. */
  punishes: list(z.enum(punishable), punishable.length).optional(),
  /** Whether the asking State believes the conduct to be an offence in the requested State (art. 35(3), 40(8)). */
  offenceInRequestedState: z.boolean().optional(),
});

export const evidenceRequest = z.strictObject({
  format: z.literal('proviso-request/1'),
  id: z.uuid({ error: 'a lower-case UUID' }).regex(/^[^A-Z]*$/, 'a lower-case UUID'),
  /** A test is never counted in any figure. */
  isTest: z.boolean().optional(),
  measure: z.enum(measures).optional(),
  requestingState: stateCode,
  requestedState: stateCode,
  issuedAt: instant.optional(),
  /** Art. 40(15)(a), 42(3)(a), 45(3)(a). */
  requestingAuthority: z.strictObject({ name: line, reference: line.optional(), contact: line.optional() }).optional(),
  /** Art. 40(15)(b). */
  conductingAuthority: z.strictObject({ name: line, functions: line.optional() }).optional(),
  proceeding: z
    .strictObject({ subject: line.optional(), nature: z.enum(['investigation', 'prosecution', 'trial']).optional() })
    .optional(),
  /** Art. 40(15)(c), 42(3)(b). */
  facts: text.optional(),
  offence: offence.optional(),
  /** Art. 40(15)(d). */
  assistance: z
    .strictObject({
      sought: text.optional(),
      specialProcedure: text.optional(),
      /** Mission E4: keys, credentials, or a weakening of security. */
      demandsKeysOrWeakening: z.boolean().optional(),
    })
    .optional(),
  /** Art. 40(15)(e). */
  person: z
    .strictObject({
      name: line.optional(),
      nationality: stateCode.optional(),
      place: line.optional(),
      minor: z.boolean().optional(),
    })
    .optional(),
  targets: list(target, limits.targets).optional(),
  /** Art. 42(3)(d): who holds the data. */
  provider: z.strictObject({ name: line, id: line.optional() }).optional(),
  dataCategories: list(z.enum(dataCategories), dataCategories.length).optional(),
  /** Art. 40(15)(f). The end is exclusive. */
  period: z.strictObject({ from: instant, until: instant }).optional(),
  /** Art. 40(15)(g). */
  purpose: text.optional(),
  /** The asking State's own authority to take this measure. `independent`: a court or another body independent of the investigation. */
  legalAuthorisation: z
    .strictObject({
      authority: line.optional(),
      reference: line.optional(),
      issuedAt: instant.optional(),
      validFrom: instant.optional(),
      validUntil: instant.optional(),
      independent: z.boolean().optional(),
    })
    .optional(),
  necessity: text.optional(),
  proportionality: text.optional(),
  lessIntrusive: text.optional(),
  /** Art. 42(3)(g) lets a State ask for secrecy; here secrecy always has a reason and an end. */
  notice: z
    .strictObject({ position: z.enum(['notify', 'delay']), until: instant.optional(), reason: text.optional() })
    .optional(),
  /** Art. 36: what will happen to the data. */
  dataProtection: z
    .strictObject({
      law: text.optional(),
      retentionDays: z.int().min(1).max(36_500).optional(),
      onwardTransfer: z.boolean().optional(),
    })
    .optional(),
  /** Art. 42(3)(c), (e), (f). */
  preservation: z
    .strictObject({
      linkToOffence: text.optional(),
      necessity: text.optional(),
      requestWillFollow: z.boolean().optional(),
    })
    .optional(),
  /** Art. 45(3)(f). */
  realTime: z
    .strictObject({ from: instant.optional(), until: instant.optional(), lengthReason: text.optional() })
    .optional(),
  /** Art. 2(o), 41(3)(e). */
  emergency: z.strictObject({ danger: text.optional(), linkToData: text.optional() }).optional(),
});

export type EvidenceRequest = Readonly<z.infer<typeof evidenceRequest>>;
export type Measure = (typeof measures)[number];
export type DataCategory = (typeof dataCategories)[number];
export type Target = Readonly<z.infer<typeof target>>;
export type Period = Readonly<{ from: string; until: string }>;
