import type { PolicyName } from '../../law/law.ts';
import { limits } from '../limits.ts';
import { inDays } from '../request/duty-table.ts';
import { askedScope } from '../request/scope.ts';
import type { Writer } from '../store/writer.ts';
import type { ActOnCase } from './act-input.ts';
import { refused, type Answer } from './answer.ts';
import { assessCase } from './assess-case.ts';
import type { Random } from './leaf-for.ts';
import { perform } from './perform.ts';
import { providerFor } from './provider-for.ts';

/**
 * The officer has data preserved at once (art. 42(4)): nothing leaves, so no court is asked first. Only what was asked, and
 * for at most 90 days (art. 25(2)); nothing may bar the request, and the officer's own questions are answered.
 */
export async function preserve(
  input: ActOnCase & Readonly<{ /** UTC */ until: string; reasons: string }>,
  tools: { store: Writer; now: () => string; random: Random; policy: PolicyName },
): Promise<Answer> {
  const { until, reasons } = input;
  return perform('preserve', input, { until, reasons }, tools, async ({ subject, at }) => {
    const { request } = subject.latest.body;
    if (request.measure !== 'preservation') return refused('not-preservation');
    const latest = inDays(at, limits.preservationDays);
    if (until <= at || until > latest) return refused('bad-date', [at, latest]);
    const assessment = assessCase(subject, { ...tools, mandates: await tools.store.mandates() });
    if (assessment.bars.length > 0) return refused('barred', assessment.bars);
    const open = assessment.questions.filter(({ who }) => who[0] === 'case-officer').map(({ fact }) => fact);
    const lacking = [...assessment.owed.map(({ fact }) => fact), ...assessment.asks, ...open];
    const scope = askedScope(request);
    if (lacking.length > 0 || scope === undefined) return refused('needs-facts', lacking.length > 0 ? lacking : ['stated.targets', 'stated.dataCategories', 'stated.period.from']); // prettier-ignore
    const provider = await providerFor(request, at, tools.store);
    if (provider === undefined) return refused('unknown-provider', request.provider ? [request.provider.name] : []);
    const notice = { notice: 'preservation-ordered', caseId: subject.id, until };
    return {
      state: 'preserving',
      body: { kind: 'preservation-ordered', scope, provider, until, reasons },
      provider,
      outbox: [provider, subject.parties.requestingAuthority].map((recipient) => ({ recipient, body: notice })),
      value: { until },
    };
  });
}
