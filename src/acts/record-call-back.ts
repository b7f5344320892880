import { holds } from '../authorisation/mandate.ts';
import type { CalledBack } from '../request/emergency.ts';
import type { Assignment } from '../request/event.ts';
import type { RegisteredMandate } from '../store/rows.ts';
import type { Writer } from '../store/writer.ts';
import type { ActOnCase } from './act-input.ts';
import { refused, type Answer } from './answer.ts';
import type { Random } from './leaf-for.ts';
import { perform } from './perform.ts';

export type RecordCallBack = ActOnCase &
  Readonly<{
    outcome: CalledBack['outcome'];
    /** What was called, as the officer dialled it. */
    address: string;
    spokeWith: string;
    notes: string;
  }>;

/**
 * A second officer, who is another person than the one who prepared, called the asking authority back. Only the channel of
 * the register counts: a number that stands in the request, or anywhere else, is refused. Once it is confirmed, the case
 * lies before the prosecutors of the State.
 */
export async function recordCallBack(
  input: RecordCallBack,
  tools: { store: Writer; now: () => string; random: Random },
): Promise<Answer> {
  const { outcome, address, spokeWith, notes } = input;
  return perform('record-call-back', input, { outcome, address, spokeWith, notes }, tools, async (admitted) => {
    const { subject, mandate, at } = admitted;
    const prepared = subject.emergency?.prepared;
    const mandates = await tools.store.mandates();
    const preparer = mandates.find(({ id }) => id === prepared?.by);
    if (prepared === undefined || preparer?.person === mandate.person) return refused('separation');
    if (dialled(address) !== dialled(prepared.body.callBack.address)) return refused('not-the-channel', [address]);
    const entries = await tools.store.authorities(subject.parties.authority);
    const entry = entries.find(({ id }) => id === prepared.body.entry);
    // The channel may have been taken out of the register since.
    if (entry === undefined || entry.endedAt !== undefined || entry.validUntil <= at)
      return refused('no-call-back', ['not-registered']);
    const prosecutors = outcome === 'confirmed' ? prosecutorsOf(mandate.state, mandates, at) : {};
    if (outcome === 'confirmed' && Object.keys(prosecutors).length === 0) return refused('no-prosecutor');
    const assigned = Object.values({ ...subject.assigned, ...prosecutors }).flat();
    return {
      state: subject.state,
      body: { kind: 'called-back', outcome, address, spokeWith, notes, prosecutors },
      assigned,
      outbox: Object.keys(prosecutors).map((recipient) => ({
        recipient,
        body: { notice: 'emergency-order-asked', caseId: subject.id },
      })),
      value: { outcome },
    };
  });
}

/** Spaces and marks between the digits do not make another number. */
const dialled = (address: string): string => address.toLowerCase().replace(/[\s().-]/g, '');

/** Every prosecutor in office: whoever of them is awake orders. */
function prosecutorsOf(state: string, mandates: readonly RegisteredMandate[], at: string): Assignment {
  const inOffice = mandates.filter((each) => each.role === 'prosecutor' && each.state === state && holds(each, at));
  return Object.fromEntries(
    [...Map.groupBy(inOffice, ({ authority }) => authority)].map(([authority, all]) => [
      authority,
      all.map(({ id }) => id),
    ]),
  );
}
