import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pastCaseOfAssessment } from '../law/past-case.ts';
import { recompute, type Recomputed } from '../law/recompute.ts';
import { openReplay } from '../law/replay.ts';
import { count, emptyReport, type ReplayReport } from '../law/replay-report.ts';
import { openDatabase, type Database } from '../store/database.ts';
import { readDecisions } from '../store/decisions.ts';
import { startEmbedded } from '../store/embedded.ts';
import { BadUsage, type Terminal } from './command.ts';
import { readReplayLaw } from './replay-law.ts';

export type StoreReplay = Readonly<{
  report: ReplayReport;
  /** How many stored decisions recompute to what was recorded. */
  recomputed: Readonly<{ same: number; otherLaw: number; otherFindings: number; broken: readonly string[] }>;
}>;

/**
 * Replays every decision of the store, and sees that each recomputes to what was recorded. Reads only.
 * @throws BadUsage where there is no store, or a server is using it
 */
export async function replayStore(
  of: Readonly<{ policy: string; rules: string | undefined; environment: Terminal['environment'] }>,
  progress: (cases: number) => void,
): Promise<StoreReplay> {
  const { database, close } = await openForReading(of.environment);
  try {
    return await replayDecisions(database, of, progress);
  } finally {
    await close();
  }
}

/** The same over an open database. */
export async function replayDecisions(
  database: Database,
  of: Readonly<{ policy: string; rules: string | undefined }>,
  progress: (cases: number) => void,
): Promise<StoreReplay> {
  const replay = openReplay(await readReplayLaw(undefined), await readReplayLaw(of.rules), of.policy);
  const report = emptyReport();
  const seen = { same: 0, otherLaw: 0, otherFindings: 0, broken: [] as string[] };
  for await (const decision of readDecisions(database)) {
    const { found, assessment } = recompute(decision.assessment, decision.assessmentSha256);
    note(seen, found, `${decision.caseId} event ${decision.number}`);
    if (assessment === undefined) continue;
    const past = pastCaseOfAssessment(decision.caseId, assessment);
    count(report, past, replay(past));
    progress(report.cases);
  }
  return { report, recomputed: seen };
}

function note(
  seen: { same: number; otherLaw: number; otherFindings: number; broken: string[] },
  found: Recomputed,
  which: string,
): void {
  if (found.kind === 'same') seen.same++;
  else if (found.kind === 'broken') seen.broken.push(`${which}: ${found.why}`);
  else {
    seen.otherLaw++;
    if (!found.sameFindings) seen.otherFindings++;
  }
}

async function openForReading(
  environment: Terminal['environment'],
): Promise<Readonly<{ database: Database; close: () => Promise<void> }>> {
  const url = environment['DATABASE_URL'];
  if (url !== undefined) {
    const database = openDatabase({ url });
    return { database, close: () => database.end({ timeout: 5 }) };
  }
  const data = resolve(environment['PROVISO_DATA'] ?? '.proviso');
  if (!existsSync(join(data, 'postgres', 'PG_VERSION')))
    throw new BadUsage(`${data}: no store in it; set PROVISO_DATA or DATABASE_URL, or name a file with --cases`);
  const server = await startEmbedded(data).catch((error: unknown) => {
    throw new BadUsage(error instanceof Error ? error.message : String(error));
  });
  const database = openDatabase(server);
  return {
    database,
    close: async (): Promise<void> => {
      await database.end({ timeout: 5 });
      await server.stop();
    },
  };
}
