import { UploadError } from '../store/uploads.ts';
import { refused, type Refused } from './answer.ts';
import { admitUpload, uploadOf, type AdmittingTools } from './admit-upload.ts';

export type ContinueUpload = Readonly<{
  mandate: string;
  caseId: string;
  uploadId: string;
  /** The byte that comes next; it must be the one that is missing. */
  offset: number;
  content: AsyncIterable<Uint8Array>;
}>;

/**
 * Keeps what comes of an evidence file. Where the sender breaks off, what came before is kept: it can go on from there.
 * @returns how many bytes are kept now @throws what the content throws
 */
export async function continueUpload(
  input: ContinueUpload,
  tools: AdmittingTools,
): Promise<Readonly<{ kind: 'kept'; received: number }> | Refused> {
  const admitted = await admitUpload(input, tools);
  if (admitted.kind === 'refused') return admitted;
  if ((await uploadOf(input, tools.uploads)) === undefined) return refused('unknown-upload');
  try {
    return { kind: 'kept', received: await tools.uploads.append(input.uploadId, input.offset, input.content) };
  } catch (error) {
    if (!(error instanceof UploadError)) throw error;
    return refused(error.code === 'unknown' ? 'unknown-upload' : 'bad-upload', [error.code]);
  }
}
