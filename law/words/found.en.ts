import type { FactWords } from '../../src/law/catalogue.ts';
import type { FoundFact, MeasuredFact } from '../../src/law/vocabulary.ts';

/** What only a person may find: label, the question put to that person, and help. */
export const found = {
  'found.authentic': [
    'authenticity of the request',
    'Did you make sure, by a channel from the register, that this authority sent the request?',
    'Article 40(13). A mail domain is no identity; never call a number that the request itself gives.',
  ],
  'found.offence.conventionArticle': [
    'offence of the Convention, by conduct',
    'Which offence of the Convention is the conduct described, if any?',
    'Look at the facts, not at the title. "none" is an answer.',
  ],
  'found.offence.seriousCrime': [
    'serious crime',
    'Is the conduct a serious crime: four years or more?',
    'Article 2(h). Say in the reasons by whose law.',
  ],
  'found.offence.maximumYears': [
    'maximum penalty under our law',
    'What is the maximum penalty for this conduct under our law, in years?',
    'Zero where it is no offence here.',
  ],
  'found.offence.narrowed': [
    'conduct outside our narrower offence',
    'Our law narrows this offence. Does the conduct fall outside because of that?',
    'The profile of our State names the paragraph.',
  ],
  'found.offence.whenCommitted': [
    'offence when it was committed',
    'Was the conduct an offence, under the asking State’s law or international law, when it was committed?',
    'Covenant article 15(1). Compare the dates of the facts and of the provision.',
  ],
  'found.offence.minor': [
    'minor matter',
    'Is the matter too minor for assistance?',
    'Article 40(8): minor matters may be refused.',
  ],
  'found.dualCriminality': [
    'offence in both States, by conduct',
    'Would the conduct be an offence here?',
    'Articles 35(3) and 40(8): whatever the label.',
  ],
  'found.conduct.protected': [
    'protected conduct',
    'Is the conduct in truth protected: expression, journalism, assembly, association, belief, or orientation and gender?',
    'Covenant articles 17 to 22 and 26. "none" is an answer.',
  ],
  'found.conduct.goodFaithSecurity': [
    'good-faith security work',
    'Was it security research, testing or protection in good faith?',
    'Article 11(2); asked before any grant.',
  ],
  'found.conduct.whistleblowing': [
    'whistleblowing',
    'Was it a disclosure of wrongdoing in the public interest?',
    'Asked before any grant.',
  ],
  'found.conduct.ownImage': [
    'image that a child made of itself',
    'Did the child that is shown make the image of itself?',
    'Article 14(4)(a); a child is not prosecuted for its own image.',
  ],
  'found.conduct.similarAge': [
    'consensual conduct of similar age',
    'Was it consensual conduct between young people of similar age, kept between them?',
    'Articles 14(4)(b), 15(4), 16(3). Consent must be free, and no one may have been exploited.',
  ],
  'found.person.protected': [
    'person under special protection',
    'Is the person concerned a journalist, lawyer, researcher, whistleblower, defender, dissident, member of a diaspora, or a child?',
    'If several apply, name the one that needs most protection.',
  ],
  'found.purpose.discriminatory': [
    'persecutory purpose or prejudice',
    'Are there substantial grounds to believe that the person is pursued, or would be prejudiced, for sex, race, language, religion, nationality, ethnic origin or political opinion?',
    'Article 40(22). Orientation and gender are part of sex.',
  ],
  'found.suppressesRights': [
    'suppression of rights',
    'Would help here serve to suppress human rights or fundamental freedoms?',
    'Article 6(2): expression, conscience, opinion, belief, assembly, association.',
  ],
  'found.actsOnTerritory': [
    'acts of the asking State on our territory',
    'Does the asking State mean to act here itself, or to reach into systems here?',
    'Article 5(2): the Convention gives no power to act in another State’s territory.',
  ],
  'found.sovereigntyHarm': [
    'harm to sovereignty, security or public order',
    'Is harm to sovereignty, security, public order or other essential interests likely?',
    'Article 40(21)(b).',
  ],
  'found.domesticLawBars': [
    'barred at home',
    'Would our law bar this measure for a like offence at home?',
    'Article 40(21)(c).',
  ],
  'found.contraryToMlaLaw': [
    'contrary to our law of mutual legal assistance',
    'Would it be contrary to our law of mutual legal assistance to grant this?',
    'Article 40(21)(d).',
  ],
  'found.formNotMet': [
    'form not met',
    'Does the request fail the form of article 40 in any way?',
    'Article 40(21)(a): writing, language, authenticity, contents.',
  ],
  'found.risk.torture': [
    'risk of torture or ill-treatment',
    'Is there a real risk of torture or of cruel, inhuman or degrading treatment?',
    'Covenant article 7, Convention against Torture article 3. No assurance by a State that tortures cures it.',
  ],
  'found.risk.massViolations': [
    'pattern of gross violations',
    'Is there a consistent pattern of gross, flagrant or mass violations of human rights in the asking State?',
    'Convention against Torture article 3(2). It heightens; it bars nothing by itself.',
  ],
  'found.risk.arbitraryDetention': [
    'risk of arbitrary detention',
    'Is there a real risk that the person would be detained arbitrarily?',
    'Covenant article 9.',
  ],
  'found.risk.deathPenalty': [
    'risk of the death penalty',
    'Can the proceeding end in the death penalty?',
    'Covenant article 6.',
  ],
  'found.assurance.noDeathPenalty': [
    'assurance against the death penalty',
    'Is there a reliable assurance that it will be neither imposed nor carried out?',
    'Written, by an authority that can bind the State.',
  ],
  'found.risk.unfairTrial': [
    'risk of a flagrantly unfair trial',
    'Is there a real risk of a flagrantly unfair trial?',
    'Covenant article 14.',
  ],
  'found.triedBefore': [
    'finally judged before',
    'Was the person already finally convicted or acquitted for this conduct?',
    'Covenant article 14(7): in either State; say which judgment.',
  ],
  'found.legality': [
    'legality',
    'Does a clear and accessible law of ours provide for this measure?',
    'Covenant article 17.',
  ],
  'found.necessity': ['necessity', 'Is the measure necessary for this investigation?', 'Useful is not necessary.'],
  'found.proportionality': [
    'proportionality',
    'Is the interference in proportion to the aim?',
    'Article 24(1): persons, categories and period against the seriousness of the offence.',
  ],
  'found.lessIntrusiveAvailable': [
    'less intrusive means',
    'Would a less intrusive means do?',
    'Fewer persons, narrower categories, a shorter period, another source.',
  ],
  'found.thirdParties': [
    'rights of third parties',
    'How do the rights and legitimate interests of third parties come out?',
    'Article 24(3): weighed, not assumed.',
  ],
  'found.genderedHarm': [
    'gendered harm',
    'Could help here do harm that falls on the person for gender or orientation, such as exposure?',
    'Asked in every assessment.',
  ],
  'found.dataProtection.lawful': [
    'transfer lawful as it stands',
    'Does our data-protection law allow the transfer as it stands?',
    'Article 36(1)(a).',
  ],
  'found.dataProtection.withConditions': [
    'transfer lawful with conditions',
    'If not, could conditions make it lawful?',
    'Article 36(1)(b).',
  ],
  'found.dataProtection.recipientSafe': [
    'recipient gives effective safeguards',
    'Will the third State or organisation give the data effective and appropriate safeguards?',
    'Article 36(2) and 36(3).',
  ],
  'found.consent.compatible': [
    'other use compatible with our grant',
    'Would we have granted the evidence for this other proceeding?',
    'Article 40(19): ask again what was asked the first time.',
  ],
  'found.emergency.dangerToLifeOrSafety': [
    'danger to life or safety, confirmed',
    'Is there a great and imminent danger to the life or safety of a natural person?',
    'Article 2(o). Danger to property or to an investigation is none.',
  ],
} as const satisfies Record<FoundFact, FactWords>;

