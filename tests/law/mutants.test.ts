import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { rules } from '../../law/law.ts';
import { parseArticle, type Example } from '../../src/law/article.ts';
import { runExample } from '../../src/law/load.ts';
import type { Rule } from '../../src/law/rule.ts';
import { mutantRules } from './mutants.ts';

const root = join(import.meta.dirname, '../..');
const examples = new Map<string, readonly Example[]>(
  ['law/un-cybercrime', 'law/rights']
    .flatMap((folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`))
    .filter((path) => path.endsWith('.md'))
    .flatMap((path) => parseArticle(path, readFileSync(join(root, path), 'utf8')).sections)
    .flatMap((section) => section.rules.map((each) => [each.rule, each.examples] as const)),
);

/** Whether some example comes out otherwise than it says. */
const caught = (rule: Rule): boolean =>
  (examples.get(rule.id) ?? []).some((example) =>
    example.cases.some((facts) => {
      const { outcome, missing } = runExample(rule, facts);
      return outcome !== example.outcome || missing !== example.missing.toSorted().join(', ');
    }),
  );

/** A rule that only waits for facts is never tripped, so no example can show what would follow. */
const shows = (rule: Rule): boolean =>
  (examples.get(rule.id) ?? []).some(({ outcome }) => outcome === rule.consequence);

test('a rule that is wrong by one word, number, value, part or consequence is caught by an example of its own', () => {
  let count = 0;
  const alive: string[] = [];
  for (const rule of rules as readonly Rule[]) {
    assert.ok(!caught(rule), `${rule.id} as it stands`);
    for (const mutant of mutantRules(rule)) {
      if (mutant.consequence !== rule.consequence && !shows(rule)) continue;
      count++;
      if (!caught(mutant)) alive.push(`${rule.id}: ${JSON.stringify({ ...mutant, at: undefined })}`);
    }
  }
  assert.ok(count > 9 * rules.length, `${count} mutants`);
  assert.deepEqual(alive, []);
});
