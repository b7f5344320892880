import type { DataCategory, Period, Target } from './request.ts';

/**
 * Exactly which evidence: of whom, of which kind, from when (inclusive) until when (exclusive), in UTC.
 * The asking State proposes a scope, the court authorises the same or a smaller one, minimisation executes it.
 */
export type Scope = Readonly<{
  targets: readonly Target[];
  dataCategories: readonly DataCategory[];
  period: Period;
}>;
