import type { Upload } from '../store/uploads.ts';
import type { Refused } from './answer.ts';
import { admitUpload, type AdmittingTools } from './admit-upload.ts';

/** What this person uploaded to this case and has not handed in yet. */
export async function seeUploads(
  input: Readonly<{ mandate: string; caseId: string }>,
  tools: AdmittingTools,
): Promise<Readonly<{ kind: 'uploads'; uploads: readonly Upload[] }> | Refused> {
  const admitted = await admitUpload(input, tools);
  if (admitted.kind === 'refused') return admitted;
  const uploads = (await tools.uploads.ofCase(input.caseId)).filter(({ mandate }) => mandate === input.mandate);
  return { kind: 'uploads', uploads };
}
