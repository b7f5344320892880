import { holds } from '../authorisation/mandate.ts';
import { reach } from '../standing/reach.ts';
import type { Reader } from '../store/reader.ts';
import type { CaseSummary } from '../store/rows.ts';

/** At most this many cases on one page; the search of the desk finds the others. */
const longest = 100;

/** The cases that a mandate reaches, last changed first. None for a mandate that does not hold. */
export async function listCases(
  input: { mandate: string },
  tools: { store: Pick<Reader, 'mandate' | 'cases'>; now: () => string },
): Promise<CaseSummary[]> {
  const mandate = await tools.store.mandate(input.mandate);
  if (mandate === undefined || !holds(mandate, tools.now())) return [];
  const within = reach(mandate);
  return within === undefined ? [] : tools.store.cases(within, longest);
}
