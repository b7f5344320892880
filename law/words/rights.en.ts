/** The human-rights treaties: what each rule is about, and what is said when its consequence follows. */
export const rightsRules = {
  'cat/3(2)/pattern': [
    'Pattern of gross violations',
    'There is a consistent pattern of gross violations: a second person looks at the case, and the reasons address it.',
  ],
  'crc/3/child': [
    'A child concerned',
    'The person concerned is a child: the best interests of the child come first, and a second person looks at the case.',
  ],
  'crc/12/heard': [
    'The child is heard',
    'The child, or whoever represents it, is told in words that it understands, together with how to be heard and how to complain.',
  ],
  'crc/16/privacy': [
    'Private life of the child',
    'What shows the child’s intimate life is viewed by as few as possible, kept apart, and destroyed or given back when the proceeding ends.',
  ],
  'crc/40/identity': ['Identity of the child', 'The identity of the child is not made public at any stage.'],
  'iccpr/2(3)/delay-ends': [
    'Secrecy has a reason and an end',
    'The requester is asked for a reason and an end of the secrecy.',
  ],
  'iccpr/2(3)/notice-position': ['Position on notice', 'The requester is asked whether the person may be told.'],
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
  'iccpr/9/arbitrary-detention': ['Arbitrary detention, as a ground', 'There is a real risk of arbitrary detention.'],
  'iccpr/9/arbitrary-detention-bar': ['Arbitrary detention, as a bar', 'There is a real risk of arbitrary detention.'],
  'iccpr/14(7)/tried-before': ['Not twice', 'The person was already finally judged for this conduct.'],
  'iccpr/14/privilege': [
    'Legal privilege',
    'Communication between lawyer and client is left out, or destroyed unread where it is found.',
  ],
  'iccpr/14/unfair-trial': ['Unfair trial, as a ground', 'There is a real risk of a flagrantly unfair trial.'],
  'iccpr/14/unfair-trial-bar': ['Unfair trial, as a bar', 'There is a real risk of a flagrantly unfair trial.'],
  'iccpr/15/when-committed': ['No punishment without law', 'The conduct was no offence when it was committed.'],
  'iccpr/17/legality': ['Legality', 'No clear law of the requested State provides for the measure.'],
  'iccpr/17/necessity': ['Necessity', 'The measure is not necessary.'],
  'iccpr/18/belief': ['Religion or belief', 'The conduct is religion or belief, which human-rights law protects.'],
  'iccpr/19/protected-conduct': [
    'Expression and the press',
    'The conduct is expression or journalism, which human-rights law protects.',
  ],
  'iccpr/19/protected-person': [
    'Person under special protection',
    'The person concerned is under special protection: a second person looks at the case, and the reasons address it.',
  ],
  'iccpr/19/sources': [
    'Journalistic sources',
    'Whatever identifies a journalist’s source is left out, or destroyed unread where it is found.',
  ],
  'iccpr/19/whistleblowing': ['Whistleblowing', 'It was a disclosure of wrongdoing in the public interest.'],
  'iccpr/21/assembly': ['Peaceful assembly', 'The conduct is peaceful assembly, which human-rights law protects.'],
  'iccpr/22/association': ['Association', 'The conduct is association, which human-rights law protects.'],
  'iccpr/26/gendered-harm': [
    'Gendered harm',
    'Harm for gender or orientation is possible: a second person looks at the case, and the reasons address it.',
  ],
  'iccpr/26/orientation-and-gender': [
    'Orientation and gender',
    'The conduct is private life, orientation or gender, which human-rights law protects.',
  ],
} as const;
