import type { Fact, FactRecord, Facts, ValueOf } from '../law/facts.ts';
import type { StatedFact } from '../law/vocabulary.ts';
import type { EvidenceRequest } from './request.ts';

/**
 * What the request states, as facts for the law. Pure. Text becomes "it was given": the law never reads what a person
 * must read. What the request does not say is not in the list, so it stays unknown.
 */
export function factsOf(request: EvidenceRequest): Facts {
  const { requestingAuthority, conductingAuthority, targets, provider, period } = request;
  const { proceeding = {}, offence = {}, assistance = {}, person = {}, legalAuthorisation = {} } = request;
  const { notice, dataProtection = {}, preservation = {}, realTime = {}, urgency = {}, emergency = {} } = request;
  return [
    ...stated('stated.measure', request.measure),
    ...stated('stated.issuedAt', request.issuedAt),
    ...text('stated.requestingAuthority', requestingAuthority?.name),
    ...text('stated.conductingAuthority', conductingAuthority?.name),
    ...text('stated.proceeding.subject', proceeding.subject),
    ...stated('stated.proceeding.nature', proceeding.nature),
    ...text('stated.facts', request.facts),
    ...text('stated.offence.title', offence.title),
    ...text('stated.offence.provision', offence.provision),
    ...stated('stated.offence.conventionArticle', offence.conventionArticle),
    ...stated('stated.offence.maximumYears.requesting', offence.maximumYears?.requesting),
    ...stated('stated.offence.maximumYears.requested', offence.maximumYears?.requested),
    ...stated('stated.offence.punishes', offence.punishes),
    ...stated('stated.offence.conduct', offence.conduct),
    ...stated('stated.offence.offenceInRequestedState', offence.offenceInRequestedState),
    ...text('stated.assistance.sought', assistance.sought),
    ...text('stated.assistance.specialProcedure', assistance.specialProcedure),
    ...stated('stated.assistance.demandsKeysOrWeakening', assistance.demandsKeysOrWeakening),
    ...text('stated.person.name', person.name),
    ...text('stated.person.nationality', person.nationality),
    ...text('stated.person.place', person.place),
    ...stated('stated.person.minor', person.minor),
    ...text('stated.targets', targets),
    ...text('stated.provider', provider?.name),
    ...stated('stated.dataCategories', request.dataCategories),
    ...stated('stated.period.from', period?.from),
    ...stated('stated.period.until', period?.until),
    ...text('stated.purpose', request.purpose),
    ...text('stated.authorisation.authority', legalAuthorisation.authority),
    ...text('stated.authorisation.reference', legalAuthorisation.reference),
    ...stated('stated.authorisation.issuedAt', legalAuthorisation.issuedAt),
    ...stated('stated.authorisation.validFrom', legalAuthorisation.validFrom),
    ...stated('stated.authorisation.validUntil', legalAuthorisation.validUntil),
    ...stated('stated.authorisation.independent', legalAuthorisation.independent),
    ...text('stated.necessity', request.necessity),
    ...text('stated.proportionality', request.proportionality),
    ...text('stated.lessIntrusive', request.lessIntrusive),
    ...stated('stated.notice.position', notice?.position),
    ...stated('stated.notice.until', notice?.until),
    ...text('stated.notice.reason', notice?.reason),
    ...text('stated.dataProtection.law', dataProtection.law),
    ...stated('stated.dataProtection.retentionDays', dataProtection.retentionDays),
    ...stated('stated.dataProtection.onwardTransfer', dataProtection.onwardTransfer),
    ...text('stated.preservation.linkToOffence', preservation.linkToOffence),
    ...text('stated.preservation.necessity', preservation.necessity),
    ...stated('stated.preservation.requestWillFollow', preservation.requestWillFollow),
    ...stated('stated.realTime.from', realTime.from),
    ...stated('stated.realTime.until', realTime.until),
    ...text('stated.realTime.lengthReason', realTime.lengthReason),
    ...stated('stated.urgency.by', urgency.by),
    ...text('stated.urgency.reason', urgency.reason),
    ...stated('stated.urgency.dataAtRisk', urgency.dataAtRisk),
    ...text('stated.emergency.danger', emergency.danger),
    ...text('stated.emergency.linkToData', emergency.linkToData),
  ];
}

type Written = { [F in StatedFact]: ValueOf<F> extends true ? F : never }[StatedFact];

function stated<F extends StatedFact>(name: F, value: ValueOf<F> | undefined): readonly Fact[] {
  if (value === undefined) return [];
  return [Object.freeze({ name, value, source: { by: 'request' } }) as FactRecord<F> as Fact];
}

const text = (name: Written, value: unknown): readonly Fact[] => stated(name, value === undefined ? undefined : true);
