import { dutiesOf, latestExtension } from '../request/duty.ts';
import type { Writer } from '../store/writer.ts';
import type { ActOnCase } from './act-input.ts';
import { refused, type Answer } from './answer.ts';
import type { Random } from './leaf-for.ts';
import { perform } from './perform.ts';

/** Which duty (src/request/duty.ts), until when (UTC), and why. */
export type ExtendDuty = ActOnCase & Readonly<{ duty: string; until: string; reasons: string }>;

/**
 * The officer of a case puts off the date of a duty, with reasons, within what its row allows; of an order never beyond its
 * own end. The asking State and whoever owes the duty are told.
 */
export async function extendDuty(
  input: ExtendDuty,
  tools: { store: Writer; now: () => string; random: Random },
): Promise<Answer> {
  const { duty: id, until, reasons } = input;
  return perform('extend-duty', input, { duty: id, until, reasons }, tools, ({ subject, at }) => {
    const duty = dutiesOf(subject).find((each) => each.id === id);
    const latest = duty && latestExtension(duty, subject);
    if (duty === undefined || latest === undefined) return refused('no-such-duty');
    if (until <= duty.due || until <= at || until > latest) return refused('bad-date', [duty.due, latest]);
    const { requestingAuthority } = subject.parties;
    const told = new Set([requestingAuthority, ...(duty.owner.authority === undefined ? [] : [duty.owner.authority])]);
    return {
      state: subject.state,
      body: { kind: 'duty-extended', duty: id, until, reasons },
      outbox: [...told].map((recipient) => ({
        recipient,
        body: { notice: 'duty-extended', caseId: subject.id, duty: duty.kind, until },
      })),
      value: { until },
    };
  });
}
