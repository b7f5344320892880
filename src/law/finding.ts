import type { FactName } from './facts.ts';
import type { Consequence } from './rule.ts';

/**
 * What one rule says of a case. `tripped`: its consequence follows. `open`: it cannot be said yet; `missing` would
 * take it further. `met`: it applies and is satisfied. A rule that does not apply, or can no longer be tripped, says nothing.
 */
export type Finding = Readonly<
  | { rule: string; result: 'met' | 'tripped'; consequence: Consequence }
  | { rule: string; result: 'open'; consequence: Consequence; missing: readonly FactName[] }
>;
