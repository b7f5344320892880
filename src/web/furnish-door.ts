import { randomUUID } from 'node:crypto';
import { english } from '../../law/words.en.ts';
import { french } from '../../law/words.fr.ts';
import { spaced } from '../catalogue/fr/spacing.ts';
import { languages, type Language } from '../catalogue/languages.ts';
import type { Catalogue } from '../law/catalogue.ts';
import type { PolicyName } from '../../law/law.ts';
import { assess } from '../law/assessment.ts';
import { systemFacts } from '../law/system-facts.ts';
import { factsOf } from '../request/facts-of.ts';
import type { Log } from '../store/log.ts';
import type { Office } from './identity/office.ts';
import type { Identities } from '../store/identities.ts';
import type { Once } from '../store/once.ts';
import type { Reader } from '../store/reader.ts';
import type { RegisteredMandate } from '../store/rows.ts';
import type { SavedViews } from '../store/saved-views.ts';
import type { Sessions } from '../store/sessions.ts';
import type { Acts } from './acts.ts';
import { readAssets } from './assets.ts';
import type { Door, Health } from './door.ts';
import type { LawBook } from './law/law-book.ts';
import { defaultPreferences } from './preferences.ts';

export type Furnishing = Readonly<{
  acts: Acts;
  store: Pick<Reader, 'mandate' | 'mandates' | 'keysOf' | 'figures'>;
  once: Once;
  identityStore: Identities;
  /** Only outside a sandbox. */
  office?: Office;
  sessions: Sessions;
  savedViews: SavedViews;
  log: Log;
  policy: PolicyName;
  book: LawBook;
  /** Only in a sandbox. */
  identities?: () => Promise<readonly RegisteredMandate[]>;
  version: string;
  now: () => string;
  journal: (error: unknown) => void;
}>;

/** What the law says of its rules and facts, in each language. */
const laws = { en: english, fr: spaced(french) } as const satisfies Record<Language, Catalogue>;

const wordsFor: Door['preferring'] = ({ language, zone }) => ({
  words: { ...languages[language].words, zone },
  law: laws[language],
});

/** What the web room needs, out of what the program has. */
export function furnishDoor(of: Furnishing): Door {
  const { acts, sessions, log, now, journal, identities } = of;
  return {
    ...wordsFor(defaultPreferences),
    preferring: wordsFor,
    book: of.book,
    assets: readAssets(),
    acts,
    assess: (request) => {
      const on = now();
      return assess({ facts: [...factsOf(request), ...systemFacts({ ...request, on })], policy: of.policy, on });
    },
    sessions,
    savedViews: of.savedViews,
    mandate: of.store.mandate,
    keysOf: of.store.keysOf,
    once: of.once,
    version: of.version,
    identityStore: of.identityStore,
    mandates: of.store.mandates,
    ...(of.office && { office: of.office }),
    ...(identities && { identities }),
    health: () => healthOf(of),
    log: async () => {
      const [{ vkey }, { size, origin, root, note, cosigned }] = [await log.head(), await log.checkpoint()];
      return {
        size,
        origin,
        vkey,
        root: root.toHex(),
        checkpoint: new TextDecoder().decode(note),
        witnesses: cosigned.map(({ witness, time }) => ({
          name: witness.name,
          at: new Date(time * 1_000).toISOString(),
        })),
        witnessesKnown: log.policy.witnesses.length,
        ...log.state(),
      };
    },
    logBook: log,
    figures: () => of.store.figures(identities === undefined ? 0 : 1),
    logFile: log.file,
    logFiles: () => log.files(),
    now,
    newActId: randomUUID,
    journal,
  };
}

/** The log's head is in the database: reading it answers both questions. */
async function healthOf({ log, version, journal }: Furnishing): Promise<Health> {
  try {
    return { status: 'ok', version, database: 'ok', logSize: (await log.head()).size };
  } catch (error) {
    journal(error);
    return { status: 'failing', version, database: 'failing', logSize: 0 };
  }
}