/** What the system measures. */
export const measured = {
  'measured.carriesRealTime': [
    'live interception carried by this system',
    'Does this system carry live interception?',
    'It does not, by design.',
  ],
  'measured.receivedAt': ['receipt of the request', 'When was the request received?', 'By the clock of this system.'],
  'measured.conduct': [
    'conduct as the request states it',
    'Which elements of conduct does the request state?',
    'Read from the request; “not stated” where it states none.',
  ],
  'measured.offence.proposed': [
    'offences that the elements add up to',
    'Of which offences of the Convention are all elements stated?',
    'Proposed by the program, never decided by it.',
  ],
  'measured.requestedState.reserves': [
    'reservations of the requested State',
    'What has the requested State reserved?',
    'From its profile; “no data” where nobody has looked.',
  ],
  'measured.requestedState.narrows': [
    'offences narrowed by the requested State',
    'Which offences does the requested State’s law narrow?',
    'From its profile; “no data” where nobody has looked.',
  ],
  'measured.inForceBetween': [
    'Convention in force between both States',
    'Does the Convention bind both States on this day?',
    'Article 65, and the status of the treaty.',
  ],
  'measured.keyVerified': [
    'signature verified',
    'Does the request carry a valid signature by a key in the register?',
    'A shared secret is no signature.',
  ],
} as const satisfies Record<MeasuredFact, FactWords>;

