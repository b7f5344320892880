import type { Words } from '../../catalogue/en.ts';
import { questionOf, type Catalogue } from '../../law/catalogue.ts';
import type { FactName } from '../../law/facts.ts';
import { conductElements, conventionArticles, dataCategories, measures, punishable } from '../../request/request.ts';

/**
 * The pages on which a request is written, one question each (or a few that belong together). The questions and their help
 * are the law's own words (law/words); a field without a fact has the name that the case page gives it.
 */
type Field = Readonly<{
  /** Where its value stands in the document (docs/spec/request.md). */
  path: string;
  label: FactName | keyof Words['case']['request']['fields'];
}> &
  (
    | Readonly<{ kind: 'line' | 'text' | 'moment' | 'yes-no' | 'years' | 'days' | 'state' | 'targets' }>
    | Readonly<{ kind: 'one' | 'several'; values: readonly string[] }>
  );
export type RequestField = Field;

export type RequestPage = Readonly<{
  id: string;
  section: keyof Words['case']['request']['sections'];
  fields: readonly RequestField[];
  /** Only where the request is for one of these measures. */
  measures?: readonly string[];
}>;

const one = (id: string, section: RequestPage['section'], field: Field): RequestPage => ({
  id,
  section,
  fields: [field],
});
const article = [...conventionArticles, 'none'];

