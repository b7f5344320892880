import { access } from './en/access.ts';
import { aftermath } from './en/aftermath.ts';
import { answers } from './en/answers.ts';
import { caseWords } from './en/case.ts';
import { desk } from './en/desk.ts';
import { court } from './en/court.ts';
import { identity } from './en/identity.ts';
import { lawWords } from './en/law.ts';
import { life } from './en/life.ts';
import { places } from './en/places.ts';
import { publicWords } from './en/public.ts';
import { emergency } from './en/emergency.ts';
import { oversight } from './en/oversight.ts';
import { register } from './en/register.ts';
import { verifier } from './en/verifier.ts';
import { walk } from './en/walk.ts';

/** Every word that the pages say in English. Texts about rules and facts are the law's: law/words. */
export const en = {
  lang: 'en',
  /** How dates are written. */
  locale: 'en-GB',
  dir: 'ltr',
  /** The time zone of the moments that are shown (IANA); what is typed and what is signed stays in UTC. */
  zone: 'UTC',
  product: 'Proviso',
  skip: 'Skip to the content',
  signOut: 'Sign out',
  roles: {
    'case-officer': 'Case officer',
    'second-officer': 'Second officer',
    prosecutor: 'Prosecutor',
    judge: 'Judge',
    provider: 'Service provider',
    'requesting-officer': 'Requesting officer',
    'person-concerned': 'Person concerned',
    overseer: 'Overseer',
    'data-protection-officer': 'Data-protection officer',
    registrar: 'Registrar',
  },
  nav: {
    label: 'Main',
    signIn: 'Sign in',
    cases: 'Cases',
    newRequest: 'Send a request',
    notices: 'Notices',
    law: 'The law',
    log: 'Public log',
    figures: 'Figures',
    health: 'Health',
  },
  sandbox: {
    label: 'About this sandbox',
    name: 'Sandbox.',
    note: 'All people, States and cases here are invented. Do not enter real data.',
  },
  footer: {
    what: 'Proviso checks the law, keeps the record and proves it. People decide. Nothing is granted by a machine.',
  },
  preferences: {
    heading: 'Language and time',
    lead: 'Your choice is kept in two cookies of your browser and nowhere else.',
    label: 'Language',
    zone: 'Time zone',
    zoneHelp:
      'Dates and times are shown in this zone. What you type, and what is signed, stays in universal time (UTC).',
    save: 'Save',
    change: (zone: string): string => `Times shown: ${zone}. Change`,
    unknown: 'Choose from the list',
    englishLaw: 'This text exists in English only so far, in our own words.',
  },
  ...answers,
  ...places,
  access,
  emergency,
  oversight,
  register,
  case: caseWords,
  desk,
  court,
  identity,
  law: lawWords,
  verifier,
  walk,
  public: publicWords,
  life,
  aftermath,
};

/** The same words in another language have the same shape. */
export type Words = typeof en;
