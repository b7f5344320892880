import { sha256Hex } from '../canonical.ts';
import { streamOf, bytesSource } from '../evidence/byte-source.ts';
import { appendCustody } from '../evidence/custody.ts';
import { productionFaults, type ProducedExhibit, type ProducedFile } from '../evidence/production.ts';
import type { Blobs } from '../store/blobs.ts';
import type { Log } from '../store/log.ts';
import type { Uploads } from '../store/uploads.ts';
import type { Writer } from '../store/writer.ts';
import type { SignerKey } from '../transparency/note.ts';
import type { ActOnCase } from './act-input.ts';
import { uploadOf } from './admit-upload.ts';
import { refused, type Answer } from './answer.ts';
import { isLogged } from './check-order.ts';
import type { Random } from './leaf-for.ts';
import { perform } from './perform.ts';
import { provenOrder } from './stored-order.ts';

/**
 * A provider hands in evidence under an order that is proven and logged; otherwise nothing is taken. Each file is kept
 * by its hash, on disk before the act counts, and begins the chain of custody with the provider's signature.
 */
export async function produce(
  input: ActOnCase & Readonly<{ exhibits: readonly ProducedFile[] }>,
  tools: {
    store: Writer;
    blobs: Blobs;
    uploads: Uploads;
    now: () => string;
    random: Random;
    log: Log;
    signer: (mandate: string) => SignerKey;
  },
): Promise<Answer> {
  const matter = input.exhibits.map((file) =>
    'bytes' in file ? { name: file.name, sha256: sha256Hex(file.bytes) } : file,
  );
  const answer = await perform('produce', input, matter, tools, async ({ subject, mandate, at }) => {
    const exhibits = await exhibitsOf(input, tools.uploads);
    if (exhibits === undefined) return refused('unknown-upload');
    const faults = productionFaults(exhibits);
    if (faults.length > 0)
      return refused(
        'bad-exhibits',
        faults.map(({ path, expected }) => `${path}: ${expected}`),
      );
    const proven = await provenOrder(subject, at, tools.store);
    if (proven === undefined || !(await isLogged(proven.leafIndex, proven.sha256, tools.log)))
      return refused('no-proof');
    const signer = tools.signer(mandate.id);
    const reason = `handed in under the order whose text has SHA-256 ${proven.sha256}`;
    const custody: string[] = [];
    for (const { sha256 } of exhibits)
      custody.push(
        appendCustody(subject.id, custody, { act: 'produced', at, subject: sha256, reason }, mandate, signer),
      );
    for (const file of input.exhibits) await keep(file, input, tools);
    return {
      state: 'produced',
      body: { kind: 'produced', exhibits, custody },
      outbox: [{ recipient: subject.parties.authority, body: { notice: 'produced', caseId: subject.id } }],
      value: exhibits,
    };
  });
  if (answer.kind === 'done') await tools.uploads.clear(input.caseId);
  return answer;
}

type Frame = Pick<ActOnCase, 'caseId' | 'mandate'>;

/** `undefined` where an upload is not complete, or not this person's on this case. */
async function exhibitsOf(
  { exhibits, ...frame }: Frame & Readonly<{ exhibits: readonly ProducedFile[] }>,
  uploads: Uploads,
): Promise<ProducedExhibit[] | undefined> {
  const found: ProducedExhibit[] = [];
  for (const file of exhibits) {
    if ('bytes' in file) found.push({ name: file.name, sha256: sha256Hex(file.bytes), size: file.bytes.length });
    else {
      const upload = await uploadOf({ ...frame, uploadId: file.uploadId }, uploads);
      if (upload?.sha256 === undefined) return undefined;
      found.push({ name: upload.name, sha256: upload.sha256, size: upload.announced });
    }
  }
  return found;
}

async function keep(file: ProducedFile, frame: Frame, tools: { blobs: Blobs; uploads: Uploads }): Promise<void> {
  if ('bytes' in file) await tools.blobs.put(frame.caseId, streamOf(bytesSource(file.bytes)));
  else {
    const upload = await uploadOf({ ...frame, uploadId: file.uploadId }, tools.uploads);
    if (upload === undefined || (await tools.uploads.adopt(upload)) === undefined)
      throw new Error(`upload ${file.uploadId} was taken back while it was handed in`);
  }
}
