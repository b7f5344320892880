import { holds } from '../authorisation/mandate.ts';
import { limits } from '../limits.ts';
import type { Reader } from '../store/reader.ts';
import type { SeenReading } from '../store/readings.ts';
import type { RegisteredMandate } from '../store/rows.ts';
import { refused, type Refused } from './answer.ts';

/** Who read which case when, and why it was open to them; never what is in it. */
export type ReadingList = Readonly<{
  kind: 'readings';
  readings: readonly SeenReading[];
  people: ReadonlyMap<string, RegisteredMandate>;
  /** Whether there are more than are listed. */
  cut: boolean;
}>;

/** For the overseer and the data-protection officer of a State, over the cases in which it takes part (mission C4). */
export async function listReadings(
  input: Readonly<{ mandate: string; /** Part of a name. */ person?: string; caseId?: string; brokenGlass?: boolean }>,
  tools: { store: Reader; now: () => string },
): Promise<ReadingList | Refused> {
  const { store } = tools;
  const mandate = await store.mandate(input.mandate);
  const watches = mandate?.role === 'overseer' || mandate?.role === 'data-protection-officer';
  if (mandate === undefined || !watches || !holds(mandate, tools.now())) return refused('no-mandate');
  const all = await store.mandates();
  const wanted = input.person?.toLowerCase();
  const mandates = wanted && all.filter(({ name }) => name.toLowerCase().includes(wanted)).map(({ id }) => id);
  const { caseId, brokenGlass } = input;
  const filter = {
    ...(mandates && { mandates }),
    ...(caseId !== undefined && { caseId }),
    ...(brokenGlass === true && { brokenGlass }),
  };
  const found = await store.readingsOf(mandate.state, filter, limits.readingsListed + 1);
  return {
    kind: 'readings',
    readings: found.slice(0, limits.readingsListed),
    people: new Map(all.map((each) => [each.id, each])),
    cut: found.length > limits.readingsListed,
  };
}
