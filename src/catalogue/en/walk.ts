/** Pages of the provider, of the recipient and of the person concerned. */

export const walk = {
  production: {
    heading: 'Check the order, then hand over the evidence',
    checksHeading: 'Is this order genuine?',
    genuine: 'Yes. Every check holds.',
    notGenuine: 'No. Do not hand anything over.',
    checks: {
      text: [
        'The text is the order',
        'The text below says exactly what the order’s data say.',
        'The text is not what the order’s data say.',
      ],
      signature: [
        'Signed',
        'The signature over the hash of this text was made with the judge’s registered key.',
        'No valid signature of a registered judge covers this text.',
      ],
      mandate: [
        'By a judge with a mandate',
        'The judge’s mandate was valid when the order was signed.',
        'The judge’s mandate was not valid when the order was signed.',
      ],
      separation: [
        'Who had no hand in the case',
        'Neither who asked nor who granted is who authorised.',
        'The person who authorised had a hand in the case before.',
      ],
      validity: ['Still valid', 'The order may still be executed today.', 'The order has expired.'],
      log: [
        'In the public log',
        'The authorisation has its entry in the log, under the signed head.',
        'The authorisation is not in the log.',
      ],
    },
    holds: 'Holds',
    fails: 'Does not hold',
    hash: 'SHA-256 of the text',
    signedBy: 'Signed by',
    signedAt: 'Signed',
    logEntry: 'Log entry',
    validUntil: 'Valid until',
    text: 'The order',
    filesHeading: 'Hand over the evidence',
    files: 'Evidence files',
    filesHelp:
      'Up to 20 files of 20 GiB, 100 GiB together; a file whose sending is cut goes on where it was. Without JavaScript, files of up to 50 MB, 90 MB together. Send them as you hold them: what lies outside the order is held back before anything leaves.',
    uploadedHeading: 'Files that are here already',
    uploadedLead:
      'They are encrypted and not handed in yet. The whole ones are handed in with the form below; what nobody hands in is removed after seven days.',
    uploadedWhole: (bytes: number): string => `${bytes} bytes, whole`,
    uploadedPart: (received: number, bytes: number): string =>
      `${received} of ${bytes} bytes, not whole yet: choose the same file again to go on`,
    hashOf: 'SHA-256',
    takeBack: (name: string): string => `Take ${name} back`,
    uploadFailed: 'not sent.',
    send: 'Hand over these files',
    challenge: 'If you think that the order should not be obeyed as it stands, send no files and challenge it instead.',
  },
  collect: {
    heading: 'Collect the evidence',
    conditionsHeading: 'Conditions that you accept with the evidence',
    noConditions: 'None.',
    collect: 'Download the package',
    collectLead: 'Each download is recorded.',
    verifyHeading: 'Verify it, offline and without us',
    verify: 'Check the file as it is. Every step is named; a single changed byte is found.',
    open: 'Open the sealed evidence with your key. Any tool for the age format does it.',
    key: (authority: string): string =>
      `In this sandbox your key is the file keys/${authority}.age-identity in the data folder. Outside a sandbox it never leaves your own computer.`,
  },
  notices: {
    heading: 'Notices to you',
    lead: 'When data about you are handed over, you are told here: by default at release, or when secrecy ends.',
    none: 'There is no notice for you.',
    noneBody:
      'A notice appears here once data about you were released, unless a court delayed it with a reason and an end.',
    item: (number: number, state: string): string => `Notice ${number}: data about you were handed over to ${state}`,
    who: 'Who asked',
    court: 'Which court authorised it',
    ordered: 'Authorised on',
    released: 'Handed over on',
    measure: 'What kind of measure',
    categories: 'Kinds of data',
    period: 'From when until when',
    sandbox: 'In this sandbox one person stands for whoever a case is about.',
    before: 'The court authorised this before the data left. The public log shows the order of both entries.',
  },
};
