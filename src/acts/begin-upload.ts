import { limits } from '../limits.ts';
import { nameFault } from '../evidence/production.ts';
import { isUuid } from '../store/rows.ts';
import { refused, type Refused } from './answer.ts';
import { admitUpload, type AdmittingTools } from './admit-upload.ts';

export type BeginUpload = Readonly<{
  /** Made by who asks: a UUID. */
  uploadId: string;
  mandate: string;
  caseId: string;
  name: string;
  /** How many bytes will come. */
  announced: number;
}>;

/** Makes room for an evidence file that will come in one go or in many. What is too large is refused before a byte came. */
export async function beginUpload(
  input: BeginUpload,
  tools: AdmittingTools,
): Promise<Readonly<{ kind: 'begun' }> | Refused> {
  const admitted = await admitUpload(input, tools);
  if (admitted.kind === 'refused') return admitted;
  const { uploadId, mandate, caseId, name, announced } = input;
  const before = await tools.uploads.ofCase(caseId);
  const together = before.reduce((sum, upload) => sum + upload.announced, announced);
  const faults = [
    ...nameFault(name).map((expected) => `name: ${expected}`),
    ...(isUuid(uploadId) ? [] : ['uploadId: a UUID']),
    ...(Number.isSafeInteger(announced) && announced > 0 ? [] : ['size: a file that is not empty']),
    ...(announced > limits.exhibitBytes ? [`size: at most ${limits.exhibitBytes} bytes`] : []),
    ...(before.length >= limits.exhibits ? [`files: at most ${limits.exhibits} files`] : []),
    ...(together > limits.productionBytes ? [`files: at most ${limits.productionBytes} bytes together`] : []),
  ];
  if (faults.length > 0) return refused('bad-exhibits', faults);
  await tools.uploads.begin({ id: uploadId, caseId, mandate, name, announced, beganAt: admitted.at });
  return { kind: 'begun' };
}
