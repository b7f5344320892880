/** Scope, human rights and safeguards: what each rule is about, and what is said when its consequence follows. */
export const scopeRules = {
  'un-cybercrime/2(h)/asking-law': [
    'Four years by the asking State’s own law',
    'The asking State’s own law does not make it a serious crime.',
  ],
  'un-cybercrime/2(h)/own-law': [
    'Penalty in the requested State',
    'The penalty under the requested State’s law is to be recorded.',
  ],
  'un-cybercrime/2(h)/penalty-stated': [
    'Penalty in the requesting State',
    'The requester is asked for the maximum penalty.',
  ],
  'un-cybercrime/2(o)': [
    'A true emergency',
    'There is no danger to life or safety: the emergency path is closed, the ordinary one is open.',
  ],
  'un-cybercrime/3(b)/criminal-matter': [
    'A criminal matter',
    'The requester is asked which offence the matter is about.',
  ],
  'un-cybercrime/5(2)': [
    'No acts on our territory',
    'The asking State means to act on the territory of the requested State itself.',
  ],
  'un-cybercrime/6(2)/stated-object': [
    'An offence that punishes protected conduct',
    'By the request’s own account the provision punishes conduct that human-rights law protects.',
  ],
  'un-cybercrime/6(2)/stated-object-explained': [
    'Explanation where the offence punishes protected conduct',
    'The requester is asked how help could be squared with article 6(2).',
  ],
  'un-cybercrime/6(2)/stated-object-scrutiny': [
    'Scrutiny where the offence punishes protected conduct',
    'The provision punishes protected conduct: a second person looks at the case, and the reasons address it.',
  ],
  'un-cybercrime/6(2)/suppression': [
    'Nothing permits the suppression of rights',
    'Help here would serve to suppress human rights or fundamental freedoms.',
  ],
  'un-cybercrime/21(4)': [
    'Rights of the defence',
    'The requester is asked how fair trial and the rights of the defence are guaranteed.',
  ],
  'un-cybercrime/23(1)/categories': ['Named categories of data', 'The requester is asked for the categories of data.'],
  'un-cybercrime/23(1)/investigation': [
    'One specific investigation',
    'The requester is asked for the proceeding and the purpose.',
  ],
  'un-cybercrime/23(1)/period': ['A bounded period', 'The requester is asked for a period that begins before it ends.'],
  'un-cybercrime/23(1)/targets': [
    'Named targets',
    'The requester is asked for the accounts, numbers or addresses, one by one.',
  ],
  'un-cybercrime/23(1)/targets-preserved': [
    'Named targets for preservation',
    'The requester is asked whose data are to be preserved.',
  ],
  'un-cybercrime/24(1)/asking-reasons': [
    'The requester’s reasons',
    'The requester is asked why the measure is necessary and in proportion, and what milder means were considered.',
  ],
  'un-cybercrime/24(1)/less-intrusive': ['The least intrusive means', 'A less intrusive means would do.'],
  'un-cybercrime/24(1)/proportionality': ['Proportionality', 'The interference is out of proportion.'],
  'un-cybercrime/24(2)/asking-authorisation': [
    'Independent authorisation in the requesting State',
    'The requester is asked for an authorisation by an independent body.',
  ],
  'un-cybercrime/24(2)/duration': [
    'Within the requester’s own authorisation',
    'The period asked for runs past the requester’s own authorisation; the requester is asked to narrow it or to extend the authorisation.',
  ],
  'un-cybercrime/24(2)/grounds': ['Grounds in law', 'The requester is asked for the provision of its law.'],
  'un-cybercrime/24(2)/review': [
    'Independent review beforehand',
    'A court or another independent authority must authorise before anything leaves.',
  ],
  'un-cybercrime/24(2)/still-valid': [
    'An authorisation that still stands',
    'The authorisation of the asking State had run out when the request was received; the requester is asked for a valid one.',
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
  'un-cybercrime/35(1)/reserved': [
    'Articles 14 to 16, reserved',
    'The requested State says that articles 14 to 16 do not bind it, and the conduct is no serious crime.',
  ],
  'un-cybercrime/35(3)': [
    'The requester’s view on dual criminality',
    'The requester is asked whether the conduct is an offence in the requested State.',
  ],
  'un-cybercrime/65': [
    'The Convention binds both States',
    'The Convention does not bind both States on this day; another legal basis is needed.',
  ],
} as const;
