import { sha256Hex } from '../canonical.ts';
import { release as sealAndDescribe } from '../evidence/release.ts';
import { recipientsOf, sealedFor } from '../evidence/recipients.ts';
import { fileNames } from '../evidence/hand-over-files.ts';
import type { NamedBytes } from '../evidence/zip.ts';
import { SealError } from '../evidence/seal.ts';
import { keysUsed } from '../authorisation/authorised.ts';
import { handsIn } from '../authorisation/separation.ts';
import type { Case } from '../request/case.ts';
import { termsOf } from '../request/terms.ts';
import type { Blobs } from '../store/blobs.ts';
import type { Log } from '../store/log.ts';
import type { RegisteredMandate } from '../store/rows.ts';
import type { Writer } from '../store/writer.ts';
import type { SignerKey } from '../transparency/note.ts';
import type { ActOnCase } from './act-input.ts';
import { refused, type Answer } from './answer.ts';
import { isLogged } from './check-order.ts';
import type { Random } from './leaf-for.ts';
import { perform } from './perform.ts';
import { producedExhibits } from './produced-exhibits.ts';
import { provenOrder, type ProvenOrder } from './stored-order.ts';

/**
 * Evidence leaves: the order is proven once more (text, signature, mandate, separation, validity, log), the exhibits are
 * minimised to it, and only then does a key exist to which anything is sealed (mission promise 2). What cannot be proven
 * is not released.
 */
export async function release(
  input: ActOnCase,
  tools: {
    store: Writer;
    blobs: Blobs;
    now: () => string;
    random: Random;
    log: Log;
    signer: (mandate: string) => SignerKey;
  },
): Promise<Answer> {
  return perform('release', input, null, tools, async ({ subject, mandate, at }) => {
    const proven = await provenOrder(subject, at, tools.store);
    if (proven === undefined || !(await isLogged(proven.leafIndex, proven.sha256, tools.log)))
      return refused('no-proof');
    const parties = partiesOf(subject, proven, mandate, await tools.store.mandates(), at);
    const document = await tools.store.document(subject.latest.body.requestSha256);
    const { decided, produced } = subject;
    if (parties === undefined || document === undefined || !decided || !produced) return refused('no-proof');
    const exhibits = await producedExhibits(subject, tools.blobs);
    if (exhibits === undefined) return refused('evidence-destroyed');
    const terms = termsOf(subject.latest.body.request, proven.order, mandate.authority, at);
    const withheldSeed = tools.random(32);
    let sealedSha256 = '';
    try {
      const { manifest, documents, custody } = await sealAndDescribe({
        authorised: proven.authorised,
        note: proven.note,
        keys: keysUsed(proven),
        request: { form: subject.latest.body.form, bytes: document },
        decided: decided.body,
        produced: produced.body,
        exhibits,
        withheldSeed,
        logPolicy: new TextEncoder().encode(tools.log.policyText),
        ...parties,
        terms,
        to: subject.parties.requestingAuthority,
        by: mandate,
        signer: tools.signer(mandate.id),
        at,
        random: tools.random,
        keep: async (sealed) => {
          ({ sha256: sealedSha256 } = await tools.blobs.put(subject.id, sealed));
        },
      });
      const counts = { releasedItems: manifest.released.items.length, withheldItems: manifest.withheld.length };
      return {
        state: 'released',
        body: {
          kind: 'released',
          manifestSha256: hashOf(fileNames.manifest, documents),
          conditionsSha256: hashOf(fileNames.conditions, documents),
          sealedSha256,
          ...counts,
          terms,
          custody,
        },
        documents: documents.map(({ bytes }) => bytes),
        secrets: { withheld: withheldSeed },
        outbox: [{ recipient: subject.parties.requestingAuthority, body: { notice: 'released', caseId: subject.id } }],
        value: counts,
      };
    } catch (error) {
      if (error instanceof SealError && error.code === 'nothing-to-release') return refused('nothing-to-release');
      throw error;
    }
  });
}

const hashOf = (file: string, documents: readonly NamedBytes[]): string =>
  sha256Hex(documents.find(({ name }) => name === file)?.bytes ?? new Uint8Array());

/** Who did each act before, and to whom the evidence goes. `undefined` where somebody is not in the register any more. */
function partiesOf(
  subject: Case,
  proven: ProvenOrder,
  officer: RegisteredMandate,
  mandates: readonly RegisteredMandate[],
  at: string,
) {
  const { latest, decided, authorised, produced } = subject;
  const { requestingAuthority } = subject.parties;
  const recipients = recipientsOf(mandates, requestingAuthority, at);
  if (!decided || !authorised || !produced || recipients.length === 0) return undefined;
  const act = (event: { by: string; at: string }): { by: string; at: string } => ({ by: event.by, at: event.at });
  const hands = handsIn(subject, mandates).map(({ id }) => id);
  const holders = sealedFor(mandates, requestingAuthority, at).filter(({ recipient }) =>
    recipients.includes(recipient ?? ''),
  );
  const involved = new Set([...hands, authorised.by, officer.id, ...holders.map(({ id }) => id)]); // prettier-ignore
  return {
    recipients,
    acts: {
      request: act(latest),
      decision: act(decided),
      authorisation: { by: authorised.by, at: proven.authorised.at },
      production: act(produced),
    },
    mandates: mandates.filter(({ id }) => involved.has(id)),
  };
}
