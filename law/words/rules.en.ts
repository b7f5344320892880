import type { RuleWords } from '../../src/law/catalogue.ts';
import type { RuleId } from '../law.ts';

/** Each rule: what it is about, and what is said when its consequence follows. */
export const rules = {
  'un-cybercrime/65': [
    'The Convention binds both States',
    'The Convention does not bind both States on this day; another legal basis is needed.',
  ],
  'un-cybercrime/35(1)/claimed': [
    'Scope: a Convention offence or a serious crime',
    'By the request’s own account it is neither an offence of the Convention nor punishable with four years or more.',
  ],
  'un-cybercrime/35(1)/confirmed': [
    'Scope, confirmed by conduct',
    'The conduct described is neither an offence of the Convention nor a serious crime.',
  ],
  'un-cybercrime/35(1)/convention-only': [
    'Scope: Convention offences only',
    'This policy gives evidence only for offences that the Convention defines.',
  ],
  'un-cybercrime/35(3)': [
    'The requester’s view on dual criminality',
    'The requester is asked whether the conduct is an offence in the requested State.',
  ],
  'un-cybercrime/2(h)/asking-law': [
    'Four years by the asking State’s own law',
    'The asking State’s own law does not make it a serious crime.',
  ],
  'un-cybercrime/2(h)/penalty-stated': [
    'Penalty in the requesting State',
    'The requester is asked for the maximum penalty.',
  ],
  'un-cybercrime/2(h)/own-law': [
    'Penalty in the requested State',
    'The penalty under the requested State’s law is to be recorded.',
  ],
  'un-cybercrime/2(o)': [
    'A true emergency',
    'There is no danger to life or safety: the emergency path is closed, the ordinary one is open.',
  ],
  'un-cybercrime/6(2)/suppression': [
    'Nothing permits the suppression of rights',
    'Help here would serve to suppress human rights or fundamental freedoms.',
  ],
  'un-cybercrime/6(2)/stated-object': [
    'An offence that punishes protected conduct',
    'By the request’s own account the provision punishes conduct that human-rights law protects.',
  ],
  'un-cybercrime/6(2)/stated-object-scrutiny': [
    'Scrutiny where the offence punishes protected conduct',
    'The provision punishes protected conduct: a second person looks at the case, and the reasons address it.',
  ],
  'un-cybercrime/6(2)/stated-object-explained': [
    'Explanation where the offence punishes protected conduct',
    'The requester is asked how help could be squared with article 6(2).',
  ],
  'un-cybercrime/11(2)': [
    'Lawful security work with devices',
    'The purpose was lawful: testing or protection is no misuse of devices.',
  ],
  'un-cybercrime/11(2)/good-faith': ['Security work in good faith', 'It was security work in good faith.'],
  'un-cybercrime/23(1)/targets': [
    'Named targets',
    'The requester is asked for the accounts, numbers or addresses, one by one.',
  ],
  'un-cybercrime/23(1)/targets-preserved': [
    'Named targets for preservation',
    'The requester is asked whose data are to be preserved.',
  ],
  'un-cybercrime/23(1)/period': ['A bounded period', 'The requester is asked for a period that begins before it ends.'],
  'un-cybercrime/23(1)/categories': ['Named categories of data', 'The requester is asked for the categories of data.'],
  'un-cybercrime/23(1)/investigation': [
    'One specific investigation',
    'The requester is asked for the proceeding and the purpose.',
  ],
  'un-cybercrime/24(1)/proportionality': ['Proportionality', 'The interference is out of proportion.'],
  'un-cybercrime/24(1)/less-intrusive': ['The least intrusive means', 'A less intrusive means would do.'],
  'un-cybercrime/24(1)/asking-reasons': [
    'The requester’s reasons',
    'The requester is asked why the measure is necessary and in proportion, and what milder means were considered.',
  ],
  'un-cybercrime/24(2)/review': [
    'Independent review beforehand',
    'A court or another independent authority must authorise before anything leaves.',
  ],
  'un-cybercrime/24(2)/asking-authorisation': [
    'Independent authorisation in the requesting State',
    'The requester is asked for an authorisation by an independent body.',
  ],
  'un-cybercrime/24(2)/grounds': ['Grounds in law', 'The requester is asked for the provision of its law.'],
  'un-cybercrime/24(2)/duration': [
    'Within the requester’s own authorisation',
    'The period asked for runs past the requester’s own authorisation; the requester is asked to narrow it or to extend the authorisation.',
  ],
  'un-cybercrime/24(3)/outweighs': [
    'Rights of third parties',
    'The rights of third parties outweigh the interest in the evidence.',
  ],
  'un-cybercrime/24(3)/protected-by-condition': [
    'Third parties protected by a condition',
    'Data of third parties are used only as far as the case requires, and destroyed otherwise.',
  ],
  'un-cybercrime/28(4)/no-weakening': [
    'No keys, no credentials, no weaker security',
    'The request demands keys or credentials, or a weakening of security.',
  ],
  'un-cybercrime/36(1)(a)': [
    'Transfer under data-protection law',
    'Data-protection law cannot be met, with conditions or without.',
  ],
  'un-cybercrime/36(1)(b)': [
    'Conditions that make the transfer lawful',
    'The conditions that data-protection law needs travel with the evidence.',
  ],
  'un-cybercrime/36(2)': [
    'Safeguards for the data received',
    'The requester is asked for its data-protection law and for how long it keeps the data.',
  ],
  'un-cybercrime/36(3)': [
    'Onward transfer',
    'No transfer to a third State or international organisation without prior authorisation in writing.',
  ],
  'un-cybercrime/36(3)/transfer-intended': [
    'Onward transfer intended',
    'The requester is asked to which third State or organisation, and to seek authorisation first.',
  ],
  'un-cybercrime/40(8)': [
    'Dual criminality, as a ground',
    'The conduct is no offence in the requested State, which may refuse for it.',
  ],
  'un-cybercrime/40(8)/required': ['Dual criminality, required', 'The conduct is no offence in the requested State.'],
  'un-cybercrime/40(13)': ['Authenticity', 'The request is not shown to come from an authority of a State.'],
  'un-cybercrime/40(15)(a)': ['Contents: authority', 'The requester is asked which authority makes the request.'],
  'un-cybercrime/40(15)(b)': [
    'Contents: proceeding',
    'The requester is asked for subject, kind and authority of the proceeding.',
  ],
  'un-cybercrime/40(15)(c)': ['Contents: facts', 'The requester is asked for a summary of the facts.'],
  'un-cybercrime/40(15)(d)': ['Contents: assistance', 'The requester is asked what help it seeks.'],
  'un-cybercrime/40(15)(e)': ['Contents: person or account', 'The requester is asked for the person or the account.'],
  'un-cybercrime/40(15)(f)': ['Contents: period', 'The requester is asked for the period.'],
  'un-cybercrime/40(15)(g)': ['Contents: purpose', 'The requester is asked for the purpose.'],
  'un-cybercrime/40(19)': [
    'Use only for this proceeding',
    'Use and disclosure only for the proceeding named in the request, unless consent is given first; facts that exonerate a person may be disclosed after notice.',
  ],
  'un-cybercrime/40(21)(a)': ['Ground: form', 'The form of article 40 is not met.'],
  'un-cybercrime/40(21)(b)': [
    'Ground: essential interests',
    'Harm to sovereignty, security, public order or other essential interests is likely.',
  ],
  'un-cybercrime/40(21)(c)': [
    'Ground: barred at home',
    'Domestic law would bar the measure for a like offence at home.',
  ],
  'un-cybercrime/40(21)(d)': [
    'Ground: law of mutual legal assistance',
    'It would be contrary to the law of mutual legal assistance.',
  ],
  'un-cybercrime/40(22)': [
    'Ground: persecution',
    'There are substantial grounds to believe that the person would be persecuted or prejudiced.',
  ],
  'un-cybercrime/40(22)/bar': [
    'Persecution, as a bar',
    'There are substantial grounds to believe that the person would be persecuted or prejudiced.',
  ],
  'un-cybercrime/41(3)(e)': [
    'Emergency: danger and data',
    'The requester is asked for the danger and for how the data avert it.',
  ],
  'un-cybercrime/41(3)(e)/who-and-what': [
    'Emergency: who asks, what happened, who holds the data',
    'The requester is asked for the authority, the facts and the provider.',
  ],
  'un-cybercrime/42(3)(a)': ['Preservation: authority', 'The requester is asked which authority seeks preservation.'],
  'un-cybercrime/42(3)(b)': [
    'Preservation: offence and facts',
    'The requester is asked for the offence and a short summary of the facts.',
  ],
  'un-cybercrime/42(3)(c)': [
    'Preservation: data and their link',
    'The requester is asked for the data and their link to the offence.',
  ],
  'un-cybercrime/42(3)(e)': ['Preservation: necessity', 'The requester is asked why preservation is necessary.'],
  'un-cybercrime/42(3)(f)': [
    'Preservation: a request will follow',
    'The requester is asked to confirm that a request for assistance will follow.',
  ],
  'un-cybercrime/45(1)/not-carried': [
    'Live traffic data are not carried',
    'This system carries no live collection; States only endeavour to help with it.',
  ],
  'un-cybercrime/45(3)(a)': ['Live traffic: authority', 'The requester is asked which authority makes the request.'],
  'un-cybercrime/45(3)(b)': [
    'Live traffic: facts and proceeding',
    'The requester is asked for the facts and the kind of proceeding.',
  ],
  'un-cybercrime/45(3)(c)': [
    'Live traffic: data and their link',
    'The requester is asked for the data and the offence they are linked to.',
  ],
  'un-cybercrime/45(3)(e)': ['Live traffic: need', 'The requester is asked why the collection is needed.'],
  'un-cybercrime/45(3)(f)': [
    'Live traffic: period',
    'The requester is asked for the period and the reason for its length.',
  ],
  'un-cybercrime/46/not-carried': [
    'Live content is not carried',
    'This system carries no interception; States only endeavour to help with it.',
  ],
  'iccpr/2(3)/notice-position': ['Position on notice', 'The requester is asked whether the person may be told.'],
  'iccpr/2(3)/delay-ends': [
    'Secrecy has a reason and an end',
    'The requester is asked for a reason and an end of the secrecy.',
  ],
  'iccpr/2(3)/person-told': [
    'The person concerned is told',
    'The person concerned is told at release, or when a justified delay ends, together with how to complain.',
  ],
  'iccpr/6/assurance': [
    'Death penalty: assurance',
    'The requester is asked for an assurance that the death penalty will be neither imposed nor carried out.',
  ],
  'iccpr/6/bar': ['Death penalty: bar', 'The proceeding can end in the death penalty, and no assurance excludes it.'],
  'iccpr/7/torture': ['Torture and ill-treatment', 'There is a real risk of torture or ill-treatment.'],
  'iccpr/14/unfair-trial': ['Unfair trial, as a ground', 'There is a real risk of a flagrantly unfair trial.'],
  'iccpr/14/unfair-trial-bar': ['Unfair trial, as a bar', 'There is a real risk of a flagrantly unfair trial.'],
  'iccpr/14/privilege': [
    'Legal privilege',
    'Communication between lawyer and client is left out, or destroyed unread where it is found.',
  ],
  'iccpr/17/legality': ['Legality', 'No clear law of the requested State provides for the measure.'],
  'iccpr/17/necessity': ['Necessity', 'The measure is not necessary.'],
  'iccpr/19/protected-conduct': ['Protected conduct', 'The conduct is protected by human-rights law.'],
  'iccpr/19/protected-person': [
    'Person under special protection',
    'The person concerned is under special protection: a second person looks at the case, and the reasons address it.',
  ],
  'iccpr/19/sources': [
    'Journalistic sources',
    'Whatever identifies a journalist’s source is left out, or destroyed unread where it is found.',
  ],
  'iccpr/19/whistleblowing': ['Whistleblowing', 'It was a disclosure of wrongdoing in the public interest.'],
  'iccpr/26/gendered-harm': [
    'Gendered harm',
    'Harm for gender or orientation is possible: a second person looks at the case, and the reasons address it.',
  ],
  'crc/3/child': [
    'A child concerned',
    'The person concerned is a child: the best interests of the child come first, and a second person looks at the case.',
  ],
} as const satisfies Record<RuleId, RuleWords>;
