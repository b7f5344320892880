/** Chapter V: what each rule is about, and what is said when its consequence follows. */
export const cooperationRules = {
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
  'un-cybercrime/36(3)/contents': [
    'Onward transfer: what, to whom, why',
    'The requester is asked for the evidence, the recipient and the purpose.',
  ],
  'un-cybercrime/36(3)/recipient-safe': [
    'Onward transfer: safeguards of the recipient',
    'The recipient would not give the data effective safeguards.',
  ],
  'un-cybercrime/36(3)/review': [
    'Independent decision on another use',
    'An independent authority authorises the transfer, or the other use, first.',
  ],
  'un-cybercrime/36(3)/transfer-intended': [
    'Onward transfer intended',
    'The requester is asked to which third State or organisation, and to seek authorisation first.',
  ],
  'un-cybercrime/40(4)': [
    'Information without a request: facts',
    'The facts that make the information useful are to be written down.',
  ],
  'un-cybercrime/40(5)': [
    'Information without a request: limits',
    'To be kept secret and used only for the inquiry named; facts that exonerate a person may be disclosed after notice.',
  ],
  'un-cybercrime/40(8)': [
    'Dual criminality, as a ground',
    'The conduct is no offence in the requested State, which may refuse for it.',
  ],
  'un-cybercrime/40(8)/minor-matter': ['Ground: minor matter', 'The matter is too minor for assistance.'],
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
  'un-cybercrime/40(19)/compatible': [
    'Other use: would it have been granted',
    'The evidence would not have been given for this other proceeding.',
  ],
  'un-cybercrime/40(19)/other-use': [
    'Other use: what, for which proceeding, why',
    'The requester is asked for the evidence, the proceeding and the purpose.',
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
  'un-cybercrime/42(5)': [
    'Preservation: reservation',
    'It is no offence of the Convention, and dual criminality is expected to be missing at disclosure.',
  ],
  'un-cybercrime/43(1)/traffic-only': [
    'Traffic data only',
    'The requester is asked to leave content out, or to ask for it under article 44.',
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
} as const;
