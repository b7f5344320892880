import { officeRefusals } from './office-refusals.ts';
import { aftermathRefusals } from './aftermath.ts';
import { lifeRefusals } from './life-refusals.ts';

/** What is said when something was not done, and why. Each says what happened and what to do next. */

const megabytes = (bytes: number): string => `${Math.floor(bytes / 1_000_000)} MB`;

export const answers = {
  errors: {
    titlePrefix: 'Error:',
    summary: (count: number): string => (count === 1 ? 'There is a problem' : `There are ${count} problems`),
    missing: 'Fill this in',
    reasons: 'Give your reasons',
    choose: 'Choose one answer',
    value: (expected: string): string => `Expected: ${expected}`,
    moment: 'Enter a date and time, as 2026-03-01T00:00',
    document: 'Choose a file or paste the text of a request',
    oneDocument: 'Send either a file or pasted text, not both',
    wholeDocument: 'The document',
    place: (path: string, expected: string, line?: number): string =>
      `${path === '' ? 'The document' : path}${line === undefined ? '' : `, line ${line}`}: expected ${expected}`,
    text: (limit: number): string =>
      `Use at most ${limit} characters, without control characters or marks that reverse the direction of text`,
    file: 'Choose at least one file',
    fileName: 'Each file needs a name of its own',
  },
  problems: {
    toStart: 'Go to the start page',
    toCase: 'Go back to the case',
    'not-found': {
      heading: 'Page not found',
      body: 'There is no page at this address. Check it, or begin at the start.',
    },
    'not-from-here': {
      heading: 'This form was not accepted',
      body: 'It did not come from a page that you opened in this session. Nothing was stored. Open the page again and send the form from there.',
    },
    'signed-out': {
      heading: 'You are not signed in',
      body: 'Your session has ended. Nothing was stored. Sign in and try again.',
    },
    malformed: {
      heading: 'This form could not be read',
      body: 'What arrived was incomplete or was not one of our forms. Nothing was stored. Open the page again and try once more.',
    },
    broken: {
      heading: 'Something went wrong here',
      body: 'This is our fault, not yours. It was written down. Nothing was half done: an act is stored whole or not at all. Try again.',
    },
    unavailable: {
      heading: 'Not available now',
      body: 'This part does not answer at present. Nothing was stored. Try again in a minute.',
    },
    method: { heading: 'Not possible at this address', body: 'This address does not accept that kind of call.' },
    notBelieved: { heading: 'The signature of this call was not believed' },
    notBelievedBody: (why: string): string => `Nothing was stored: ${why}.`,
    tooLarge: { heading: 'Too large' },
    tooLargeBody: (limit: number, file?: string): string =>
      `${file === undefined ? 'What you sent' : `The file “${file}”`} is larger than ${megabytes(limit)}. It was not read to the end and nothing was stored.`,
    tooMany: { heading: 'Too many parts' },
    tooManyBody: (limit: number): string => `At most ${limit} are accepted in one form. Nothing was stored.`,
  },
  refusals: {
    ...officeRefusals,
    'no-mandate': {
      heading: 'Your mandate does not allow this',
      body: 'The mandate under which you are signed in does not reach this act or this case, or it has ended.',
    },
    'not-open': {
      heading: 'This is not open now',
      body: 'The case is not in a state in which this can be done. Its page shows what happened.',
    },
    stale: {
      heading: 'The case has changed since you opened this page',
      body: 'Nothing was stored. Read what changed, look at your text again, and send it if it still holds.',
    },
    conflict: {
      heading: 'This form was used before',
      body: 'The same form was already sent with another content. Open the page again.',
    },
    'unknown-case': { heading: 'Case not found', body: 'There is no such case, or none that you may see.' },
    'known-request': {
      heading: 'This request is already here',
      body: 'A request with the same id was received before. It was not stored twice.',
    },
    'not-addressed': {
      heading: 'Not addressed to a State served here',
      body: 'The request names another State as the one that is asked.',
    },
    'not-yours': {
      heading: 'Not a request of your State',
      body: 'The request speaks for another State than your own.',
    },
    'another-request': {
      heading: 'This is another request',
      body: 'What is supplied must stay the same request: its id, both States, the measure once it was named, and whether it is a test. Anything else is sent as a new request. Different here:',
    },
    'same-document': {
      heading: 'Nothing has changed in this document',
      body: 'It is the one that was received before. Nothing was stored.',
    },
    'unknown-provider': {
      heading: 'Provider not in the register',
      body: 'No provider of that name is registered, so no order can reach it.',
    },
    'not-a-finding': {
      heading: 'Not an answer that you may give',
      body: 'An answer is not one of those offered, or another mandate must give it.',
    },
    'needs-facts': { heading: 'Something is still missing', body: 'This cannot be done while these are open:' },
    barred: { heading: 'A bar stands', body: 'The law does not allow a grant while these rules stand in its way:' },
    'no-ground': {
      heading: 'A refusal needs a ground that the treaty offers',
      body: 'For this measure the treaty offers these grounds:',
    },
    'consult-first': {
      heading: 'Consult the asking State first',
      body: 'Article 40(28) asks for consultation before a refusal on these grounds. Nothing was decided. Consult it on its own page:',
    },
    'consultation-open': {
      heading: 'The asking State has still time to answer',
      body: 'It was consulted on these grounds. A refusal on them is open once it has answered, or its time has passed:',
    },
    'has-identity': {
      heading: 'This person has a way to sign in already',
      body: 'Nobody is given a second way by one registrar alone. If the keys are lost, ask for a recovery; it takes two registrars.',
    },
    'not-invited': {
      heading: 'This code does not open anything',
      body: 'It is mistyped, was used before, or has expired. Type it again, or ask your registrar for a new one.',
    },
    'unknown-person': {
      heading: 'Nobody of that name',
      body: 'No mandate of this authority is held by a person of that name, or there is no such key.',
    },
    'last-key': {
      heading: 'This is your last passkey',
      body: 'Without it you could not sign in. Register another one first. If it is lost or stolen, ask your registrars for a recovery.',
    },
    'not-signed': {
      heading: 'Not signed with a key of yours',
      body: 'What was sent is no signature over exactly this text by a key that you registered and that still holds. Nothing was stored. Open the page again and sign the text that it shows.',
    },
    separation: {
      heading: 'Somebody else must do this',
      body: 'You had a hand in this case before. Nobody authorises what they worked on themselves.',
    },
    'shown-changed': {
      heading: 'The order is no longer the one you were shown',
      body: 'Nothing was signed. Read the order again: it is shown as it would be signed now.',
    },
    'too-wide': {
      heading: 'The order would reach too far',
      body: 'An order may be smaller than what was granted, never larger.',
    },
    ...lifeRefusals,
    'order-expired': {
      heading: 'The order has expired',
      body: 'It can no longer be executed. A new authorisation is needed.',
    },
    'no-proof': {
      heading: 'A proof does not hold',
      body: 'A signature, a hash or a place in the log is not as it must be, or too few witnesses have seen the log. Nothing leaves.',
    },
    'log-closed': {
      heading: 'Nothing can be recorded now',
      body: 'The log takes nothing until a person has decided what happened. Nothing was stored.',
    },
    'log-busy': {
      heading: 'Too many acts arrive at once',
      body: 'This one was not recorded. Send it again in a moment; it is recorded once, however often it is sent.',
    },
    'bad-exhibits': {
      heading: 'The files cannot be taken like this',
      body: 'Nothing was stored. Mend this and send them again:',
    },
    'unknown-upload': {
      heading: 'A file is not here, or not whole',
      body: 'Nothing was handed in. Look at the list of uploaded files and upload what is missing.',
    },
    'bad-upload': {
      heading: 'The upload does not fit what was announced',
      body: 'Nothing of it was taken. Ask where it stands and go on from there, or take it back and begin again.',
    },
    'evidence-destroyed': {
      heading: 'The evidence was destroyed',
      body: 'Its keys are gone, so nobody can read it any more. The proof that it existed, and what became of it, is kept.',
    },
    'secrecy-month': {
      heading: 'This month cannot be the last of the secrecy',
      body: 'It lies in the past, or further away than a court may order at a time. The first and the last month that may be named:',
    },
    'secrecy-over': {
      heading: 'The secrecy is over',
      body: 'Its last month has passed, and no court can extend it afterwards. What is sealed is opened now.',
    },
    'nothing-sealed': {
      heading: 'Nothing is sealed',
      body: 'No entry of this case is sealed in the public log.',
    },
    'still-secret': {
      heading: 'It is still secret',
      body: 'A court has ordered secrecy until this month. In it, or afterwards, it is opened:',
    },
    ...aftermathRefusals,
    'nothing-to-release': {
      heading: 'There is nothing to release',
      body: 'Nothing in the evidence lies within what the court authorised.',
    },
  },
};
