/** Articles 7 to 19: what each rule is about, and what is said when its consequence follows. */
export const offenceRules = {
  'un-cybercrime/7(1)/claimed': [
    'Elements of illegal access, as claimed',
    'The requester is asked how the conduct meets the elements of article 7.',
  ],
  'un-cybercrime/7(1)/confirmed': [
    'Elements of illegal access, as found',
    'The stated conduct lacks an element of article 7: the reasons say which facts carry it.',
  ],
  'un-cybercrime/7(2)': [
    'Illegal access, narrower at home',
    'The law of the requested State narrows this offence, and the conduct falls outside.',
  ],
  'un-cybercrime/8(1)/claimed': [
    'Elements of illegal interception, as claimed',
    'The requester is asked how the conduct meets the elements of article 8.',
  ],
  'un-cybercrime/8(1)/confirmed': [
    'Elements of illegal interception, as found',
    'The stated conduct lacks an element of article 8: the reasons say which facts carry it.',
  ],
  'un-cybercrime/8(2)': [
    'Illegal interception, narrower at home',
    'The law of the requested State narrows this offence, and the conduct falls outside.',
  ],
  'un-cybercrime/9(1)/claimed': [
    'Elements of interference with data, as claimed',
    'The requester is asked how the conduct meets the elements of article 9.',
  ],
  'un-cybercrime/9(1)/confirmed': [
    'Elements of interference with data, as found',
    'The stated conduct lacks an element of article 9: the reasons say which facts carry it.',
  ],
  'un-cybercrime/9(2)': [
    'Interference with data, narrower at home',
    'The law of the requested State narrows this offence, and the conduct falls outside.',
  ],
  'un-cybercrime/10/claimed': [
    'Elements of interference with a system, as claimed',
    'The requester is asked how the conduct meets the elements of article 10.',
  ],
  'un-cybercrime/10/confirmed': [
    'Elements of interference with a system, as found',
    'The stated conduct lacks an element of article 10: the reasons say which facts carry it.',
  ],
  'un-cybercrime/11(1)/claimed': [
    'Elements of misuse of devices, as claimed',
    'The requester is asked how the conduct meets the elements of article 11.',
  ],
  'un-cybercrime/11(1)/confirmed': [
    'Elements of misuse of devices, as found',
    'The stated conduct lacks an element of article 11: the reasons say which facts carry it.',
  ],
  'un-cybercrime/11(2)': [
    'Lawful security work with devices',
    'The purpose was lawful: testing or protection is no misuse of devices.',
  ],
  'un-cybercrime/11(2)/good-faith': ['Security work in good faith', 'It was security work in good faith.'],
  'un-cybercrime/11(3)': [
    'Misuse of devices, reserved',
    'The requested State reserved this offence, and the conduct is neither trade in credentials nor a serious crime.',
  ],
  'un-cybercrime/12(1)/claimed': [
    'Elements of forgery, as claimed',
    'The requester is asked how the conduct meets the elements of article 12.',
  ],
  'un-cybercrime/12(1)/confirmed': [
    'Elements of forgery, as found',
    'The stated conduct lacks an element of article 12: the reasons say which facts carry it.',
  ],
  'un-cybercrime/12(2)': [
    'Forgery, narrower at home',
    'The law of the requested State narrows this offence, and the conduct falls outside.',
  ],
  'un-cybercrime/13/claimed': [
    'Elements of theft or fraud, as claimed',
    'The requester is asked how the conduct meets the elements of article 13.',
  ],
  'un-cybercrime/13/confirmed': [
    'Elements of theft or fraud, as found',
    'The stated conduct lacks an element of article 13: the reasons say which facts carry it.',
  ],
  'un-cybercrime/14(1)/claimed': [
    'Elements of child abuse material, as claimed',
    'The requester is asked how the conduct meets the elements of article 14.',
  ],
  'un-cybercrime/14(1)/confirmed': [
    'Elements of child abuse material, as found',
    'The stated conduct lacks an element of article 14: the reasons say which facts carry it.',
  ],
  'un-cybercrime/14(3)': [
    'Child abuse material, narrower at home',
    'The law of the requested State narrows this offence, and the conduct falls outside.',
  ],
  'un-cybercrime/14(4)(a)/own-image': [
    'A child’s own image',
    'A child made the image of itself: it does not become an offender for that.',
  ],
  'un-cybercrime/14(4)(b)/similar-age': [
    'Material between young people',
    'It was consensual conduct between young people of similar age.',
  ],
  'un-cybercrime/15(1)/claimed': [
    'Elements of grooming, as claimed',
    'The requester is asked how the conduct meets the elements of article 15.',
  ],
  'un-cybercrime/15(1)/confirmed': [
    'Elements of grooming, as found',
    'The stated conduct lacks an element of article 15: the reasons say which facts carry it.',
  ],
  'un-cybercrime/15(2)': [
    'Grooming, narrower at home',
    'The law of the requested State narrows this offence, and the conduct falls outside.',
  ],
  'un-cybercrime/15(4)/similar-age': [
    'Contact between young people',
    'It was consensual conduct between young people of similar age.',
  ],
  'un-cybercrime/16(1)/claimed': [
    'Elements of intimate images, as claimed',
    'The requester is asked how the conduct meets the elements of article 16.',
  ],
  'un-cybercrime/16(1)/confirmed': [
    'Elements of intimate images, as found',
    'The stated conduct lacks an element of article 16: the reasons say which facts carry it.',
  ],
  'un-cybercrime/16(3)/similar-age': [
    'Images between young people',
    'It was consensual conduct between young people of similar age.',
  ],
  'un-cybercrime/16(5)': [
    'Intimate images, narrower at home',
    'The law of the requested State narrows this offence, and the conduct falls outside.',
  ],
  'un-cybercrime/17(1)/claimed': [
    'Elements of laundering, as claimed',
    'The requester is asked how the conduct meets the elements of article 17.',
  ],
  'un-cybercrime/17(1)/confirmed': [
    'Elements of laundering, as found',
    'The stated conduct lacks an element of article 17: the reasons say which facts carry it.',
  ],
  'un-cybercrime/17(2)(e)': [
    'Laundering, narrower at home',
    'The law of the requested State narrows this offence, and the conduct falls outside.',
  ],
  'un-cybercrime/19/claimed': [
    'Elements of participation or attempt, as claimed',
    'The requester is asked how the conduct meets the elements of article 19.',
  ],
  'un-cybercrime/19/confirmed': [
    'Elements of participation or attempt, as found',
    'The stated conduct lacks an element of article 19: the reasons say which facts carry it.',
  ],
} as const;
