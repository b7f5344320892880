import { limits } from '../limits.ts';
import { isPostponable, postponement } from '../law/grounds.ts';
import { heardOn } from '../request/case.ts';
import { inDays } from '../request/duty-table.ts';
import type { Writer } from '../store/writer.ts';
import type { ActOnCase } from './act-input.ts';
import { refused, type Answer } from './answer.ts';
import type { Random } from './leaf-for.ts';
import { perform } from './perform.ts';

/**
 * The officer postpones help that would disturb a proceeding here (art. 40(27)), with reasons and until a date; the asking
 * State was consulted before (art. 40(28)). Only of articles 44 to 46: preservation and traffic disclosure are not postponed.
 */
export async function postpone(
  input: ActOnCase & Readonly<{ reasons: string; /** UTC */ until: string }>,
  tools: { store: Writer; now: () => string; random: Random },
): Promise<Answer> {
  const { reasons, until } = input;
  return perform('postpone', input, { reasons, until }, tools, ({ subject, at }) => {
    const { measure } = subject.latest.body.request;
    if (measure === undefined) return refused('needs-facts', ['stated.measure']);
    if (!isPostponable(measure)) return refused('not-postponable');
    if (!heardOn(subject, at).includes(postponement)) return refused('consult-first', [postponement]);
    const latest = inDays(at, limits.postponementDays);
    if (until <= at || until > latest) return refused('bad-date', [at, latest]);
    return {
      state: 'postponed',
      body: { kind: 'postponed', reasons, until },
      outbox: [
        {
          recipient: subject.parties.requestingAuthority,
          body: { notice: 'postponed', caseId: subject.id, until, reasons },
        },
      ],
      value: { until },
    };
  });
}
