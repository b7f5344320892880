import { appendCustody } from '../evidence/custody.ts';
import type { Writer } from '../store/writer.ts';
import type { SignerKey } from '../transparency/note.ts';
import type { ActOnCase } from './act-input.ts';
import { refused, type Answer } from './answer.ts';
import type { Random } from './leaf-for.ts';
import { perform } from './perform.ts';

/**
 * The evidence of a case is destroyed for good: the case's key is deleted in the act's own transaction, so that no copy
 * of its parts can be read by anybody; the parts are swept away afterwards. Hashes, custody, documents and log stay.
 */
export async function destroyEvidence(
  input: ActOnCase & Readonly<{ reasons: string }>,
  tools: { store: Writer; now: () => string; random: Random; signer: (mandate: string) => SignerKey },
): Promise<Answer> {
  const matter = { reasons: input.reasons };
  return perform('destroy-evidence', input, matter, tools, ({ subject, mandate, at }) => {
    const { produced, released } = subject;
    if (produced === undefined) return refused('not-open');
    const files = [...produced.body.exhibits.map(({ sha256 }) => sha256), ...(released === undefined ? [] : [released.body.sealedSha256])]; // prettier-ignore
    const before = [...produced.body.custody, ...(released?.body.custody ?? [])];
    const chain = [...before];
    for (const sha256 of files) {
      const step = { act: 'destroyed', at, subject: sha256, reason: input.reasons } as const;
      chain.push(appendCustody(subject.id, chain, step, mandate, tools.signer(mandate.id)));
    }
    return {
      state: subject.state,
      body: { kind: 'evidence-destroyed', files, reasons: input.reasons, custody: chain.slice(before.length) },
      destroysEvidence: true,
      value: { files: files.length },
    };
  });
}
