import type { Writer } from '../store/writer.ts';
import type { ActOnCase } from './act-input.ts';
import type { Answer } from './answer.ts';
import type { Random } from './leaf-for.ts';
import { perform } from './perform.ts';

/** The asking State takes its request back, in any state before release. A provider who has the order is told too. */
export async function withdraw(
  input: ActOnCase & Readonly<{ reasons: string }>,
  tools: { store: Writer; now: () => string; random: Random },
): Promise<Answer> {
  return perform('withdraw', input, { reasons: input.reasons }, tools, ({ subject }) => {
    const { authority, provider } = subject.parties;
    const ordered = subject.authorised !== undefined && provider !== null;
    const body = { notice: 'withdrawn', caseId: subject.id };
    return {
      state: 'withdrawn',
      body: { kind: 'withdrawn', reasons: input.reasons },
      outbox: [authority, ...(ordered ? [provider] : [])].map((recipient) => ({ recipient, body })),
      value: null,
    };
  });
}
