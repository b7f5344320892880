import { limits } from '../limits.ts';
import { inDays } from '../request/duty-table.ts';
import type { Writer } from '../store/writer.ts';
import type { ActOnCase } from './act-input.ts';
import { refused, type Answer } from './answer.ts';
import type { Random } from './leaf-for.ts';
import { perform } from './perform.ts';

/** Another time of preservation, with reasons, before the last one ended: at most 90 days from now (arts 25(2), 42(9)). */
export async function extendPreservation(
  input: ActOnCase & Readonly<{ until: string; reasons: string }>,
  tools: { store: Writer; now: () => string; random: Random },
): Promise<Answer> {
  const { until, reasons } = input;
  return perform('extend-preservation', input, { until, reasons }, tools, ({ subject, at }) => {
    const now = subject.preservation?.until ?? at;
    const latest = inDays(at, limits.preservationDays);
    if (until <= now || until > latest) return refused('bad-date', [now, latest]);
    const { provider, requestingAuthority } = subject.parties;
    const body = { kind: 'preservation-extended', until, reasons } as const;
    return {
      state: subject.state,
      body,
      outbox: [requestingAuthority, ...(provider === null ? [] : [provider])].map((recipient) => ({
        recipient,
        body: { notice: body.kind, caseId: subject.id, until },
      })),
      value: { until },
    };
  });
}
