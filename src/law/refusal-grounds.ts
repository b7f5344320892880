import { rules } from '../../law/law.ts';
import type { Ground } from './grounds.ts';
import type { Rule } from './rule.ts';

const byId: ReadonlyMap<string, Rule> = new Map(rules.map((each: Rule) => [each.id, each]));

/** The treaty's grounds of tripped rules, each once: what a refusal that follows them speaks of (art. 40(25)). */
export const groundsOf = (ruleIds: readonly string[]): Ground[] => [
  ...new Set(ruleIds.map((id) => byId.get(id)?.reason).filter((ground) => ground !== undefined)),
];
