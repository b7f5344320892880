import { sha256Hex } from '../canonical.ts';
import { appendCustody } from '../evidence/custody.ts';
import { productionFaults, type ProducedFile } from '../evidence/production.ts';
import type { Blobs } from '../store/blobs.ts';
import type { Log } from '../store/log.ts';
import type { Writer } from '../store/writer.ts';
import type { SignerKey } from '../transparency/note.ts';
import type { ActOnCase } from './act-input.ts';
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
    now: () => string;
    random: Random;
    log: Log;
    signer: (mandate: string) => SignerKey;
  },
): Promise<Answer> {
  const matter = input.exhibits.map(({ name, bytes }) => ({ name, sha256: sha256Hex(bytes) }));
  return perform('produce', input, matter, tools, async ({ subject, mandate, at }) => {
    const faults = productionFaults(input.exhibits);
    if (faults.length > 0)
      return refused(
        'bad-exhibits',
        faults.map(({ path, expected }) => `${path}: ${expected}`),
      );
    const proven = await provenOrder(subject, at, tools.store);
    if (proven === undefined || !(await isLogged(proven.leafIndex, proven.sha256, tools.log)))
      return refused('no-proof');
    const exhibits = input.exhibits.map(({ name, bytes }) => ({ name, sha256: sha256Hex(bytes), size: bytes.length }));
    const signer = tools.signer(mandate.id);
    const reason = `handed in under the order whose text has SHA-256 ${proven.sha256}`;
    const custody: string[] = [];
    for (const { sha256 } of exhibits)
      custody.push(
        appendCustody(subject.id, custody, { act: 'produced', at, subject: sha256, reason }, mandate, signer),
      );
    for (const { bytes } of input.exhibits) await tools.blobs.put(bytes);
    return {
      state: 'produced',
      body: { kind: 'produced', exhibits, custody },
      outbox: [{ recipient: subject.parties.authority, body: { notice: 'produced', caseId: subject.id } }],
      value: exhibits,
    };
  });
}
