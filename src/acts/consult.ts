import type { PolicyName } from '../../law/law.ts';
import { consultFirst, isPostponable, postponement, reservedIn } from '../law/grounds.ts';
import { limits } from '../limits.ts';
import { stateAfter } from '../request/case.ts';
import type { Writer } from '../store/writer.ts';
import type { ActOnCase } from './act-input.ts';
import { refused, type Answer } from './answer.ts';
import { assessCase } from './assess-case.ts';
import type { Random } from './leaf-for.ts';
import { perform } from './perform.ts';

export type Consult = ActOnCase &
  Readonly<{ /** The grounds on which a refusal is considered. */ grounds: readonly string[]; message: string }>;

/**
 * Consults the asking State before a refusal (art. 40(28)), on grounds for which the treaty asks that. It may answer for
 * so many days; the refusal waits for its answer or the end of that time.
 */
export async function consult(
  input: Consult,
  tools: { store: Writer; now: () => string; random: Random; policy: PolicyName },
): Promise<Answer> {
  const { grounds, message } = input;
  return perform('consult', input, { grounds, message }, tools, async ({ subject, at }) => {
    const { measure } = subject.latest.body.request;
    if (measure === undefined) return refused('needs-facts', ['stated.measure']);
    const { facts } = assessCase(subject, { ...tools, mandates: await tools.store.mandates() });
    const offered = [...consultFirst(measure, reservedIn(facts)), ...(isPostponable(measure) ? [postponement] : [])];
    const known: readonly string[] = offered;
    if (grounds.length === 0 || grounds.some((ground) => !known.includes(ground))) return refused('no-ground', offered);
    const answerBy = new Date(Date.parse(at) + limits.consultationDays * 86_400_000).toISOString();
    const body = { kind: 'consulted', grounds, message, answerBy } as const;
    return {
      state: stateAfter(subject, body),
      body,
      outbox: [{ recipient: subject.parties.requestingAuthority, body: { notice: 'consulted', caseId: subject.id } }],
      value: { answerBy },
    };
  });
}
