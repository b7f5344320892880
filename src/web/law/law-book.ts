import type { ShelvedArticle, ShelvedRule } from '../../law/library.ts';
import { lawExport } from '../../law/law-export.ts';
import type { Standing } from '../../law/scenario.ts';

/** The law as its pages show it: the library, and for each rule the scenarios of the conformance suite that are about it. */
export type BookScenario = Readonly<{ name: string; why: string; about: Readonly<Record<string, Standing>> }>;
export type RuleScenario = Readonly<{ name: string; why: string; standing: Standing }>;

export type LawBook = Readonly<{
  /** In reading order. */
  articles: readonly ShelvedArticle[];
  article: (instrument: string, number: string) => ShelvedArticle | undefined;
  /** Rule -> the scenarios about it; empty where there are none. */
  scenariosOf: (rule: string) => readonly RuleScenario[];
  /** All of it as JSON (docs/spec/law.md). */
  exported: () => string;
}>;

/** @param scenarios none where the conformance suite is not there: nothing is shown then. */
export function openLawBook(articles: readonly ShelvedArticle[], scenarios: readonly BookScenario[]): LawBook {
  const byPlace = new Map(articles.map((each) => [`${each.instrument}/${each.number}`, each]));
  const byRule = new Map<string, RuleScenario[]>();
  for (const { name, why, about } of scenarios) {
    for (const [rule, standing] of Object.entries(about)) {
      const known = byRule.get(rule) ?? [];
      byRule.set(rule, [...known, { name, why, standing }]);
    }
  }
  let exported: string | undefined;
  return {
    articles,
    exported: () => (exported ??= `${JSON.stringify(lawExport(articles), null, 2)}\n`),
    article: (instrument, number) => byPlace.get(`${instrument}/${number}`),
    scenariosOf: (rule) => byRule.get(rule) ?? [],
  };
}

export const rulesOf = ({ paragraphs }: ShelvedArticle): readonly ShelvedRule[] =>
  paragraphs.flatMap(({ rules }) => rules);

/** A review of another version, or of another text, is none of this one. */
export const reviewsOf = ({ reviews, sha256 }: ShelvedRule): ShelvedRule['reviews'] =>
  reviews.filter((each) => each.sha256 === sha256);

export const reviewedAmong = (rules: readonly ShelvedRule[]): number =>
  rules.filter((rule) => reviewsOf(rule).length > 0).length;

/** The mark alone: SEEN, SEC, MEM+, MEM? or NF. */
export const markOf = (sure: string): string => /^[A-Z]+[+?]?/.exec(sure)?.[0] ?? '';
