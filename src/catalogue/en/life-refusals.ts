/** Why something in the life of a case was not done. */

export const lifeRefusals = {
  'not-narrower': {
    heading: 'This order is no smaller than the one that was challenged',
    body: 'You decided that it is to be smaller. Nothing was signed. Leave something out, and read the order again.',
  },
  'not-preservation': {
    heading: 'Not a request to preserve',
    body: 'This request asks for another measure. Decide on it instead.',
  },
  'preserve-instead': {
    heading: 'Preservation is an act of its own',
    body: 'Nothing is handed over, so no order of a court is proposed. Have the data preserved instead.',
  },
  'preservation-floor': {
    heading: 'The asking State has still time to send its request',
    body: 'Data stay preserved for at least 60 days (article 42(8)). Until:',
  },
  'request-pending': {
    heading: 'A request for these data is not decided yet',
    body: 'The data stay preserved until it is (article 42(8)).',
  },
  'not-following': {
    heading: 'This case cannot follow the preservation',
    body: 'It must be a request of your own authority to the same authority, for at least one of the same accounts, and not for preservation again.',
  },
  'bad-condition': {
    heading: 'A condition needs words, and a rule on which it rests',
    body: 'Nothing was stored. A condition may rest on one of these:',
  },
  'not-postponable': {
    heading: 'Help of this kind is not postponed',
    body: 'Article 40(27) is for articles 44 to 46. Preservation and the disclosure of preserved traffic data do not wait.',
  },
  'digest-differs': {
    heading: 'This is not the digest of what was released',
    body: 'Nothing was recorded. Compute it again over the file evidence.age of the package; if it still differs, collect the package again.',
  },
  'receipt-open': {
    heading: 'The asking State has not confirmed its receipt',
    body: 'A case from which evidence left is closed once the recipient has confirmed what came.',
  },
  'another-officer': {
    heading: 'Another officer reopens this case',
    body: 'You decided it last. Your authority has others who can look at it with fresh eyes:',
  },
  'not-your-event': {
    heading: 'Not written by your authority',
    body: 'An authority puts right what it wrote itself.',
  },
  'no-such-duty': {
    heading: 'This date cannot be put off',
    body: 'There is no such duty in this case now, or it is not one whose date may be put off. Nothing was stored.',
  },
  'bad-date': {
    heading: 'This date is not possible',
    body: 'Nothing was stored. It lies between these two:',
  },
};
