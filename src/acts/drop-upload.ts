import { refused, type Refused } from './answer.ts';
import { admitUpload, uploadOf, type AdmittingTools } from './admit-upload.ts';

/** Takes back a file that was uploaded and not handed in. Its bytes are swept away later (store/blobs.ts). */
export async function dropUpload(
  input: Readonly<{ mandate: string; caseId: string; uploadId: string }>,
  tools: AdmittingTools,
): Promise<Readonly<{ kind: 'dropped' }> | Refused> {
  const admitted = await admitUpload(input, tools);
  if (admitted.kind === 'refused') return admitted;
  if ((await uploadOf(input, tools.uploads)) === undefined) return refused('unknown-upload');
  await tools.uploads.remove(input.uploadId);
  return { kind: 'dropped' };
}
