import { sha256Hex } from '../canonical.ts';
import { signedAt } from '../authorisation/authorised.ts';
import { holds } from '../authorisation/mandate.ts';
import { handsIn, isSeparate } from '../authorisation/separation.ts';
import { limits } from '../limits.ts';
import { inDays } from '../request/duty-table.ts';
import type { Case } from '../request/case.ts';
import type { Writer } from '../store/writer.ts';
import type { RegisteredMandate } from '../store/rows.ts';
import type { SignerKey } from '../transparency/note.ts';
import type { ActOnCase } from './act-input.ts';
import { refused, type Answer } from './answer.ts';
import { signatureOver, type CourtSignature } from './authorise.ts';
import type { Random } from './leaf-for.ts';
import { perform } from './perform.ts';
import { storedOrder } from './stored-order.ts';

export type ConfirmEmergency = ActOnCase &
  Readonly<{
    outcome: 'confirmed' | 'refused';
    /** For a refusal; the asking State and the oversight body read them. */
    reasons: string;
    /** SHA-256 of the text of the order that the judge was shown. */
    shownSha256: string;
    /** For a confirmation. Absent only in a sandbox, which signs for its invented judges. */
    signature?: CourtSignature;
  }>;

/**
 * A judge looks at what a prosecutor ordered in an emergency: confirms it, signing over exactly the text of that order; or
 * refuses, and then nothing more leaves, and what left is deleted by the asking State until a date.
 */
export async function confirmEmergency(
  input: ConfirmEmergency,
  tools: { store: Writer; now: () => string; random: Random; courtSigner?: (mandate: string) => SignerKey },
): Promise<Answer> {
  const { outcome, reasons, shownSha256 } = input;
  return perform<Pick<ConfirmEmergency, 'outcome'>>(
    'confirm-emergency',
    input,
    { outcome, reasons, shownSha256 },
    tools,
    async (admitted) => {
      const { subject, mandate, at } = admitted;
      const mandates = await tools.store.mandates();
      const stored = await storedOrder(subject, at, tools.store);
      if (stored === undefined) return refused('not-open');
      const { order, text, sha256: orderTextSha256 } = stored;
      if (orderTextSha256 !== shownSha256) return refused('shown-changed');
      if (!isSeparate(mandate, handsIn(subject, mandates))) return refused('separation');
      const outbox = toldOf(subject, mandates, mandate, at, outcome);
      if (outcome === 'refused' && reasons === '') return refused('needs-facts', ['reasons']);
      if (outcome === 'refused') {
        const collected = subject.events.some(({ body }) => body.kind === 'collected');
        const left = collected ? { deleteBy: inDays(at, limits.deletionDays) } : {};
        return {
          state: collected ? 'deletion-owed' : 'authorisation-refused',
          body: { kind: 'emergency-refused', orderTextSha256, reasons, ...left },
          outbox,
          value: { outcome },
        };
      }
      const note = signatureOver(input, text, at, tools);
      const keys = (await tools.store.keysOf(mandate.person)).flatMap(({ key, endedAt }) => (endedAt ? [] : [key]));
      const others = handsIn(subject, mandates);
      const signed = note && signedAt({ order, text, note, judge: mandate, keys, others, usedAt: at });
      // Looked at afterwards, and not in advance.
      const ordered = subject.authorised?.at ?? at;
      if (note === undefined || signed === undefined || signed < ordered || signed > at) return refused('not-signed');
      return {
        state: subject.state,
        body: { kind: 'emergency-confirmed', orderTextSha256, noteSha256: sha256Hex(note) },
        documents: [note],
        outbox,
        value: { outcome },
      };
    },
  );
}

/** Everybody who acted on the order is told what became of it; after a refusal the overseers too. */
function toldOf(
  { id, parties }: Case,
  mandates: readonly RegisteredMandate[],
  { state }: RegisteredMandate,
  at: string,
  outcome: ConfirmEmergency['outcome'],
): readonly Readonly<{ recipient: string; body: unknown }>[] {
  const overseers = mandates.filter((each) => each.role === 'overseer' && each.state === state && holds(each, at));
  const recipients = [
    parties.authority,
    parties.requestingAuthority,
    ...(parties.provider === null ? [] : [parties.provider]),
    ...(outcome === 'refused' ? overseers.map(({ authority }) => authority) : []),
  ];
  const body = { notice: `emergency-${outcome}`, caseId: id };
  return [...new Set(recipients)].map((recipient) => ({ recipient, body }));
}
