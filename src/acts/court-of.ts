import type { Case } from '../request/case.ts';
import type { Reader } from '../store/reader.ts';

/** The authority of the judge who ordered last; empty where no court has ordered anything. */
export async function courtOf({ events }: Case, store: Pick<Reader, 'mandate'>): Promise<string[]> {
  const ordered = events.findLast(({ body }) => body.kind === 'authorised');
  const judge = ordered && (await store.mandate(ordered.by));
  return judge === undefined ? [] : [judge.authority];
}
