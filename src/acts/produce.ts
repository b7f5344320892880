import { appendCustody } from '../evidence/custody.ts';
import { sha256Hex } from '../canonical.ts';
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

/** A file as the provider hands it in. Its name is text from outside; its bytes decide what it is. */
export type Production = Readonly<{ name: string; bytes: Uint8Array }>;

/**
 * A provider hands in evidence under an order that is proven and logged; otherwise nothing is taken. Each file is kept
 * by its hash, on disk before the act counts, and begins the chain of custody with the provider's signature.
 */
export async function produce(
  input: ActOnCase & Readonly<{ exhibits: readonly Production[] }>,
  tools: {
    store: Writer;
    blobs: Blobs;
    now: () => string;
    random: Random;
    log: Log;
    signer: (mandate: string) => SignerKey;
  },
): Promise<Answer> {
  const exhibits = input.exhibits.map(({ name, bytes }) => ({ name, sha256: sha256Hex(bytes), size: bytes.length }));
  return perform('produce', input, exhibits, tools, async ({ subject, mandate, at }) => {
    if (exhibits.length === 0 || new Set(exhibits.map(({ sha256 }) => sha256)).size !== exhibits.length)
      return refused('no-exhibits');
    const proven = await provenOrder(subject, at, tools.store);
    if (proven === undefined || !(await isLogged(proven.leafIndex, proven.sha256, tools.log)))
      return refused('no-proof');
    for (const { bytes } of input.exhibits) await tools.blobs.put(bytes);
    const custody: string[] = [];
    for (const { sha256 } of exhibits) {
      const step = { act: 'produced', at, subject: sha256, reason: 'handed in under the order' } as const;
      custody.push(
        appendCustody(subject.id, [...subject.custody, ...custody], step, mandate, tools.signer(mandate.id)),
      );
    }
    return {
      state: 'produced',
      body: { kind: 'produced', exhibits, custody },
      outbox: [{ recipient: subject.parties.authority, body: { notice: 'produced', caseId: subject.id } }],
      value: exhibits,
    };
  });
}
