/**
 * Every limit of the program, in one place. A limit is refused politely where it is met, with its name and number.
 * Sizes are bytes unless the name says otherwise.
 */
export const limits = Object.freeze({
  /** One request as text, in any format. The largest real form seen (EPOC, filled) is under 100 kB. */
  requestBytes: 1_000_000,
  /** Nesting of JSON and XML. The request format needs 4, an ETSI message 14. */
  depth: 32,
  /** Values of one JSON document, elements of one XML document. The largest real form has about 400. */
  documentValues: 20_000,
  /** Digits of one number: more than a double can hold are read as another number than was written. */
  numberDigits: 17,
  /** Field errors that one answer lists. */
  fieldErrors: 50,
  /** A short field: a name, a reference, a title. Characters. */
  lineCharacters: 300,
  /** A long field: facts, reasons. Characters. */
  textCharacters: 20_000,
  /** Accounts, numbers or addresses that one request may name (mission E3: no bulk). */
  targets: 50,
  /** The longest period of evidence that one request may cover, in days (mission E3: no fishing). */
  periodDays: 3_660,
  /** A maximum penalty in years. Life is stated as such, never as a number. */
  penaltyYears: 200,
  /** Findings in one file. The vocabulary has about 30 questions. */
  findings: 200,
  /** Changed cases that a replay lists; all are counted. */
  replayListed: 100_000,
  /** One line of a file of past cases. All facts together need about 5,000. */
  pastCaseBytes: 100_000,
  /** Worker threads of one replay. */
  replayWorkers: 64,
  /** Files in one folder of a conformance suite. */
  scenarios: 2_000,
  /** An HTTP body that is not evidence. */
  formBytes: 1_100_000,
  /** One evidence file. */
  exhibitBytes: 21_474_836_480,
  /** One evidence file that is sent inside a form, and all of them: what a form cannot take, the resumable upload does. */
  formExhibitBytes: 50_000_000,
  formProductionBytes: 90_000_000,
  /** One part of evidence as it is kept: what is encrypted, written and made durable at once. */
  partBytes: 16_777_216,
  /** Uploads whose hash is held while they arrive; the hash of another is taken when all of it is there. */
  uploadsHashed: 64,
  /** Days that an upload is kept before it is handed in. */
  uploadDays: 7,
  /** Hours for which an object that nothing names is left alone: an act may be about to name it. */
  orphanHours: 24,
  /** What is sealed or opened at once in a thread. */
  sealBatchBytes: 1_048_576,
  /** Milliseconds that a bucket has for one object, and how often it is asked where it fails. */
  bucketMilliseconds: 60_000,
  bucketTries: 4,
  /** Objects of evidence that are compared at once with what is named. */
  sweptAtOnce: 500,
  /** Evidence files in one production. */
  exhibits: 20,
  /** One row of a table, or one value of a list of rows. */
  tableRowBytes: 200_000,
  /** A file of JSON that is read row by row: it is held whole. */
  jsonExhibitBytes: 100_000_000,
  /** Items (messages, records) read from one evidence file. */
  itemsPerExhibit: 100_000,
  /** Headers of one mail message or WARC record. */
  itemHeaderBytes: 256_000,
  /** The content of one compressed WARC: this many bytes, or this many times its own size. Text shrinks about tenfold. */
  inflatedBytes: 500_000_000,
  inflatedTimes: 30,
  /** White space around an age file in ASCII armour, in characters; as the age tool allows. */
  armourSpace: 1_024,
  /** Keys that one hand-over is sealed to. */
  recipients: 8,
  /** The header of an age file. One X25519 recipient takes about 100, a hybrid one 1,600. */
  sealHeaderBytes: 65_536,
  /** One file of a hand-over that is not the sealed one. 100,000 released items need about 30 MB of manifest. */
  handOverTextBytes: 50_000_000,
  /** Files in one hand-over. */
  handOverFiles: 64,
  /** Entries in one chain of custody. */
  custodyEntries: 10_000,
  /** One leaf of the transparency log. */
  leafBytes: 16_384,
  /** Leaves below which a cell of a figure is merged with others: fewer, and somebody could be recognised. */
  smallCell: 10,
  /** Seconds after the end of a month in which it is not counted yet: whoever acted before midnight is in the log by then. */
  figuresWaitSeconds: 3_600,
  /** Months for which a court may keep leaves sealed at a time; then they are opened, or it is asked again. The treaty names none. */
  sealedMonths: 12,
  /** Sealed leaves that one leaf opens: each takes about 800 of its bytes. A longer case takes several. */
  openingsPerLeaf: 12,
  /** Sealed leaves of one case. */
  sealedPerCase: 1_000,
  /** Shapes of leaves that one check of a log remembers. Kinds, authorities and months of a real log give some thousands. */
  leafShapes: 50_000,
  /** Worker threads of one check of a log. */
  logWorkers: 16,
  /** Milliseconds that a server has to end after an error that nobody caught. */
  lastMilliseconds: 10_000,
  /** Files of a published log that are written at once. */
  filesWrittenTogether: 32,
  /** Acts whose leaves are written in one transaction. */
  batchedActs: 256,
  /** Acts that wait for the log. Whoever comes then is asked to come again. */
  waitingActs: 4_096,
  /** Authorities whose latest leaf is remembered between two transactions. */
  rememberedAuthorities: 10_000,
  /** Milliseconds that a starting process waits for the one before it to leave the log. */
  writerWaitMilliseconds: 5_000,
  /** Entries of a log that is given out as one file. A larger one is read tile by tile. */
  logFileEntries: 10_000,
  /** One checkpoint or signed note. */
  noteBytes: 65_536,
  /** The time of a leaf: a proof and an earlier checkpoint (transparency/time-bracket.ts). */
  bracketBytes: 262_144,
  /** Signatures on one note. The specification asks for at least 16; a log, its rotation key and 30 witnesses need 32. */
  noteSignatures: 64,
  /** Milliseconds that a log waits for one witness; then it counts as absent. */
  witnessMilliseconds: 3_000,
  /** Milliseconds in which one file of somebody's published log must come. */
  fetchMilliseconds: 30_000,
  /** One file of a published log: a bundle of 256 of the largest leaves. */
  logFileBytes: 256 * (16_384 + 2),
  /** Leaves that one page of the public log looks through for those of a kind. */
  leavesSearched: 2_560,
  /** Leaves of a log whose meaning the server checks for readers of its pages; for a longer one, a monitor does. */
  watchedLeaves: 200_000,
  /** Leaves on one page of the public log. */
  leavesPerPage: 50,
  /** Milliseconds between two looks of the publisher for what is new. */
  publishMilliseconds: 1_000,
  /** Seconds in which a promised leaf must stand under a witnessed checkpoint. */
  promiseSeconds: 24 * 3600,
  /** Seconds for which a partial tile is kept after the full one is there: readers of older checkpoints still ask for it. */
  partialTileSeconds: 24 * 3600,
  /** Fields under one commitment. */
  commitmentFields: 64,
  /** One committed value. Documents are committed by their hash. */
  commitmentValueBytes: 65_536,
  /** Days that an asking State has to answer when it is consulted; then its silence counts as heard. The treaty names none. */
  consultationDays: 14,
  /**
   * Days in which each duty of a case is to be met. The treaty asks for haste and names no number (arts 40(26), 42(4),
   * 43(1), 44(3)); these are ours. At once: to preserve, or to answer in an emergency. Expedited: traffic data, data at risk.
   */
  atOnceDays: 1,
  expeditedDays: 3,
  decisionDays: 30,
  informationDays: 30,
  acknowledgeDays: 5,
  courtDays: 7,
  serveDays: 3,
  /** From service to production, where the officer names no other date. Never beyond the order's own end. */
  productionDays: 10,
  challengeDays: 10,
  releaseDays: 7,
  collectionDays: 30,
  /** From the release until the conditions are to be accepted, and from a question for consent until its answer. Ours. */
  acceptanceDays: 44,
  consentDays: 14,
  /** Days that evidence is kept where the asking State named none, and at most. The treaty names none (art. 36(2)). */
  retentionDays: 365,
  longestRetentionDays: 3_650,
  /** Days that all extensions of one duty may add. */
  dutyExtensionDays: 60,
  /** The treaty's own: an order to preserve lasts at most so long (art. 25(2)), and data stay at least so long (art. 42(8)). */
  preservationDays: 90,
  preservationFloorDays: 60,
  /** Days for which help may be postponed at once (art. 40(27) names none). */
  postponementDays: 90,
  /** Conditions that an officer adds to those of the law. */
  addedConditions: 20,
  /** Days for which a mandate, or an entry of the register, holds at most; then a registrar looks at it again. */
  mandateDays: 1_830,
  /** Changes of a register that its page lists. */
  registerListed: 200,
  /** Cases whose timers are brought up to their events, and timers that are fired, in one tick of the clock. */
  timedAtOnce: 200,
  /**
   * The debts of a disclosure in an emergency. The treaty names no date for any of them: these are ours. Hours from the
   * call-back until a judge has looked, and until the order ends; hours for which a call-back counts; days from a judge's
   * refusal until the asking State has deleted; days from the order, or from the end of a delay, until the person is told.
   */
  confirmationHours: 48,
  emergencyOrderHours: 72,
  callBackHours: 24,
  deletionDays: 7,
  noticeDays: 30,
  /** Disclosures in an emergency that the public page of debts lists. */
  debtsListed: 1_000,
  /** Readings that one page of the overseer lists. */
  readingsListed: 200,
  /** Hours for which a broken glass keeps a case open to who broke it. Ours; nobody prescribes it. */
  glassHours: 24,
  /** Officers of one authority to whom a case is assigned at once. */
  assignedOfficers: 8,
  /** Seconds by which the instant of a signed call may differ from ours (RFC 9421 `created`). */
  signedCallSeconds: 300,
  /** Conditions that a court adds to one order. */
  courtConditions: 20,
  /** Fields of one form. The longest, the findings, has about 90. */
  formFields: 400,
  /** All evidence files of one production together, and what is sealed of them. */
  productionBytes: 107_374_182_400,
  /** The headers of one HTTP message, or of one part of a form. */
  headerBytes: 16_384,
  /** Milliseconds in which a client must have sent its headers, and all of its message. */
  headerMilliseconds: 10_000,
  messageMilliseconds: 120_000,
  /** Characters of an Accept-Language header that are looked at; browsers send under 100. */
  acceptLanguageCharacters: 500,
  /** Languages and zones for which pages are kept ready; the oldest gives way. */
  preferences: 64,
  /** Seconds for which a browser keeps the language and the zone that were chosen. */
  preferencesSeconds: 365 * 24 * 3600,
  /** Characters of a path of ours that is carried through a form. */
  pathCharacters: 2_000,
  /** Cases on one page of a list. */
  casesPerPage: 25,
  /** Cases that changed last, on the desk beside what waits. */
  recentCases: 10,
  /** Up to how many cases are counted exactly; "more than" is said above. */
  counted: 1_000,
  /** Cases whose line in the queue is made at once before a list is shown; the rest follow in the background. */
  queueRefreshed: 50,
  /** Characters of one case that can be searched. */
  searchableCharacters: 200_000,
  /** Characters of what is searched for, and of the name of a saved view. */
  searchCharacters: 200,
  viewNameCharacters: 60,
  /** Filters that one person keeps. */
  savedViews: 20,
  /** Seconds that a session lasts, however much it is used; and without being used. */
  sessionSeconds: 12 * 3600,
  sessionIdleSeconds: 3600,
  /** Seconds for which an invitation may be used. */
  invitationSeconds: 3 * 24 * 3600,
  /** Seconds in which a challenge to a passkey, or a sign-in at an identity provider, must be answered. */
  challengeSeconds: 300,
  /** Failed sign-ins within so many seconds, after which an account or an address waits for the next such time. */
  signInWindowSeconds: 900,
  signInFailuresPerAccount: 10,
  signInFailuresPerAddress: 50,
  /** Milliseconds that a stopping server waits for what it has already accepted. */
  shutdownMilliseconds: 10_000,
});
