/** Refusals about mandates, the register, assignment and emergencies. */

export const officeRefusals = {
  'not-assigned': {
    heading: 'This case is not assigned to you',
    body: 'Only the officers who have a case open it. You can have it assigned to you, or open it with a reason that the overseer reads.',
  },
  'not-an-officer': {
    heading: 'The case cannot be given to these officers',
    body: 'Choose officers of your own authority whose mandates hold, and among them one who can act on the case.',
  },
  'own-mandate': {
    heading: 'Somebody else must do this',
    body: 'Nobody grants themselves a mandate, and no authority vouches for itself in its own register.',
  },
  'other-authority': {
    heading: 'Not for this authority',
    body: 'Its kind of authority has no such role, or the code does not belong to that State.',
  },
  'mandate-dates': {
    heading: 'The dates do not fit',
    body: 'The end must lie after the beginning, and at most five years after it.',
  },
  'known-person': {
    heading: 'This identifier is another person’s',
    body: 'One identifier is one person, so that nobody acts in a case under two names. Choose another one:',
  },
  'mandate-holds': {
    heading: 'This person has that mandate',
    body: 'It holds now. End it first, or choose another role.',
  },
  'not-in-register': {
    heading: 'Not in this register',
    body: 'There is no such mandate or entry in the register of your authority.',
  },
  'has-ended': {
    heading: 'It has ended before',
    body: 'Nothing was changed. What ended stays in the register to be read.',
  },
  'last-registrar': {
    heading: 'The last registrar stays',
    body: 'Without a registrar nobody could keep this register. Grant the mandate to somebody else first.',
  },
  'not-a-key': {
    heading: 'This is not a key',
    body: 'A verifier key has a name, a hash and the key itself, joined by plus signs.',
  },
  'no-call-back': {
    heading: 'This authority cannot be called back',
    body: 'In an emergency data are disclosed only to an authority whose key and call-back channel stood in the register before the request came. The ordinary way to the court is open.',
  },
  'beyond-need': {
    heading: 'Say why more than that is needed',
    body: 'These kinds of data reach further than what averts the danger. Leave them out, or give reasons:',
  },
  'not-the-channel': {
    heading: 'This is not the channel of the register',
    body: 'Call the number that stands in the register. A number from the request, or from anywhere else, proves nothing. What you entered:',
  },
  'no-prosecutor': {
    heading: 'No prosecutor is in office',
    body: 'Nobody could order now. The ordinary way to the court is open.',
  },
  'call-back-too-old': {
    heading: 'The call-back lies too far back',
    body: 'Who asked then may no longer ask now. The ordinary way to the court is open.',
  },
  'notice-delayed': {
    heading: 'Not yet',
    body: 'The notice is delayed with reasons, and the delay has not ended. The order says until when.',
  },
};
