import type { RuleWords } from '../../src/law/catalogue.ts';
import type { RuleId } from '../law.ts';
import { cooperationRules } from './cooperation.fr.ts';
import { offenceRules } from './offences.fr.ts';
import { rightsRules } from './rights.fr.ts';
import { scopeRules } from './scope.fr.ts';

/** Chaque règle : son objet, et ce qui est dit quand sa conséquence s’ensuit. */
export const rules = {
  ...scopeRules,
  ...offenceRules,
  ...cooperationRules,
  ...rightsRules,
} as const satisfies Record<RuleId, RuleWords>;
