import type { Log } from '../store/log.ts';
import type { Upload, Uploads } from '../store/uploads.ts';
import type { Writer } from '../store/writer.ts';
import { refused, type Refused } from './answer.ts';
import { isLogged } from './check-order.ts';
import { admit } from './perform.ts';
import { provenOrder } from './stored-order.ts';

/** What an upload is admitted by: the same that its production will be. */
export type AdmittingTools = Readonly<{ store: Writer; uploads: Uploads; log: Log; now: () => string }>;

/**
 * Whether this person may hand in evidence on this case now: the act is open to them and the order is proven and logged.
 * Otherwise nothing is taken, not even to be kept for a while.
 */
export async function admitUpload(
  input: Readonly<{ mandate: string; caseId: string }>,
  { store, log, now }: AdmittingTools,
): Promise<Readonly<{ kind: 'admitted'; at: string }> | Refused> {
  const admitted = await admit('produce', input, { store, now });
  if ('kind' in admitted) return admitted;
  const proven = await provenOrder(admitted.subject, admitted.at, store);
  if (proven === undefined || !(await isLogged(proven.leafIndex, proven.sha256, log))) return refused('no-proof');
  return { kind: 'admitted', at: admitted.at };
}

/** An upload of this case by this person; for anybody else it is not there. */
export async function uploadOf(
  input: Readonly<{ mandate: string; caseId: string; uploadId: string }>,
  uploads: Uploads,
): Promise<Upload | undefined> {
  const found = await uploads.find(input.uploadId);
  return found?.caseId === input.caseId && found.mandate === input.mandate ? found : undefined;
}
