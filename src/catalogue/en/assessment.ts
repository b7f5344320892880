/** What the law says, on the page of a case. */

export const assessmentWords = {
  heading: 'What the law says',
  barred: 'A bar stands in the way of this request.',
  incomplete: 'The asking State still owes something.',
  'nothing-bars': 'Nothing in the request bars it. This is not a grant: people decide.',
  questions: (count: number): string =>
    count === 0
      ? 'No question is open.'
      : `${count === 1 ? '1 question is' : `${count} questions are`} open that only a person may answer.`,
  policy: (policy: string): string => `Assessed under the policy “${policy}”.`,
  groups: {
    bars: ['Bars', 'While one of these stands, a grant is not possible.'],
    owed: ['Owed by the asking State', 'Facts that the request does not give. Unknown is not no.'],
    asks: ['To be asked of the asking State', 'Information or an assurance is due.'],
    questions: ['Open questions', 'Only a person with the mandate may answer, with reasons.'],
    grounds: ['Grounds on which a refusal may rest', 'A person takes a position on each.'],
    heighten: ['Heightened scrutiny', 'The case calls for particular care.'],
    authorise: ['Who must authorise', 'Before anything leaves.'],
    conditions: ['Conditions that travel with the evidence', 'They bind the recipient.'],
    notify: ['Notice to the person concerned', 'Why the person is told.'],
    satisfied: ['Satisfied', 'Rules that apply and are met.'],
    unmeasured: ['Not known to the system', 'What Proviso itself has not measured.'],
  },
  count: (title: string, count: number): string => `${title} (${count})`,
  who: {
    'case-officer': 'for the case officer',
    judge: 'for the court',
    provider: 'for the provider',
    'requesting-officer': 'for the asking State',
    'person-concerned': 'for the person concerned',
    officer: 'for the case officer',
    court: 'for the court',
    'data-protection': 'for the data-protection authority',
  } as Readonly<Record<string, string>>,
  neededFor: 'Needed for:',
  instruments: {
    'un-cybercrime': 'UN Convention, art.',
    iccpr: 'Covenant on Civil and Political Rights, art.',
    cat: 'Convention against Torture, art.',
    crc: 'Convention on the Rights of the Child, art.',
  } as Readonly<Record<string, string>>,
};
