import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openLawBook, type LawBook } from '../web/law/law-book.ts';
import { readSuite } from './conformance-suite.ts';
import { readLibrary } from './law.ts';

/**
 * The lawyers' texts and the scenarios of conformance/ (none where the folder is not there), read and checked once at start.
 * @throws LawError where text and rules do not fit, BadUsage for a scenario that is none: a law that is not sound is not served.
 */
export async function readLawBook(): Promise<LawBook> {
  const suite = join(import.meta.dirname, '../../conformance');
  const entries = existsSync(suite) ? await readSuite(suite) : [];
  const scenarios = entries.map(({ name, scenario: { why, about } }) => ({ name, why, about }));
  return openLawBook(await readLibrary(), scenarios);
}
