import type { RuleWords } from '../../src/law/catalogue.ts';
import type { RuleId } from '../law.ts';
import { cooperationRules } from './cooperation.en.ts';
import { offenceRules } from './offences.en.ts';
import { rightsRules } from './rights.en.ts';
import { scopeRules } from './scope.en.ts';

/** Each rule: what it is about, and what is said when its consequence follows. */
export const rules = {
  ...scopeRules,
  ...offenceRules,
  ...cooperationRules,
  ...rightsRules,
} as const satisfies Record<RuleId, RuleWords>;
