import type { Basis } from '../authorisation/access.ts';
import type { Database } from './database.ts';
import { isUuid } from './rows.ts';

/** One look at a case of a State, as those who watch see it: who, when, which case, and why it was open to them. */
export type SeenReading = Readonly<{ caseId: string; mandate: string; page: string; at: string; basis?: Basis }>;

/** What to look for: mandates of persons, or the beginning of a case's id. */
export type ReadingFilter = Readonly<{ mandates?: readonly string[]; caseId?: string; brokenGlass?: boolean }>;

type Row = { case_id: string; mandate: string; page: string; at: Date; basis: Basis | null };

/** Readings of the cases in which a State takes part, last first. */
export async function readReadings(
  database: Database,
  state: string,
  { mandates, caseId, brokenGlass }: ReadingFilter,
  limit: number,
): Promise<SeenReading[]> {
  if (caseId !== undefined && !isUuid(caseId)) return [];
  const rows = await database<Row[]>`
    select r.case_id, r.mandate, r.page, r.at, r.basis from reading r join case_file c on c.case_id = r.case_id
    where (c.requested_state = ${state} or c.requesting_state = ${state})
      ${mandates === undefined ? database`` : database`and r.mandate = any(${database.array([...mandates], 25)})`}
      ${caseId === undefined ? database`` : database`and r.case_id = ${caseId}`}
      ${brokenGlass === true ? database`and r.basis = 'broken-glass'` : database``}
    order by r.at desc, r.reading_id limit ${limit}`;
  return rows.map(({ basis, case_id: id, mandate, page, at }) => ({
    caseId: id,
    mandate,
    page,
    at: at.toISOString(),
    ...(basis && { basis }),
  }));
}