export const requestPages: readonly RequestPage[] = [
  one('measure', 'evidence', { path: 'measure', label: 'stated.measure', kind: 'one', values: measures }),
  one('state', 'evidence', { path: 'requestedState', label: 'requestedState', kind: 'state' }),
  one('provider', 'evidence', { path: 'provider.name', label: 'stated.provider', kind: 'line' }),
  one('targets', 'evidence', { path: 'targets', label: 'stated.targets', kind: 'targets' }),
  one('categories', 'evidence', { path: 'dataCategories', label: 'stated.dataCategories', kind: 'several', values: dataCategories }), // prettier-ignore
  {
    id: 'period',
    section: 'evidence',
    fields: [
      { path: 'period.from', label: 'stated.period.from', kind: 'moment' },
      { path: 'period.until', label: 'stated.period.until', kind: 'moment' },
    ],
  },
  one('purpose', 'evidence', { path: 'purpose', label: 'stated.purpose', kind: 'text' }),
  {
    id: 'assistance',
    section: 'evidence',
    fields: [
      { path: 'assistance.sought', label: 'stated.assistance.sought', kind: 'text' },
      { path: 'assistance.specialProcedure', label: 'stated.assistance.specialProcedure', kind: 'text' },
    ],
  },
  one('keys', 'evidence', { path: 'assistance.demandsKeysOrWeakening', label: 'stated.assistance.demandsKeysOrWeakening', kind: 'yes-no' }), // prettier-ignore
  one('facts', 'offence', { path: 'facts', label: 'stated.facts', kind: 'text' }),
  one('conduct', 'offence', { path: 'offence.conduct', label: 'stated.offence.conduct', kind: 'several', values: conductElements }), // prettier-ignore
  {
    id: 'offence',
    section: 'offence',
    fields: [
      { path: 'offence.title', label: 'stated.offence.title', kind: 'line' },
      { path: 'offence.provision', label: 'stated.offence.provision', kind: 'line' },
      { path: 'offence.conventionArticle', label: 'stated.offence.conventionArticle', kind: 'one', values: article },
    ],
  },
  {
    id: 'penalty',
    section: 'offence',
    fields: [
      { path: 'offence.maximumYears.requesting', label: 'stated.offence.maximumYears.requesting', kind: 'years' },
      { path: 'offence.maximumYears.requested', label: 'stated.offence.maximumYears.requested', kind: 'years' },
    ],
  },
  one('punishes', 'offence', { path: 'offence.punishes', label: 'stated.offence.punishes', kind: 'several', values: punishable }), // prettier-ignore
  one('both-states', 'offence', { path: 'offence.offenceInRequestedState', label: 'stated.offence.offenceInRequestedState', kind: 'yes-no' }), // prettier-ignore
  {
    id: 'person',
    section: 'offence',
    fields: [
      { path: 'person.name', label: 'stated.person.name', kind: 'line' },
      { path: 'person.nationality', label: 'stated.person.nationality', kind: 'state' },
      { path: 'person.place', label: 'stated.person.place', kind: 'line' },
      { path: 'person.minor', label: 'stated.person.minor', kind: 'yes-no' },
    ],
  },
  {
    id: 'authority',
    section: 'who',
    fields: [
      { path: 'requestingAuthority.name', label: 'stated.requestingAuthority', kind: 'line' },
      { path: 'requestingAuthority.reference', label: 'reference', kind: 'line' },
      { path: 'requestingAuthority.contact', label: 'contact', kind: 'line' },
    ],
  },
  {
    id: 'conducting',
    section: 'who',
    fields: [
      { path: 'conductingAuthority.name', label: 'stated.conductingAuthority', kind: 'line' },
      { path: 'conductingAuthority.functions', label: 'functions', kind: 'line' },
    ],
  },
  {
    id: 'proceeding',
    section: 'who',
    fields: [
      { path: 'proceeding.subject', label: 'stated.proceeding.subject', kind: 'line' },
      { path: 'proceeding.nature', label: 'stated.proceeding.nature', kind: 'one', values: ['investigation', 'prosecution', 'trial'] }, // prettier-ignore
    ],
  },
  {
    id: 'authorisation',
    section: 'authorisation',
    fields: [
      { path: 'legalAuthorisation.authority', label: 'stated.authorisation.authority', kind: 'line' },
      { path: 'legalAuthorisation.reference', label: 'stated.authorisation.reference', kind: 'line' },
      { path: 'legalAuthorisation.independent', label: 'stated.authorisation.independent', kind: 'yes-no' },
      { path: 'legalAuthorisation.issuedAt', label: 'stated.authorisation.issuedAt', kind: 'moment' },
      { path: 'legalAuthorisation.validFrom', label: 'stated.authorisation.validFrom', kind: 'moment' },
      { path: 'legalAuthorisation.validUntil', label: 'stated.authorisation.validUntil', kind: 'moment' },
    ],
  },
  one('necessity', 'safeguards', { path: 'necessity', label: 'stated.necessity', kind: 'text' }),
  one('proportionality', 'safeguards', { path: 'proportionality', label: 'stated.proportionality', kind: 'text' }),
  one('less-intrusive', 'safeguards', { path: 'lessIntrusive', label: 'stated.lessIntrusive', kind: 'text' }),
  {
    id: 'notice',
    section: 'safeguards',
    fields: [
      { path: 'notice.position', label: 'stated.notice.position', kind: 'one', values: ['notify', 'delay'] },
      { path: 'notice.until', label: 'stated.notice.until', kind: 'moment' },
      { path: 'notice.reason', label: 'stated.notice.reason', kind: 'text' },
    ],
  },
  {
    id: 'data-protection',
    section: 'safeguards',
    fields: [
      { path: 'dataProtection.law', label: 'stated.dataProtection.law', kind: 'text' },
      { path: 'dataProtection.retentionDays', label: 'stated.dataProtection.retentionDays', kind: 'days' },
      { path: 'dataProtection.onwardTransfer', label: 'stated.dataProtection.onwardTransfer', kind: 'yes-no' },
    ],
  },
  {
    id: 'preservation',
    section: 'special',
    measures: ['preservation'],
    fields: [
      { path: 'preservation.linkToOffence', label: 'stated.preservation.linkToOffence', kind: 'text' },
      { path: 'preservation.necessity', label: 'stated.preservation.necessity', kind: 'text' },
      { path: 'preservation.requestWillFollow', label: 'stated.preservation.requestWillFollow', kind: 'yes-no' },
    ],
  },
  {
    id: 'emergency',
    section: 'special',
    measures: ['emergency-disclosure'],
    fields: [
      { path: 'emergency.danger', label: 'stated.emergency.danger', kind: 'text' },
      { path: 'emergency.linkToData', label: 'stated.emergency.linkToData', kind: 'text' },
    ],
  },
  {
    id: 'live',
    section: 'special',
    measures: ['real-time-traffic', 'interception'],
    fields: [
      { path: 'realTime.from', label: 'stated.realTime.from', kind: 'moment' },
      { path: 'realTime.until', label: 'stated.realTime.until', kind: 'moment' },
      { path: 'realTime.lengthReason', label: 'stated.realTime.lengthReason', kind: 'text' },
    ],
  },
  {
    id: 'urgency',
    section: 'special',
    fields: [
      { path: 'urgency.by', label: 'stated.urgency.by', kind: 'moment' },
      { path: 'urgency.reason', label: 'stated.urgency.reason', kind: 'text' },
      { path: 'urgency.dataAtRisk', label: 'stated.urgency.dataAtRisk', kind: 'yes-no' },
    ],
  },
];

const isFact = (label: Field['label']): label is FactName => label.startsWith('stated.');

/** The question of a field, and the help beside it. */
export function askOf(
  words: Words,
  law: Catalogue,
  { label }: RequestField,
): Readonly<{ question: string; help?: string }> {
  if (!isFact(label)) return { question: words.case.request.fields[label] };
  return { question: questionOf(law, label), help: law.facts[label][2] };
}

/** A page is called by its one question, or by what its first field is about. */
export function titleOf(words: Words, law: Catalogue, page: RequestPage): string {
  const [first] = page.fields;
  if (first === undefined) return '';
  if (page.fields.length === 1) return askOf(words, law, first).question;
  return words.desk.guided.pages[page.id] ?? askOf(words, law, first).question;
}
