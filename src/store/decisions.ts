import type { Database } from './database.ts';

/** A decision as it was stored: whose case, when, and the assessment that the person had before them. */
export type StoredDecision = Readonly<{
  caseId: string;
  number: number;
  at: string;
  outcome: string;
  policy: string;
  assessmentSha256: string;
  /** `undefined` where the document is not in the store. */
  assessment: Uint8Array | undefined;
}>;

type Row = {
  case_id: string;
  number: number;
  at: Date;
  outcome: string;
  policy: string;
  sha256: string;
  bytes: Uint8Array | null;
};

/** Every decision of the store, page by page, in the order of cases: constant memory, however many there are. */
export async function* readDecisions(database: Database, page = 200): AsyncGenerator<StoredDecision> {
  let after: Readonly<{ caseId: string; number: number }> = {
    caseId: '00000000-0000-0000-0000-000000000000',
    number: -1,
  };
  for (;;) {
    const rows = await database<Row[]>`
      select e.case_id, e.number, e.at, e.body->>'outcome' as outcome, e.body->>'policy' as policy,
        e.body->>'assessmentSha256' as sha256, d.bytes
      from case_event e left join document d on d.sha256 = e.body->>'assessmentSha256'
      where e.body->>'kind' = 'decided' and (e.case_id, e.number) > (${after.caseId}, ${after.number})
      order by e.case_id, e.number limit ${page}`;
    for (const row of rows) {
      after = { caseId: row.case_id, number: row.number };
      yield {
        caseId: row.case_id,
        number: row.number,
        at: row.at.toISOString(),
        outcome: row.outcome,
        policy: row.policy,
        assessmentSha256: row.sha256,
        assessment: row.bytes === null ? undefined : new Uint8Array(row.bytes),
      };
    }
    if (rows.length < page) return;
  }
}
