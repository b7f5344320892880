import { z } from 'zod';
import { limits } from '../limits.ts';
import { instant, line, list, ordered, stateCode, text, years } from './fields.ts';
import { target } from './target.ts';

/**
 * The evidence request: what one State tells another when it asks for electronic evidence.
 *
 * Contents of art. 40(15), 42(3) and 45(3), and beside them what the treaty does not ask for but a decision needs:
 * legal authorisation, necessity, proportionality, data categories, notice position, penalty under both laws.
 * The parser refuses what is malformed. What is *absent* it lets through: the law names it as missing, so that the
 * asking State learns all of it at once. The descriptions are published as JSON Schema, docs/spec/request.schema.json.
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

/**
 * Conduct by its elements, in our own words: what somebody did, whatever their law calls it. The law compares them with
 * articles 7 to 17 and 19. 'none-of-these' is an answer, absence is not.
 */
export const conductElements = [
  'none-of-these',
  'intends', // every offence of the Convention is committed with intent
  'without-right',
  'accesses-system', // art. 7
  'intercepts-transmission', // art. 8
  'damages-or-alters-data', // arts 9, 10, 12, 13
  'seriously-hinders-system', // arts 10, 13
  'deals-in-tools', // art. 11
  'deals-in-credentials', // art. 11
  'purpose-to-commit-7-to-10', // art. 11
  'makes-data-pass-as-authentic', // art. 12
  'causes-loss-of-property', // art. 13
  'deceives-by-ict', // art. 13
  'seeks-dishonest-gain', // art. 13
  'child-abuse-material', // art. 14
  'approaches-child', // art. 15
  'aims-at-sexual-offence-against-child', // art. 15
  'shares-intimate-image', // art. 16
  'without-consent-of-person-shown', // art. 16
  'handles-proceeds', // art. 17
  'knows-criminal-origin', // art. 17
  'takes-part-or-attempts', // art. 19
] as const;

export { targetKinds } from './target.ts';
export type { Target } from './target.ts';

const yes = z.boolean();

const authority = z.strictObject({ name: line, reference: line.optional(), contact: line.optional() }).meta({
  description: 'Who asks, with its own file number and a way to reach it. Art. 40(15)(a), 42(3)(a), 45(3)(a).',
});

const conductingAuthority = z.strictObject({ name: line, functions: line.optional() }).meta({
  description: 'Who conducts the investigation, prosecution or proceeding, and its functions. Art. 40(15)(b).',
});

const proceeding = z
  .strictObject({ subject: line.optional(), nature: z.enum(['investigation', 'prosecution', 'trial']).optional() })
  .meta({ description: 'What the proceeding is about and of which kind. Art. 40(15)(b).' });

const maximumYears = z.strictObject({ requesting: years.optional(), requested: years.optional() }).meta({
  description:
    'Maximum deprivation of liberty in years under the law of each State; "life" is heavier than any number. Art. 2(h) does not say whose law counts.',
});

const offence = z
  .strictObject({
    title: line.optional(),
    provision: line.optional().meta({ description: 'The provision of the asking State, as that State cites it.' }),
    conventionArticle: z
      .enum([...conventionArticles, 'none'])
      .optional()
      .meta({ description: 'The article of the Convention relied on; "none" says that serious crime is relied on.' }),
    maximumYears: maximumYears.optional(),
    punishes: list(z.enum(punishable), punishable.length)
      .optional()
      .meta({ description: 'Which protected conduct the provision punishes; "none" is an answer, absence is not.' }),
    conduct: list(z.enum(conductElements), conductElements.length)
      .optional()
      .meta({ description: 'The conduct by its elements, whatever its label. Arts 7-17, 19, 35(3).' }),
    offenceInRequestedState: yes.optional().meta({
      description:
        'Whether the asking State believes the conduct to be an offence in the requested State. Art. 35(3), 40(8).',
    }),
  })
  .meta({ description: 'The offence under investigation. Art. 35(1), 40(15)(c), 42(3)(b).' });

const assistance = z
  .strictObject({
    sought: text.optional(),
    specialProcedure: text.optional(),
    demandsKeysOrWeakening: yes.optional().meta({
      description: 'Whether keys, credentials or a weakening of security are demanded.',
    }),
  })
  .meta({ description: 'What help is sought and by which special procedure. Art. 40(15)(d).' });

const person = z
  .strictObject({
    name: line.optional(),
    nationality: stateCode.optional(),
    place: line.optional(),
    minor: yes.optional(),
  })
  .meta({ description: 'The person concerned, where known. Art. 40(15)(e).' });

const period = z
  .strictObject({ from: instant, until: instant })
  .refine(ordered('from', 'until'), { path: ['until'], error: 'an end after the beginning' })
  .refine(({ from, until }) => Date.parse(until) - Date.parse(from) <= limits.periodDays * 86_400_000, {
    path: ['until'],
    error: `an end at most ${limits.periodDays} days after the beginning`,
  })
  .meta({
    description: `The period of the evidence: beginning inclusive, end exclusive, at most ${limits.periodDays} days. Art. 40(15)(f).`,
  });

