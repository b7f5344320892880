/** After the evidence has left: conditions, consent, use, destruction, breach, and the end of the case. */

export const aftermath = {
  heading: 'Conditions that travel with the evidence',
  speciality: 'What it may be used for',
  specialitySays: 'For this request and nothing else, unless the sending authority consents first.',
  onward: 'Passing it on',
  onwardSays: 'To nobody, unless the sending authority consents first.',
  retention: 'To be destroyed by',
  retentionFrom: {
    request: 'As long as the asking State itself said that it would keep it',
    ours: 'The asking State named no time, or too long a one; this one is ours',
  },
  assurance: 'Further condition',
  acceptance: 'Accepted by the recipient',
  notAccepted: 'not yet',
  isAccepted: 'accepted',
  destruction: 'Destroyed',
  statement: 'SHA-256 of the signed statement',
  consents: 'Consent to other use or passing on',
  consentStates: { open: 'asked', proposed: 'before the court', granted: 'consented', refused: 'refused' },
  uses: 'Use as reported',
  broken: 'Conditions broken',
  reasons: 'Reasons',
  reasonsHelp: 'Both States read them.',
  matters: {
    'onward-transfer': 'Pass the evidence on to a third State or an organisation (art. 36(3))',
    'other-use': 'Use it in another proceeding (art. 40(19))',
  },
  outcomes: { granted: 'Consent', refused: 'Refuse' },
  proposed: 'What the sending authority proposes',
  breaches: {
    'other-use': 'Used for something else without consent',
    'onward-transfer': 'Passed on without consent',
    'kept-too-long': 'Kept beyond its time',
    assurance: 'Another condition was not kept',
    'not-accepted': 'The conditions were not accepted in time',
  },
  'accept-conditions': {
    heading: 'Accept the conditions',
    lead: 'You bind your authority to what follows. A signed receipt goes to the sending authority and its hash to the public log.',
    send: 'Accept the conditions',
  },
  'ask-consent': {
    heading: 'Ask for consent',
    lead: 'Before the evidence is used for something else or passed on. Nothing may be done until the answer says so.',
    send: 'Ask the sending authority',
    matter: 'What for',
    recipient: 'To whom, or for which other proceeding',
    recipientHelp: 'One recipient or one proceeding. Ask again for another one.',
    purpose: 'For which purpose',
    special: 'In the interest of a person',
    exculpatory: 'It discloses facts that exonerate a person',
  },
  'answer-consent': {
    heading: 'Answer the question for consent',
    lead: 'Your finding and your reasons go to the asking State. Where the law wants a court, your consent is a proposal to it.',
    send: 'Answer',
    outcome: 'Your answer',
    conditions: 'What the consent is bound to',
    conditionsHelp: 'Optional.',
  },
  'rule-consent': {
    heading: 'Decide on the proposed consent',
    lead: 'The sending authority would consent. It has no effect until you have decided.',
    send: 'Decide',
  },
  'record-use': {
    heading: 'Report the use of the evidence',
    lead: 'A signed receipt goes to the sending authority.',
    send: 'Report',
    use: 'What was used, and for what',
    useHelp: 'In which proceeding, at which step.',
  },
  'confirm-destruction': {
    heading: 'Confirm the destruction',
    lead: 'You say that the evidence and every copy of it is destroyed. A signed receipt goes to the sending authority. This cannot be taken back.',
    send: 'Confirm the destruction',
    how: 'What was destroyed, and how',
    howHelp: 'Every copy: files, keys, backups.',
  },
  'record-breach': {
    heading: 'Record that a condition was broken',
    lead: 'It counts against the standing of the asking State. Its authority reads your reasons.',
    send: 'Record the breach',
    which: 'What was broken',
  },
};

/** What a person can do after the evidence has left, as the case page lists it. */
export const aftermathTasks = {
  'accept-conditions': ['Accept the conditions', 'With a signed receipt. They travel with the evidence.'],
  'ask-consent': ['Ask for consent', 'Before another use, or before passing the evidence on.'],
  'answer-consent': ['Answer the question for consent', 'With your finding and reasons. Articles 36(3) and 40(19).'],
  'rule-consent': ['Decide on the proposed consent', 'It has no effect before.'],
  'record-use': ['Report the use of the evidence', 'With a signed receipt.'],
  'confirm-destruction': ['Confirm the destruction', 'By its date, with a signed receipt.'],
  'record-breach': ['Record that a condition was broken', 'With reasons. It counts against the standing of the State.'],
};

/** What is said where an act of this part is refused. */
export const aftermathRefusals = {
  'not-overdue': {
    heading: 'It is not late',
    body: 'A breach of a date is recorded only once the date has passed:',
  },
};

/** What happened, as the timeline says it. */
export const aftermathEvents = {
  'conditions-accepted': 'Conditions accepted by the recipient',
  'consent-asked': 'Consent asked',
  'consent-answered': 'Question for consent answered',
  'consent-ruled': 'Court on the proposed consent',
  'use-recorded': 'Use reported by the recipient',
  'destruction-confirmed': 'Evidence destroyed by the recipient',
  'breach-recorded': 'A condition was broken',
};

/** How a case stands after the evidence has left. */
export const aftermathStates = {
  accepted: 'Conditions accepted',
  'consent-asked': 'Consent asked of the sending authority',
  'consent-proposed': 'Consent before the court',
  destroyed: 'Evidence destroyed',
};
