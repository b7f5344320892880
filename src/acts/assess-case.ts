import type { Mandate } from '../authorisation/mandate.ts';
import { assess, type Assessment } from '../law/assessment.ts';
import { foundFact } from '../law/findings-file.ts';
import { systemFacts } from '../law/system-facts.ts';
import type { PolicyName } from '../../law/law.ts';
import type { Case } from '../request/case.ts';
import { factsOf } from '../request/facts-of.ts';

/**
 * What the law says of a case at an instant: what the request as it stands states, what people found, what the system
 * measured. The date on which the request was first received picks the version of the rules; what was found later counts
 * from then on.
 */
export function assessCase(subject: Case, tools: { policy: PolicyName; mandates: readonly Mandate[] }): Assessment {
  const { received, latest } = subject;
  const { request } = latest.body;
  const found = [...subject.findings.values()].map(({ at, by, finding }) => {
    const mandate = tools.mandates.find(({ id }) => id === by);
    if (mandate?.role !== 'case-officer' && mandate?.role !== 'judge')
      throw new Error(`${by} found a fact and has no mandate to`);
    return foundFact({ ...finding, person: mandate.name, mandate: mandate.role, at });
  });
  return assess({
    facts: [...factsOf(request), ...systemFacts({ ...request, on: latest.at }), ...found],
    policy: tools.policy,
    on: received.at,
  });
}
