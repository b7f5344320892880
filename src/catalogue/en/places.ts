/** Start page, sign-in, list of cases, public log. */

export const places = {
  states: { XA: 'Arvenia', XB: 'Bellmark' } as Readonly<Record<string, string>>,
  start: {
    heading: 'Electronic evidence across borders, with safeguards that work',
    lead: 'One State asks another for electronic evidence under the UN Convention against Cybercrime. Proviso checks the law on every request, asks people for what only people can judge, and lets nothing leave before a court has signed. Afterwards anybody can verify that all of it happened.',
    signIn: 'Try it in the sandbox',
    walkHeading: 'How a request travels',
    walk: [
      ['The requesting officer sends a request.', 'What it lacks is named at once, field by field.'],
      [
        'The law is asked.',
        'Bars, missing facts and open questions, each with its article. What is unknown is never read as no.',
      ],
      ['A case officer decides.', 'Questions of judgement are answered by a named person, with reasons.'],
      [
        'A court authorises.',
        'A judge who had no hand in the case signs exactly the text that was shown, or a smaller order, or refuses.',
      ],
      ['The provider produces.', 'After checking that the order is genuine. What lies outside it is held back.'],
      ['The evidence is sealed and collected.', 'With a chain of custody and proofs that anyone can check offline.'],
      ['The person concerned is told.', 'By default. Secrecy needs a reason and an end.'],
    ],
    promisesHeading: 'Three promises',
    promises: [
      ['Nothing is granted by a machine.', 'The program finds bars, gaps and duties. People decide.'],
      ['Nothing leaves without proof.', 'No valid authorisation and no place in the log, no key.'],
      ['Nothing is hidden for ever.', 'Secrets are counted at once and opened on a date.'],
    ],
    checkHeading: 'Do not take our word for it',
    check: (size: number): string =>
      `Every act leaves an entry in a public log that cannot be changed afterwards. It holds ${size} entries now.`,
    checkLink: 'See the log and how to check it',
  },
  signIn: {
    heading: 'Who would you like to be?',
    lead: 'In the sandbox you sign in with one click as one of these invented people. Walk a case through by changing places: send a request, decide, authorise, produce, collect.',
    as: (name: string): string => `Continue as ${name}`,
    may: {
      'case-officer':
        'Sees requests to this authority, answers the open questions, asks back, decides with reasons, releases what a court authorised.',
      'second-officer': 'Calls the asking authority back in an emergency, on the channel that the register holds.',
      prosecutor:
        'Orders disclosure at once when a life is in danger and no judge can be reached. A judge looks afterwards.',
      judge: 'Sees what was granted and why. Authorises it, makes it smaller, or refuses. Signs exactly what is shown.',
      provider: 'Checks that an order is genuine, then hands over the files that it asks for.',
      'requesting-officer': 'Sends requests, sees how they stand, collects the sealed evidence and verifies it.',
      'person-concerned': 'Is told when their data was handed over, who asked, and which court allowed it.',
      overseer: 'Sees every case of the State, and who read it when. Decides nothing.',
      'data-protection-officer':
        'Sees what happens to personal data: readings, retention, notices. Never the contents.',
      registrar: 'Keeps the register: who may act for this authority, and which authorities of other States are known.',
    },
    ended: (date: string): string =>
      `This mandate ended on ${date}. See what happens when somebody without a mandate tries.`,
    unknown: 'There is no such person in this sandbox.',
    off: 'This installation lets nobody in with one click.',
    already: (name: string): string => `You are signed in as ${name}. Choosing another person signs you out.`,
  },
  cases: {
    heading: 'Cases',
    caption: 'Your cases, those that wait for you first',
    columns: ['Case', 'State of the case', 'From', 'Last change', 'What you can do now'],
    name: (short: string): string => `Case ${short}`,
    none: 'There are no cases that you may see.',
    noneOfficer: 'No request has arrived yet. When one does, it appears here.',
    noneRequesting: 'You have not sent a request yet.',
    noneElse: 'No case is waiting for you. One appears here when it reaches your part of the walk.',
    ended: 'Your mandate has ended',
    endedBody: (date: string): string =>
      `It was valid until ${date}. Without a valid mandate no case can be seen and nothing can be done.`,
    waiting: (count: number): string =>
      count === 0 ? 'Nothing waits for you.' : count === 1 ? 'One case waits for you.' : `${count} cases wait for you.`,
    nothing: 'Nothing: it waits for somebody else',
    closed: 'Nothing: the case is closed',
  },
  log: {
    heading: 'The public log',
    lead: 'Each act of each authority leaves one entry. The entries carry no names, no accounts and no case numbers. They form a tree whose signed head proves, to anyone and without trusting us, that no entry was changed, removed or put in later.',
    size: 'Entries',
    root: 'Root hash',
    origin: 'Name of the log',
    checkpointHeading: 'Signed head (checkpoint)',
    checkpoint: 'This is a C2SP signed note. Keep a copy: every later head must be shown to contain it.',
    download: 'Download the checkpoint',
    key: 'Download the key that checks it',
    howHeading: 'How to check it',
    how: 'Take the whole log and recompute its root from the entries:',
    command: ['unzip proviso-log.zip -d proviso-log', 'npx proviso log verify proviso-log'],
    whole: 'Download the whole log',
    large: (limit: number): string => `The log has more than ${limit} entries: too many for one file.`,
    package: 'A hand-over carries its own proofs and needs no connection to check:',
    packageCommand: 'npx proviso verify PACKAGE',
    overNetwork: 'Or read it where it is, without unpacking anything:',
    overNetworkCommand: (address: string): string[] => [
      `npx proviso log verify ${address}/log`,
      `npx proviso monitor ${address}/log --state seen`,
    ],
    witnessesHeading: 'Witnesses',
    witnesses: (signed: number, known: number): string =>
      `${signed} of ${known} witnesses have signed this head: each saw that the log only grew. Nothing is proven under a head that too few of them have seen.`,
    witnessColumns: ['Witness', 'Signed'],
    policy: 'Download the witness policy',
    closedHeading: 'The log takes nothing until a person has decided',
    alarmHeading: 'Nothing newer can be published now',
    browseHeading: 'Entries',
    browse: 'Look at the entries',
    leaves: {
      heading: 'Entries of the log',
      caption: 'Entries, newest first',
      columns: ['Entry', 'Month', 'Kind', 'Authority', 'Outcome'],
      none: 'There are no entries here.',
      older: 'Older entries',
      lookUp: 'Number of an entry, from a receipt',
      lookUpButton: 'Look it up',
    },
    leaf: {
      heading: (index: number): string => `Entry ${index}`,
      lead: 'These are the bytes that were logged. What they commit to is known to those whom it concerns, and can be opened to anybody field by field.',
      hash: 'Leaf hash',
      proof: 'Download the proof that the log holds it',
      promise: "Download the log's promise that it will stay",
      check:
        'The proof is a .tlog-proof file of C2SP. It is checked with the entry, the key of the log and the witness policy.',
      unproven: 'It cannot be proven at this moment: too few witnesses answer. The promise says until when it must be.',
    },
  },
};