const legalAuthorisation = z
  .strictObject({
    authority: line.optional(),
    reference: line.optional(),
    issuedAt: instant.optional(),
    validFrom: instant.optional(),
    validUntil: instant.optional(),
    independent: yes.optional().meta({
      description: 'Whether that authority is a court or another body independent of the investigation.',
    }),
  })
  .refine(ordered('validFrom', 'validUntil'), { path: ['validUntil'], error: 'an end after validFrom' })
  .meta({
    description: "The asking State's own authority to take this measure. Not asked for by the treaty; art. 24.",
  });

const notice = z
  .strictObject({
    position: z.enum(['notify', 'delay']),
    until: instant.optional(),
    reason: text.optional(),
    order: z.strictObject({ court: line, reference: line }).optional().meta({
      description:
        'The order of a court of the asking State that keeps the request secret until then: the public log counts it under seal.',
    }),
  })
  .meta({
    description:
      'Whether the person concerned may be told. A delay has a reason and an end. Art. 42(3)(g) allows to ask for secrecy.',
  });

const dataProtection = z
  .strictObject({
    law: text.optional(),
    retentionDays: z.int().min(1).max(36_500).optional(),
    onwardTransfer: yes.optional(),
  })
  .meta({ description: 'What will happen to the data: law, days kept, whether passed on. Art. 36.' });

const preservation = z
  .strictObject({
    linkToOffence: text.optional(),
    necessity: text.optional(),
    requestWillFollow: yes.optional(),
  })
  .meta({
    description: 'For preservation: link of the data to the offence, need, request to follow. Art. 42(3)(c), (e), (f).',
  });

const realTime = z
  .strictObject({ from: instant.optional(), until: instant.optional(), lengthReason: text.optional() })
  .refine(ordered('from', 'until'), { path: ['until'], error: 'an end after the beginning' })
  .meta({ description: 'For live collection: its period and why so long. Art. 45(3)(f).' });

const urgency = z.strictObject({ by: instant.optional(), reason: text.optional(), dataAtRisk: yes.optional() }).meta({
  description:
    'Until when an answer is needed and why; whether the data are about to be lost or changed. Art. 40(26), 44.',
});

const emergency = z
  .strictObject({ danger: text.optional(), linkToData: text.optional() })
  .meta({ description: 'The danger to life or safety, and how the data avert it. Art. 2(o), 41(3)(e).' });

export const evidenceRequest = z
  .strictObject({
    format: z.literal('proviso-request/1').meta({ description: 'This format and its version.' }),
    id: z
      .uuid({ error: 'a lower-case UUID' })
      .regex(/^[^A-Z]*$/, 'a lower-case UUID')
      .meta({ description: 'Made by the asking State; one request, one id.' }),
    isTest: yes.optional().meta({ description: 'A test is never counted in any figure.' }),
    measure: z.enum(measures).optional().meta({ description: 'What is asked for. Art. 41(3)(e), 42-46.' }),
    requestingState: stateCode.meta({ description: 'Who asks: ISO 3166-1 alpha-2; XA-XZ are test States.' }),
    requestedState: stateCode.meta({ description: 'Who is asked.' }),
    issuedAt: instant.optional().meta({ description: 'When the request was issued. Its date picks the rules.' }),
    requestingAuthority: authority.optional(),
    conductingAuthority: conductingAuthority.optional(),
    proceeding: proceeding.optional(),
    facts: text.optional().meta({ description: 'What happened. Art. 40(15)(c), 42(3)(b), 45(3)(b).' }),
    offence: offence.optional(),
    assistance: assistance.optional(),
    person: person.optional(),
    targets: list(target, limits.targets)
      .optional()
      .meta({ description: 'Whose data: single accounts, numbers or addresses. Art. 40(15)(e), 42(3)(c).' }),
    provider: z
      .strictObject({ name: line, id: line.optional() })
      .optional()
      .meta({ description: 'Who holds the data. Art. 42(3)(d), 45(3)(d).' }),
    dataCategories: list(z.enum(dataCategories), dataCategories.length)
      .optional()
      .meta({ description: 'Which kinds of data. Art. 2(c), (d), (f); mission E3.' }),
    period: period.optional(),
    purpose: text.optional().meta({ description: 'What the evidence is for. Art. 40(15)(g).' }),
    legalAuthorisation: legalAuthorisation.optional(),
    necessity: text.optional().meta({ description: 'Why this evidence is needed. Art. 24; 45(3)(e).' }),
    proportionality: text
      .optional()
      .meta({ description: 'Why the intrusion is in proportion to the offence. Art. 24(1).' }),
    lessIntrusive: text
      .optional()
      .meta({ description: 'Which less intrusive means were tried or weighed. Art. 24(1).' }),
    notice: notice.optional(),
    dataProtection: dataProtection.optional(),
    preservation: preservation.optional(),
    realTime: realTime.optional(),
    urgency: urgency.optional(),
    emergency: emergency.optional(),
  })
  .meta({ title: 'Evidence request', description: 'proviso-request/1. Specification: docs/spec/request.md.' });

export type EvidenceRequest = Readonly<z.infer<typeof evidenceRequest>>;
export type ConductElement = (typeof conductElements)[number];
export type Measure = (typeof measures)[number];
export type DataCategory = (typeof dataCategories)[number];
export type Period = Readonly<{ from: string; until: string }>;
