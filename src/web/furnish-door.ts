import { randomUUID } from 'node:crypto';
import { english } from '../../law/words.en.ts';
import { en } from '../catalogue/en.ts';
import type { PolicyName } from '../../law/law.ts';
import { assess } from '../law/assessment.ts';
import { systemFacts } from '../law/system-facts.ts';
import { factsOf } from '../request/facts-of.ts';
import type { Log } from '../store/log.ts';
import type { Reader } from '../store/reader.ts';
import type { RegisteredMandate } from '../store/rows.ts';
import type { Sessions } from '../store/sessions.ts';
import type { Acts } from './acts.ts';
import { readAssets } from './assets.ts';
import type { Door, Health } from './door.ts';

export type Furnishing = Readonly<{
  acts: Acts;
  store: Pick<Reader, 'mandate'>;
  sessions: Sessions;
  log: Log;
  policy: PolicyName;
  /** Only in a sandbox. */
  identities?: () => Promise<readonly RegisteredMandate[]>;
  version: string;
  now: () => string;
  journal: (error: unknown) => void;
}>;

/** What the web room needs, in English, out of what the program has. */
export function furnishDoor(of: Furnishing): Door {
  const { acts, sessions, log, now, journal, identities } = of;
  return {
    words: en,
    law: english,
    assets: readAssets(),
    acts,
    assess: (request) => {
      const on = now();
      return assess({ facts: [...factsOf(request), ...systemFacts({ ...request, on })], policy: of.policy, on });
    },
    sessions,
    mandate: of.store.mandate,
    ...(identities && { identities }),
    health: () => healthOf(of),
    log: async () => {
      const [head, checkpoint] = [await log.head(), await log.checkpoint()];
      const { size, origin, vkey } = head;
      return {
        size,
        origin,
        vkey,
        root: Buffer.from(head.root).toString('hex'),
        checkpoint: new TextDecoder().decode(checkpoint),
      };
    },
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
