import { policies, rules, type PolicyName } from '../../law/law.ts';
import { rights, type Ask, type Right } from './asks.ts';
import type { Example, Front } from './article.ts';
import { labelOf, ruleWords, type Catalogue } from './catalogue.ts';
import type { FactName } from './facts.ts';
import { groundInfo } from './grounds.ts';
import { reviewedSha256, type LoadedLaw, type Review } from './load.ts';
import { factsOfRule, ruleData, type Rule } from './rule.ts';
import { sayRule } from './say.ts';

/**
 * The law as a reader meets it: article by article, paragraph by paragraph, our words beside the rule in plain language, its examples, how
 * sure we are, who has reviewed it, which asks it answers. What pages, the command line and the JSON export all show.
 */
export type ShelvedRule = Readonly<{
  id: string;
  title: string;
  /** The whole rule in plain language. */
  says: string;
  /** The rule as data, without file and line. */
  rule: Omit<Rule, 'at'>;
  /** File and line where the rule is written, and where its examples stand. */
  at: string;
  examplesAt: string;
  /** What a refusal on it would cite, in our own words. */
  ground?: string;
  facts: readonly Readonly<{ name: FactName; label: string }>[];
  examples: readonly Example[];
  /** The policies under which it counts. */
  policies: readonly PolicyName[];
  /** Who has read text and rule as they stand; empty where nobody has. */
  reviews: readonly Review[];
  /** The hash that a review of it signs for. */
  sha256: string;
}>;
export type Paragraph = Readonly<{
  heading: string;
  text: string;
  notCoded: readonly string[];
  rules: readonly ShelvedRule[];
}>;
export type ShelvedArticle = Readonly<{
  /** `un-cybercrime`, `iccpr`, `cat` or `crc`. */
  instrument: string;
  /** The number of the article, without leading zeros: with the instrument, the address of its page. */
  number: string;
  front: Front;
  path: string;
  paragraphs: readonly Paragraph[];
  asks: readonly Ask[];
  protects: readonly Right[];
}>;

/** Every article in reading order: the Convention first, then the rights; by number. */
export function libraryOf(law: LoadedLaw, words: Catalogue): readonly ShelvedArticle[] {
  const articles = law.articles.map((article) => {
    const paragraphs = article.sections.map(({ heading, text, notCoded, rules: named }) => ({
      heading,
      text,
      notCoded,
      rules: named.flatMap(({ rule: id, line, examples }) =>
        versionsOf(id).map((rule) =>
          shelve(rule, { words, law, text, examples, examplesAt: `${article.path}:${line}` }),
        ),
      ),
    }));
    const its = paragraphs.flatMap((paragraph) => paragraph.rules.map(({ rule }) => rule));
    return {
      ...addressOf(article.path),
      front: article.front,
      path: article.path,
      paragraphs,
      asks: [...new Set(its.flatMap(({ asks }) => asks))].sort(),
      protects: rights.filter((right) => its.some(({ protects }) => protects.includes(right))),
    };
  });
  return articles.toSorted((a, b) => place(a.instrument) - place(b.instrument) || Number(a.number) - Number(b.number));
}

const versionsOf = (id: string): readonly Rule[] => (rules as readonly Rule[]).filter((rule) => rule.id === id);

const instruments = ['un-cybercrime', 'iccpr', 'cat', 'crc'];
const place = (instrument: string): number => instruments.indexOf(instrument);

/** `law/rights/iccpr-07.md` is article 7 of the Covenant; `law/un-cybercrime/article-24.md` is article 24 of the Convention. */
function addressOf(path: string): Readonly<{ instrument: string; number: string }> {
  const [, folder = '', name = '', digits = ''] = /^law\/([a-z-]+)\/([a-z]+)-(\d+)\.md$/.exec(path) ?? [];
  return { instrument: folder === 'rights' ? name : folder, number: String(Number(digits)) };
}

type Beside = Readonly<{
  words: Catalogue;
  law: LoadedLaw;
  text: string;
  examples: readonly Example[];
  examplesAt: string;
}>;

function shelve(rule: Rule, { words, law, text, examples, examplesAt }: Beside): ShelvedRule {
  return {
    id: rule.id,
    title: ruleWords(words, rule.id)[0],
    says: sayRule(words, rule),
    rule: ruleData(rule),
    at: rule.at,
    examplesAt,
    ...(rule.reason === undefined ? {} : { ground: groundInfo(rule.reason).says }),
    facts: factsOfRule(rule).map((name) => ({ name, label: labelOf(words, name) })),
    examples,
    policies: policyNames.filter((name) => rule.switch === undefined || policies[name].on.includes(rule.switch)),
    reviews: law.reviews.get(rule.id) ?? [],
    sha256: reviewedSha256(text, rule),
  };
}

const policyNames = Object.keys(policies) as readonly PolicyName[];
