import { parseArticle, type Article, type RuleExamples } from './article.ts';
import { compileLaw } from './compile.ts';
import type { Condition } from './conditions.ts';
import { decide } from './decide.ts';
import { canonicalJson, sha256Hex } from '../canonical.ts';
import type { Facts } from './facts.ts';
import { LawError } from './law-error.ts';
import { ruleData, type Rule } from './rule.ts';

/**
 * Puts the two sides of the law together, the lawyers' text and the rules, and refuses to go on where they do not fit: a duplicate
 * id, versions that overlap, a rule without examples, an example that comes out otherwise than it says.
 */
export type LoadedLaw = Readonly<{
  articles: readonly Article[];
  /** Rule id -> who has read text and rule as they stand. Empty where nobody has. */
  reviews: ReadonlyMap<string, readonly Review[]>;
}>;
export type Review = Readonly<{ rule: string; reviewer: string; date: string; sha256: string }>;

/** @throws LawError with file and line. */
export function loadLaw(
  rules: readonly Rule[],
  files: readonly Readonly<{ path: string; text: string }>[],
  reviewsCsv: string,
): LoadedLaw {
  checkIds(rules);
  const articles = files.map(({ path, text }) => parseArticle(path, text));
  const written = new Map<string, Readonly<{ path: string; examples: RuleExamples; text: string }>>();
  for (const { path, sections } of articles) {
    for (const { rules: named, text } of sections) {
      for (const examples of named) {
        const at = `${path}:${examples.line}`;
        if (!rules.some(({ id }) => id === examples.rule))
          throw new LawError('rule.unknown', at, `no such rule: ${examples.rule}`);
        if (written.has(examples.rule)) throw new LawError('rule.twice', at, `${examples.rule} has examples elsewhere`);
        written.set(examples.rule, { path, examples, text });
      }
    }
  }
  for (const rule of rules) {
    const found = written.get(rule.id);
    if (found === undefined) throw new LawError('rule.examples', rule.at, `${rule.id} has no text and examples`);
    checkExamples(rule, found.path, found.examples);
  }
  return { articles, reviews: reviewsThatStand(rules, reviewsCsv, (id) => written.get(id)?.text ?? '') };
}

/** One id, one rule at a time. */
export function checkIds(rules: readonly Rule[]): void {
  rules.forEach((rule, index) => {
    for (const other of rules.slice(0, index)) {
      if (other.id !== rule.id) continue;
      const apart =
        (other.repealedOn !== undefined && other.repealedOn <= rule.inForceFrom) ||
        (rule.repealedOn !== undefined && rule.repealedOn <= other.inForceFrom);
      if (!apart)
        throw new LawError(
          'rule.duplicate',
          rule.at,
          `${rule.id} is in force at the same time as the one at ${other.at}`,
        );
    }
  });
}

/** Runs each example, and sees that they show the rule from both sides. */
function checkExamples(rule: Rule, path: string, { line, examples }: RuleExamples): void {
  const outcomes = new Set<string>();
  for (const example of examples) {
    for (const facts of example.cases) {
      const { outcome, missing } = runExample(rule, facts);
      if (outcome !== example.outcome || missing !== example.missing.toSorted().join(', ')) {
        const said = missing === '' ? outcome : `${outcome}, missing ${missing}`;
        throw new LawError('example.wrong', `${path}:${example.line}`, `${rule.id} answers: ${said}`);
      }
      outcomes.add(outcome);
    }
  }
  const calm = outcomes.has('met') || outcomes.has('does not apply');
  const trips = outcomes.has(rule.consequence) || (rule.requires !== undefined && !canFail(rule.requires));
  if (!calm || !trips || !outcomes.has('open')) {
    throw new LawError(
      'example.sides',
      `${path}:${line}`,
      `${rule.id} needs an example that is calm, one that is open, and one where its consequence follows`,
    );
  }
}

/** What one rule alone says of an example. */
export function runExample(rule: Rule, facts: Facts): Readonly<{ outcome: string; missing: string }> {
  const policy = { id: 'example', title: 'Example', on: rule.switch === undefined ? [] : [rule.switch] };
  const [finding] = decide(compileLaw([rule], policy, rule.inForceFrom), facts).findings;
  if (finding === undefined) return { outcome: 'does not apply', missing: '' };
  if (finding.result === 'open') return { outcome: 'open', missing: finding.missing.toSorted().join(', ') };
  return { outcome: finding.result === 'met' ? 'met' : rule.consequence, missing: '' };
}

/** Whether a condition can ever be "no". One that only waits for facts to be given cannot. */
function canFail(condition: Condition): boolean {
  switch (condition.kind) {
    case 'always':
    case 'given':
      return false;
    case 'anyOf':
      return condition.parts.every(canFail);
    case 'allOf':
      return condition.parts.some(canFail);
    case 'is':
    case 'includes':
    case 'atLeast':
    case 'before':
    case 'notAfter':
    case 'not':
      return true;
  }
}

/** What a reviewer signs for: SHA-256 (hex) of the text of the paragraph, a line feed, and the rule as canonical JSON. */
export function reviewedSha256(text: string, rule: Rule): string {
  return sha256Hex(`${text}\n${canonicalJson(ruleData(rule))}`);
}

/** law/reviews.csv: `rule,reviewer,date,sha256`, no quoting. A review of another version does not count. */
function reviewsThatStand(
  rules: readonly Rule[],
  csv: string,
  textOf: (id: string) => string,
): ReadonlyMap<string, readonly Review[]> {
  const [header, ...rows] = csv.trimEnd().split('\n');
  if (header !== 'rule,reviewer,date,sha256')
    throw new LawError('reviews.form', 'law/reviews.csv:1', 'rule,reviewer,date,sha256');
  const standing = new Map<string, Review[]>();
  rows.forEach((row, index) => {
    const [rule = '', reviewer = '', date = '', sha256 = '', ...more] = row.split(',');
    const at = `law/reviews.csv:${index + 2}`;
    if (more.length > 0 || reviewer === '' || !/^\d{4}-\d\d-\d\d$/.test(date) || !/^[0-9a-f]{64}$/.test(sha256)) {
      throw new LawError('reviews.form', at, 'rule,reviewer,date,sha256');
    }
    const reviewed = rules.filter(({ id }) => id === rule);
    if (reviewed.length === 0) throw new LawError('rule.unknown', at, `no such rule: ${rule}`);
    if (reviewed.some((each) => reviewedSha256(textOf(rule), each) === sha256)) {
      standing.set(rule, [...(standing.get(rule) ?? []), { rule, reviewer, date, sha256 }]);
    }
  });
  return standing;
}
