import type { Condition } from '../../src/law/conditions.ts';
import type { Rule } from '../../src/law/rule.ts';

/** Whether a rule only waits for facts to be given: then nothing ever trips it, and it can be seen open at most. */
export const waitsOnly = (rule: Rule): boolean => rule.requires !== undefined && onlyGiven(rule.requires);

const onlyGiven = (condition: Condition): boolean =>
  condition.kind === 'given' ||
  (condition.kind === 'anyOf' && condition.parts.some(onlyGiven)) ||
  (condition.kind === 'allOf' && condition.parts.every(onlyGiven));
