import type { Writer } from '../store/writer.ts';
import type { ActOnCase } from './act-input.ts';
import type { Answer } from './answer.ts';
import type { Random } from './leaf-for.ts';
import { perform } from './perform.ts';

/** A court refuses to authorise, with reasons. Nothing can be produced or released then. */
export async function refuseAuthorisation(
  input: ActOnCase & Readonly<{ reasons: string }>,
  tools: { store: Writer; now: () => string; random: Random },
): Promise<Answer> {
  return perform('authorise', input, { reasons: input.reasons }, tools, ({ subject }) => {
    const body = { kind: 'authorisation-refused', reasons: input.reasons } as const;
    return {
      state: 'authorisation-refused',
      body,
      outbox: [
        { recipient: subject.parties.authority, body: { notice: 'authorisation-refused', caseId: subject.id } },
        {
          recipient: subject.parties.requestingAuthority,
          body: { notice: 'authorisation-refused', caseId: subject.id },
        },
      ],
      value: null,
    };
  });
}
