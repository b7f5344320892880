/** Everything that an article in law/ may say, behind one door. */
export { allOf, always, anyOf, atLeast, before, given, includes, is, not, notAfter } from './conditions.ts';
export type { Condition } from './conditions.ts';
export { rule } from './rule.ts';
export type { Rule } from './rule.ts';
export { policy } from './switches.ts';
