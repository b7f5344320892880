import type { Words } from '../../catalogue/en.ts';
import type { Catalogue } from '../../law/catalogue.ts';
import type { EvidenceRequest } from '../../request/request.ts';
import { html, type Html, type Part } from '../html.ts';
import { details, summaryList, typed } from '../parts/blocks.ts';
import { moment } from '../parts/moment.ts';
import { stateName, valueText } from '../parts/say.ts';

/** The request in sections that can be read. Only what was given is shown; what is missing, the findings name. */
export function requestSections(words: Words, law: Catalogue, request: EvidenceRequest): Html {
  const { sections } = words.case.request;
  const all = [
    [sections.evidence, evidence(words, request)],
    [sections.offence, offence(words, law, request)],
    [sections.who, who(words, request)],
    [sections.authorisation, authorisation(words, request)],
    [sections.safeguards, safeguards(words, request)],
    [sections.special, special(words, request)],
  ] as const;
  return html`${all.map(([title, rows], index) => {
    const given = rows.filter((row): row is readonly [string, Part] => row[1] !== undefined);
    return given.length > 0 && details(title, summaryList(given), index < 2);
  })}`;
}

type Row = readonly [string, Part | undefined];

const said = (text: string | undefined): Part | undefined => (text === undefined ? undefined : typed(text));
const list = (parts: readonly Part[] | undefined): Part | undefined =>
  parts &&
  html`<ul class="p-plain">
    ${parts.map((part) => html`<li>${part}</li>`)}
  </ul>`;

function evidence(words: Words, request: EvidenceRequest): readonly Row[] {
  const { fields, measures, categories, targetKinds } = words.case.request;
  const { period, assistance } = request;
  return [
    [fields.measure, request.measure && measures[request.measure]],
    [fields.provider, said(request.provider?.name)],
    [
      fields.targets,
      list(
        request.targets?.map(
          ({ kind, value }) => html`<span class="p-kind">${targetKinds[kind]}</span> ${typed(value)}`,
        ),
      ),
    ],
    [fields.categories, list(request.dataCategories?.map((category) => categories[category]))],
    [fields.period, period && span(words, period.from, period.until)],
    [fields.purpose, said(request.purpose)],
    [fields.sought, said(assistance?.sought)],
    [fields.procedure, said(assistance?.specialProcedure)],
    [fields.keys, yesNo(words, assistance?.demandsKeysOrWeakening)],
  ];
}

function offence(words: Words, law: Catalogue, request: EvidenceRequest): readonly Row[] {
  const { fields, article, years } = words.case.request;
  const { offence: given, person } = request;
  const maximum = given?.maximumYears;
  return [
    [fields.facts, said(request.facts)],
    [fields.offence, said(given?.title)],
    [fields.provision, said(given?.provision)],
    [fields.conventionArticle, given?.conventionArticle && article(given.conventionArticle)],
    [fields.maximumRequesting, maximum?.requesting === undefined ? undefined : years(maximum.requesting)],
    [fields.maximumRequested, maximum?.requested === undefined ? undefined : years(maximum.requested)],
    [fields.punishes, given?.punishes && valueText(words, law, 'stated.offence.punishes', given.punishes)],
    [fields.conduct, given?.conduct && valueText(words, law, 'stated.offence.conduct', given.conduct)],
    [fields.offenceThere, yesNo(words, given?.offenceInRequestedState)],
    [fields.person, said(person?.name)],
    [fields.nationality, person?.nationality && stateName(words, person.nationality)],
    [fields.place, said(person?.place)],
    [fields.minor, yesNo(words, person?.minor)],
  ];
}

function who(words: Words, request: EvidenceRequest): readonly Row[] {
  const { fields } = words.case.request;
  const { requestingAuthority, conductingAuthority, proceeding } = request;
  return [
    [fields.requestingAuthority, said(requestingAuthority?.name)],
    [fields.reference, said(requestingAuthority?.reference)],
    [fields.contact, said(requestingAuthority?.contact)],
    [fields.conductingAuthority, said(conductingAuthority?.name)],
    [fields.functions, said(conductingAuthority?.functions)],
    [fields.subject, said(proceeding?.subject)],
    [fields.nature, said(proceeding?.nature)],
    [fields.issuedAt, request.issuedAt && moment(words, request.issuedAt)],
    [fields.id, html`<code class="p-hash">${request.id}</code>`],
    [fields.test, yesNo(words, request.isTest)],
  ];
}

function authorisation(words: Words, { legalAuthorisation: given }: EvidenceRequest): readonly Row[] {
  const { fields } = words.case.request;
  return [
    [fields.authority, said(given?.authority)],
    [fields.reference, said(given?.reference)],
    [fields.issued, given?.issuedAt && moment(words, given.issuedAt)],
    [fields.valid, given?.validFrom && given.validUntil ? span(words, given.validFrom, given.validUntil) : undefined],
    [fields.independent, yesNo(words, given?.independent)],
  ];
}

function safeguards(words: Words, request: EvidenceRequest): readonly Row[] {
  const { fields, notice: positions, retention } = words.case.request;
  const { notice, dataProtection } = request;
  return [
    [fields.necessity, said(request.necessity)],
    [fields.proportionality, said(request.proportionality)],
    [fields.lessIntrusive, said(request.lessIntrusive)],
    [fields.notice, notice && positions[notice.position]],
    [fields.noticeUntil, notice?.until && moment(words, notice.until)],
    [fields.noticeReason, said(notice?.reason)],
    [fields.dataLaw, said(dataProtection?.law)],
    [
      fields.retention,
      dataProtection?.retentionDays === undefined ? undefined : retention(dataProtection.retentionDays),
    ],
    [fields.onward, yesNo(words, dataProtection?.onwardTransfer)],
  ];
}

function special(words: Words, { preservation, realTime, urgency, emergency }: EvidenceRequest): readonly Row[] {
  const { fields } = words.case.request;
  return [
    [fields.link, said(preservation?.linkToOffence)],
    [fields.preservationNeed, said(preservation?.necessity)],
    [fields.willFollow, yesNo(words, preservation?.requestWillFollow)],
    [fields.liveFrom, realTime?.from && moment(words, realTime.from)],
    [fields.liveUntil, realTime?.until && moment(words, realTime.until)],
    [fields.liveReason, said(realTime?.lengthReason)],
    [fields.answerBy, urgency?.by && moment(words, urgency.by)],
    [fields.answerByReason, said(urgency?.reason)],
    [fields.dataAtRisk, yesNo(words, urgency?.dataAtRisk)],
    [fields.danger, said(emergency?.danger)],
    [fields.dangerLink, said(emergency?.linkToData)],
  ];
}

const yesNo = (words: Words, value: boolean | undefined): string | undefined =>
  value === undefined ? undefined : value ? words.case.request.yes : words.case.request.no;

const span = (words: Words, from: string, until: string): Html =>
  html`${moment(words, from)} <span class="p-cite">(${words.case.request.included})</span><br />${moment(words, until)}
    <span class="p-cite">(${words.case.request.notIncluded})</span>`;
