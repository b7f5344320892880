import { sha256Hex } from '../canonical.ts';
import { stateAfter } from '../request/case.ts';
import type { RequestReceived } from '../request/event.ts';
import type { EvidenceRequest } from '../request/request.ts';
import type { Writer } from '../store/writer.ts';
import type { ActOnCase } from './act-input.ts';
import { refused, type Answer } from './answer.ts';
import type { Random } from './leaf-for.ts';
import { perform } from './perform.ts';

export type SupplyInformation = ActOnCase &
  Readonly<{
    /** The whole request again, exactly as it came, and what its door read in it. */
    document: Uint8Array;
    form: RequestReceived['form'];
    request: EvidenceRequest;
  }>;

/**
 * The asking State supplies what was asked of it (art. 40(16)): the whole request again, under the same id. From here on
 * the law is asked about this document; what people found about the one before stays and is shown as such.
 */
export async function supplyInformation(
  input: SupplyInformation,
  tools: { store: Writer; now: () => string; random: Random },
): Promise<Answer> {
  const requestSha256 = sha256Hex(input.document);
  return perform('supply-information', input, { requestSha256 }, tools, ({ subject }) => {
    const { latest, parties } = subject;
    if (requestSha256 === latest.body.requestSha256) return refused('same-document');
    const different = otherRequest(latest.body.request, input.request);
    if (different.length > 0) return refused('another-request', different);
    const { form, request } = input;
    const body = { kind: 'information-supplied', form, requestSha256, request } as const;
    return {
      state: stateAfter(subject, body),
      body,
      documents: [input.document],
      outbox: [{ recipient: parties.authority, body: { notice: 'information-supplied', caseId: subject.id } }],
      value: { requestSha256 },
    };
  });
}

/** What makes two documents two requests. A measure that was not named may be supplied; one that was stays. */
export function otherRequest(before: EvidenceRequest, after: EvidenceRequest): string[] {
  const fixed = ['id', 'requestingState', 'requestedState', 'measure', 'isTest'] as const;
  return fixed.filter(
    (field) => before[field] !== after[field] && !(field === 'measure' && before.measure === undefined),
  );
}
