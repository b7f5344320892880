import type { StatedFact } from '../../src/law/vocabulary.ts';
import type { FactWords } from '../../src/law/catalogue.ts';

/** What the request states: label, the question put to the requester, and help. */
export const stated = {
  'stated.measure': [
    'measure',
    'Which measure do you ask for?',
    'Articles 42 to 46, or data in an emergency under article 41.',
  ],
  'stated.issuedAt': ['date of the request', 'When was the request issued?', 'A date and time with its zone.'],
  'stated.requestingAuthority': [
    'requesting authority',
    'Which authority makes the request?',
    'Article 40(15)(a): the name of the authority.',
  ],
  'stated.conductingAuthority': [
    'authority conducting the proceeding',
    'Which authority conducts the proceeding?',
    'Article 40(15)(b): name and functions.',
  ],
  'stated.proceeding.subject': [
    'subject of the proceeding',
    'What is the proceeding about?',
    'One specific investigation, prosecution or trial.',
  ],
  'stated.proceeding.nature': [
    'kind of proceeding',
    'Is it an investigation, a prosecution or a trial?',
    'Article 40(15)(b).',
  ],
  'stated.facts': ['summary of the facts', 'What happened?', 'Article 40(15)(c): the conduct, not its label, decides.'],
  'stated.offence.title': ['title of the offence', 'What is the offence called in your law?', 'As your law names it.'],
  'stated.offence.provision': [
    'provision of the offence',
    'Which provision of your law makes it an offence?',
    'As you cite it.',
  ],
  'stated.offence.conventionArticle': [
    'Convention offence relied on',
    'On which article of the Convention do you rely?',
    'Articles 7 to 17 or 19; "none" where you rely on serious crime.',
  ],
  'stated.offence.maximumYears.requesting': [
    'maximum penalty in the requesting State',
    'What is the maximum penalty under your law, in years?',
    'Life is stated as such. Four years or more is serious crime, article 2(h).',
  ],
  'stated.offence.maximumYears.requested': [
    'maximum penalty in the requested State, as the requester states it',
    'What is the maximum penalty under the requested State’s law, if you know it?',
    'The Convention does not say whose law counts.',
  ],
  'stated.offence.punishes': [
    'protected conduct that the provision punishes',
    'Does the provision punish any of these kinds of conduct?',
    '"none" is an answer; silence is not.',
  ],
  'stated.offence.conduct': [
    'conduct by its elements',
    'What was done, element by element?',
    'Articles 7 to 17 and 19, 35(3): tick what the person did, whatever your law calls it.',
  ],
  'stated.offence.offenceInRequestedState': [
    'believed to be an offence in the requested State',
    'Do you believe that the conduct is an offence in the requested State too?',
    'Articles 35(3) and 40(8): by conduct, whatever the label.',
  ],
  'stated.assistance.sought': ['assistance sought', 'What help do you ask for?', 'Article 40(15)(d).'],
  'stated.assistance.specialProcedure': [
    'special procedure',
    'Is there a procedure that you want followed?',
    'Article 40(15)(d), 40(17).',
  ],
  'stated.assistance.demandsKeysOrWeakening': [
    'demand for keys, credentials or weaker security',
    'Do you ask for keys, credentials, or a weakening of security?',
    'Such a demand is a bar under the recommended policy.',
  ],
  'stated.person.name': [
    'name of the person',
    'Who is the person concerned, if known?',
    'Article 40(15)(e): where possible and appropriate.',
  ],
  'stated.person.nationality': [
    'nationality of the person',
    'What is the nationality of the person concerned, if known?',
    'Article 40(15)(e).',
  ],
  'stated.person.place': ['place of the person', 'Where is the person concerned, if known?', 'Article 40(15)(e).'],
  'stated.person.minor': [
    'person known to be a child',
    'Is the person concerned known to be under eighteen?',
    '"No" means: not known to be. A child’s best interests come first.',
  ],
  'stated.targets': [
    'accounts, numbers or addresses',
    'Whose data: which accounts, numbers or addresses?',
    'Named one by one; no bulk.',
  ],
  'stated.provider': [
    'provider that holds the data',
    'Who holds the data?',
    'Article 42(3)(d): what you know of the custodian.',
  ],
  'stated.dataCategories': [
    'categories of data',
    'Which categories of data?',
    'Subscriber, user-identifying, traffic, content.',
  ],
  'stated.period.from': ['begin of the period', 'From when?', 'Article 40(15)(f).'],
  'stated.period.until': ['end of the period', 'Until when?', 'Article 40(15)(f); the end is exclusive.'],
  'stated.purpose': [
    'purpose',
    'For what will the evidence be used?',
    'Article 40(15)(g); it binds the later use, article 40(19).',
  ],
  'stated.authorisation.authority': [
    'authority that authorised the request',
    'Who authorised the measure in your State?',
    'The name of the court or body.',
  ],
  'stated.authorisation.reference': [
    'reference of the authorisation',
    'What is the reference of that authorisation?',
    'As the court or body cites it.',
  ],
  'stated.authorisation.issuedAt': [
    'date of the authorisation',
    'When was it given?',
    'A date and time with its zone.',
  ],
  'stated.authorisation.validFrom': [
    'begin of the authorisation',
    'From when is it valid?',
    'A date and time with its zone.',
  ],
  'stated.authorisation.validUntil': [
    'end of the authorisation',
    'Until when is it valid?',
    'You may ask for no more than your own authorisation covers.',
  ],
  'stated.authorisation.independent': [
    'independence of the authorising body',
    'Is it a court or another body independent of the investigation?',
    'A prosecutor who leads the case is not.',
  ],
  'stated.necessity': [
    'necessity, as the requester sees it',
    'Why is this evidence necessary?',
    'For this investigation, now.',
  ],
  'stated.proportionality': [
    'proportionality, as the requester sees it',
    'Why is the interference in proportion?',
    'Against the seriousness of the offence.',
  ],
  'stated.lessIntrusive': [
    'less intrusive means considered',
    'Which less intrusive means did you consider, and why do they not suffice?',
    'Narrower data, other sources, open sources.',
  ],
  'stated.notice.position': [
    'position on notice',
    'May the person concerned be told, or do you ask for delay?',
    'Notice is the rule.',
  ],
  'stated.notice.until': ['end of the secrecy', 'Until when do you ask for secrecy?', 'Secrecy always has an end.'],
  'stated.notice.reason': [
    'reason for the secrecy',
    'Why must it be secret until then?',
    'A reason in this case, not in general.',
  ],
  'stated.dataProtection.law': [
    'data-protection law of the requester',
    'Which data-protection law will apply to the data?',
    'Article 36(2).',
  ],
  'stated.dataProtection.retentionDays': [
    'retention',
    'For how many days will you keep the data?',
    'Counted from receipt.',
  ],
  'stated.dataProtection.onwardTransfer': [
    'transfer to a third State or organisation',
    'Do you intend to pass the data on to a third State or organisation?',
    'Article 36(3): only with authorisation of the State that sent them.',
  ],
  'stated.preservation.linkToOffence': [
    'link of the data to the offence',
    'How are the data linked to the offence?',
    'Article 42(3)(c).',
  ],
  'stated.preservation.necessity': [
    'necessity of preservation',
    'Why must the data be preserved?',
    'Article 42(3)(e).',
  ],
  'stated.preservation.requestWillFollow': [
    'request for assistance to follow',
    'Will a request for assistance follow?',
    'Article 42(3)(f).',
  ],
  'stated.realTime.from': ['begin of the live collection', 'From when?', 'Article 45(3)(f).'],
  'stated.realTime.until': ['end of the live collection', 'Until when?', 'Article 45(3)(f).'],
  'stated.realTime.lengthReason': ['reason for the length', 'Why this long?', 'Article 45(3)(f).'],
  'stated.urgency.by': [
    'day by which an answer is needed',
    'By when do you need an answer?',
    'Article 40(26): a deadline counts where it has a reason.',
  ],
  'stated.urgency.reason': ['reason for the urgency', 'Why by then?', 'A hearing, a limitation period, a remand.'],
  'stated.urgency.dataAtRisk': [
    'data about to be lost',
    'Are the data likely to be lost or changed soon?',
    'Article 44: then the answer is expedited. Article 42: ask for preservation at once.',
  ],
  'stated.emergency.danger': [
    'danger to life or safety',
    'What danger is there, to whose life or safety?',
    'Article 2(o): great, imminent, to a natural person.',
  ],
  'stated.emergency.linkToData': [
    'link of the data to the danger',
    'How will these data avert the danger?',
    'Article 41(3)(e).',
  ],
  'stated.consent.earlier': [
    'evidence for which consent is asked',
    'Which evidence, from which hand-over?',
    'Articles 36(3) and 40(19): the reference of the hand-over.',
  ],
  'stated.consent.recipient': [
    'third State, organisation or other proceeding',
    'To whom, or for which other proceeding?',
    'One recipient, one proceeding; no standing consent.',
  ],
  'stated.consent.exculpatory': [
    'facts that exonerate a person',
    'Is it to disclose facts that exonerate a person?',
    'Article 40(19): then notice is enough.',
  ],
} as const satisfies Record<StatedFact, FactWords>;
