import { breaches, type Breach } from '../request/aftermath.ts';
import { dutiesOf, dutyState } from '../request/duty.ts';
import type { Writer } from '../store/writer.ts';
import type { ActOnCase } from './act-input.ts';
import { refused, type Answer } from './answer.ts';
import type { Random } from './leaf-for.ts';
import { perform } from './perform.ts';

/**
 * The sending authority records, with reasons, that conditions were broken. The asking State reads it. What a date alone
 * decides (kept too long, never accepted) is recorded only once that date has passed.
 */
export async function recordBreach(
  input: ActOnCase & Readonly<{ breach: string; reasons: string }>,
  tools: { store: Writer; now: () => string; random: Random },
): Promise<Answer> {
  const { reasons } = input;
  return perform('record-breach', input, { breach: input.breach, reasons }, tools, ({ subject, at }) => {
    const breach = breaches.find((each): each is Breach => each === input.breach);
    if (breach === undefined) return refused('no-ground', breaches);
    const kind = breach === 'kept-too-long' ? 'destroy' : breach === 'not-accepted' ? 'accept-conditions' : undefined;
    const duty = kind && dutiesOf(subject).findLast((each) => each.kind === kind);
    const late = duty?.met === undefined ? duty && dutyState(duty, at) === 'overdue' : duty.met.at >= duty.due;
    if (kind !== undefined && late !== true) return refused('not-overdue', duty === undefined ? [] : [duty.due]);
    return {
      state: subject.state,
      body: { kind: 'breach-recorded', breach, reasons },
      outbox: [
        { recipient: subject.parties.requestingAuthority, body: { notice: 'breach-recorded', caseId: subject.id } },
      ],
      value: null,
    };
  });
}
