import type { DataCategory, EvidenceRequest, Period, Target } from './request.ts';

/**
 * Exactly which evidence: of whom, of which kind, from when (inclusive) until when (exclusive), in UTC.
 * The asking State proposes a scope, the court authorises the same or a smaller one, minimisation executes it.
 */
export type Scope = Readonly<{
  targets: readonly Target[];
  dataCategories: readonly DataCategory[];
  period: Period;
}>;

/** What a request asks for, as a scope; `undefined` while it does not say all of it. Nothing granted reaches further. */
export const askedScope = ({ targets, dataCategories, period }: EvidenceRequest): Scope | undefined =>
  targets && dataCategories && period ? { targets, dataCategories, period } : undefined;
