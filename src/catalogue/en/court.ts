/** The court's page. */

export const court = {
  heading: 'The order, as it would be signed',
  lead: 'Your signature covers exactly this text and nothing else.',
  draftedBy: 'Granted by',
  hash: 'SHA-256 of this text',
  text: 'Text of the order',
  signHeading: 'Sign or refuse',
  sign: 'Authorise: sign this text',
  signHelp:
    'Your signature, the text and its hash are recorded. The provider may then be asked for this and nothing more.',
  refuseHeading: 'Refuse the authorisation',
  reasons: 'Reasons for the refusal',
  reasonsHelp: 'They go to the authority that granted the request.',
  refuse: 'Refuse',
  revoke: {
    heading: 'Take the authorisation back',
    lead: 'From this moment nothing is produced or released under it. Provider and both authorities are told. A new authorisation needs a new signature over a new text.',
    reasons: 'Reasons',
    reasonsHelp: 'They stay in the record of the case.',
    send: 'Take it back',
  },
  conditions: 'Conditions that you add, one a line',
  conditionsHelp: 'They travel with the evidence beside those of the decision. None of those is taken away.',
  narrowHeading: 'Make the order smaller',
  narrowLead:
    'Leave out what you do not authorise and look at the new text. An order can never reach further than what was granted.',
  narrowed: 'This is the smaller order that you chose. What is left out is named in its text.',
  targets: 'Accounts, numbers and addresses',
  categories: 'Kinds of data',
  from: 'Evidence from (UTC, included)',
  until: 'Evidence until (UTC, not included)',
  validUntil: 'The order may be executed until (UTC)',
  show: 'Show the smaller order',
  whole: 'Show the whole order again',
  needOne: 'Keep at least one',
  needInside: 'Enter a date and time inside the period that was granted, the beginning before the end',
};