/** Values, where the code is not plain English already. */
export const values: Readonly<Record<string, string>> = {
  'traffic-disclosure': 'disclosure of preserved traffic data',
  'stored-data': 'access to stored data',
  'real-time-traffic': 'live collection of traffic data',
  interception: 'interception of content',
  'emergency-disclosure': 'disclosure in an emergency',
  'criticism-of-authority': 'criticism of authority',
  'peaceful-assembly': 'peaceful assembly',
  'religion-or-belief': 'religion or belief',
  'sexual-orientation-or-gender': 'sexual orientation or gender',
  'good-faith-security-research': 'good-faith security research',
  'user-identifying': 'user-identifying data',
  'not-affected': 'not affected',
  'protect-by-condition': 'to be protected by a condition',
  'security-researcher': 'security researcher',
  'human-rights-defender': 'human-rights defender',
  'dissident-or-diaspora': 'dissident or member of a diaspora',
  minor: 'child',
  'spontaneous-information': 'information sent without a request',
  'onward-transfer': 'consent to pass evidence on',
  'other-use': 'consent to another use of evidence',
  'not-stated': 'not stated',
  'no-data': 'no data',
  'arts-14-16': 'articles 14 to 16',
  'none-of-these': 'none of these',
  intends: 'intent',
  'without-right': 'without right',
  'accesses-system': 'access to a system',
  'intercepts-transmission': 'interception of a non-public transmission',
  'damages-or-alters-data': 'damage to data, or their alteration',
  'seriously-hinders-system': 'serious hindrance of a system',
  'deals-in-tools': 'dealing in tools',
  'deals-in-credentials': 'dealing in credentials',
  'purpose-to-commit-7-to-10': 'the purpose to commit an offence of articles 7 to 10',
  'makes-data-pass-as-authentic': 'data made to pass as authentic',
  'causes-loss-of-property': 'loss of property',
  'deceives-by-ict': 'deception by a system',
  'seeks-dishonest-gain': 'dishonest gain',
  'child-abuse-material': 'child sexual abuse material',
  'approaches-child': 'approach to a child',
  'aims-at-sexual-offence-against-child': 'the aim of a sexual offence against a child',
  'shares-intimate-image': 'an intimate image shared',
  'without-consent-of-person-shown': 'no consent of the person shown',
  'handles-proceeds': 'handling of proceeds',
  'knows-criminal-origin': 'knowledge of the criminal origin',
  'takes-part-or-attempts': 'participation or attempt',
};
