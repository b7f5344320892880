import { sha256Hex } from '../canonical.ts';
import { stateAfter } from '../request/case.ts';
import { touchedBy, type Corrected } from '../request/ending.ts';
import type { Writer } from '../store/writer.ts';
import { refused, type Answer } from './answer.ts';
import type { Random } from './leaf-for.ts';
import { perform } from './perform.ts';
import { otherRequest, type SupplyInformation } from './supply-information.ts';

/**
 * The asking State puts its request right before anything left: the whole document again, under the same id. Where the
 * change touches what a decision rests on, decision and authorisation have no effect any more and are made anew.
 */
export async function correct(
  input: SupplyInformation,
  tools: { store: Writer; now: () => string; random: Random },
): Promise<Answer<{ touches: readonly string[] }>> {
  const { form, request } = input;
  const requestSha256 = sha256Hex(input.document);
  return perform('correct', input, { requestSha256 }, tools, ({ subject }) => {
    const { latest, parties, authorised } = subject;
    if (requestSha256 === latest.body.requestSha256) return refused('same-document');
    const different = otherRequest(latest.body.request, request);
    if (different.length > 0) return refused('another-request', different);
    const touches = touchedBy(latest.body.request, request);
    const body: Corrected = { kind: 'corrected', form, requestSha256, request, touches };
    const told = [parties.authority, ...(authorised && touches.length > 0 && parties.provider !== null ? [parties.provider] : [])]; // prettier-ignore
    return {
      state: stateAfter(subject, body),
      body,
      documents: [input.document],
      outbox: told.map((recipient) => ({ recipient, body: { notice: 'corrected', caseId: subject.id } })),
      value: { touches },
    };
  });
}
