import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { rules } from '../../law/law.ts';
import { loadLaw, reviewedSha256, runExample } from '../../src/law/load.ts';
import { LawError } from '../../src/law/law-error.ts';
import type { Rule } from '../../src/law/rule.ts';
import { atLeast, is, policy, rule } from '../../src/law/words.ts';

const root = join(import.meta.dirname, '../..');
const files = ['law/un-cybercrime', 'law/rights'].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => ({ path: `${folder}/${name}`, text: readFileSync(join(root, folder, name), 'utf8') })),
);
const reviews = readFileSync(join(root, 'law/reviews.csv'), 'utf8');

const refuses = (code: string, at: RegExp, action: () => unknown): void => {
  assert.throws(action, (error) => {
    assert.ok(error instanceof LawError, String(error));
    assert.equal(error.code, code, error.message);
    assert.match(error.message, at);
    return true;
  });
};

const sample = (over: Partial<Parameters<typeof rule>[0]> = {}): Rule =>
  rule({
    id: 'un-cybercrime/99/sample',
    applies: is('stated.measure', 'stored-data'),
    requires: is('found.necessity', true),
    otherwise: 'refuse',
    reason: '40(21)(c)',
    protects: ['iccpr/17'],
    asks: ['B1'],
    inForceFrom: '2024-12-24',
    ...over,
  } as Parameters<typeof rule>[0]);

const front = `---
instrument: A treaty
article: 99
title: Sample
link: https://treaty.example/99
checked: 2026-11-22
sure: NF
---
`;
const good = `${front}
# Article 99: Sample

## 99 Sample

It says so.

Rule: \`un-cybercrime/99/sample\`

| stated.measure | found.necessity | outcome | missing |
| --- | --- | --- | --- |
| stored-data | yes | met | |
| stored-data | no | refuse | |
| stored-data | | open | found.necessity |
`;
const load = (text: string, these: readonly Rule[] = [sample()], csv = reviews): ReturnType<typeof loadLaw> =>
  loadLaw(these, [{ path: 'law/sample.md', text }], csv);

test('every rule has its text and its examples, and every example comes out as it says', () => {
  const { articles, reviews: standing } = loadLaw(rules, files, reviews);
  const examples = articles.flatMap(({ sections }) =>
    sections.flatMap((each) => each.rules.flatMap((of) => of.examples)),
  );
  assert.ok(examples.length >= 3 * rules.length, `${examples.length} examples`);
  assert.equal(standing.size, 0, 'nobody has reviewed the law yet, and it says so');
});

test('the sample article loads', () => {
  assert.equal(load(good).articles[0]?.sections[0]?.rules[0]?.examples.length, 3);
});

for (const [law, code, at, broken] of [
  [
    'an example that comes out otherwise',
    'example.wrong',
    /^law\/sample\.md:21: .*answers: refuse$/,
    good.replace('no | refuse', 'no | met'),
  ],
  [
    'an example that asks for another fact',
    'example.wrong',
    /^law\/sample\.md:22: .*missing found\.necessity$/,
    good.replace('open | found.necessity', 'open | found.legality'),
  ],
  [
    'an unknown fact in a table',
    'article.form',
    /^law\/sample\.md:18: no such fact: found\.need$/,
    good.replace('| found.necessity | outcome', '| found.need | outcome'),
  ],
  [
    'an impossible value',
    'article.form',
    /^law\/sample\.md:20: found\.necessity is never "perhaps"$/,
    good.replace('| yes |', '| perhaps |'),
  ],
  [
    'a row with a cell too few',
    'article.form',
    /^law\/sample\.md:20: 4 cells$/,
    good.replace('| yes | met | |', '| met | |'),
  ],
  [
    'a rule that nobody wrote',
    'rule.unknown',
    /^law\/sample\.md:16: no such rule/,
    good.replace('99/sample`', '99/other`'),
  ],
  [
    'a rule without a table',
    'article.form',
    /^law\/sample\.md:16: a table of examples/,
    good.slice(0, good.indexOf('| stated')),
  ],
  [
    'examples from one side only',
    'example.sides',
    /^law\/sample\.md:16: /,
    good.replace(/\| stored-data \| no .*\n/, ''),
  ],
  [
    'a table without a rule',
    'article.form',
    /^law\/sample\.md:\d+: a table of examples follows/,
    good.replace(/Rule: .*\n/, ''),
  ],
  [
    'a paragraph that says nothing',
    'article.form',
    /^law\/sample\.md:12: the paragraph says nothing$/,
    good.replace('It says so.', ''),
  ],
  [
    'a paragraph with neither rule nor reason',
    'article.form',
    /^law\/sample\.md:\d+: neither a rule nor/,
    `${good}\n## 99(2) More\n\nIt says more.\n`,
  ],
  [
    'front matter that lacks the link',
    'article.front',
    /^law\/sample\.md:1: front matter lacks link$/,
    good.replace(/link: .*\n/, ''),
  ],
  [
    'a doubt that is not on the scale',
    'article.front',
    /^law\/sample\.md:1: sure begins with/,
    good.replace('sure: NF', 'sure: certain'),
  ],
  ['an article without front matter', 'article.front', /^law\/sample\.md:1: /, good.replace('---\n', '')],
] as const) {
  test(`${law} fails at load, with file and line`, () => {
    refuses(code, at, () => load(broken));
  });
}

test('a rule without text and examples fails at load, at its own file and line', () => {
  refuses('rule.examples', /^tests\/law\/load\.test\.ts:\d+: un-cybercrime\/99\/lonely/, () =>
    load(good, [sample(), sample({ id: 'un-cybercrime/99/lonely' })]),
  );
});

test('two rules with one id fail at load, unless one ends before the other begins', () => {
  refuses('rule.duplicate', /^tests\/law\/load\.test\.ts:\d+: .* is in force at the same time/, () =>
    load(good, [sample(), sample()]),
  );
  const old = sample({ repealedOn: '2026-06-01' });
  refuses('rule.duplicate', /same time/, () => load(good, [old, sample({ inForceFrom: '2026-05-31' })]));
  load(good, [old, sample({ inForceFrom: '2026-06-01' })]);
});

test('a rule that names an unknown fact or value fails where it is written', () => {
  const here = /^tests\/law\/load\.test\.ts:\d+: /;
  // @ts-expect-error no such fact
  refuses('fact.unknown', here, () => is('found.guilt', true));
  // @ts-expect-error no such value
  refuses('value.unknown', here, () => is('stated.measure', 'wiretap'));
  // @ts-expect-error not a number
  refuses('fact.kind', here, () => atLeast('stated.measure', 4));
  // @ts-expect-error no such safeguard
  refuses('switch.unknown', here, () => policy({ id: 'p', title: 'P', on: ['kindness'] }));
  refuses('switch.twice', here, () => policy({ id: 'p', title: 'P', on: ['minors', 'minors'] }));
});

test('a rule that cannot be meant fails where it is written', () => {
  for (const [code, over] of [
    ['rule.id', { id: 'article 99' }],
    ['rule.reason', { reason: undefined }],
    ['rule.reason', { otherwise: 'ask' }],
    ['rule.consequence', { otherwise: 'grant' }],
    ['rule.date', { inForceFrom: '2026-02-30' }],
    ['rule.date', { repealedOn: '2024-12-24' }],
    ['rule.asks', { asks: ['Z9'] }],
    ['rule.protects', { protects: ['iccpr/99'] }],
    ['switch.unknown', { switch: 'kindness' }],
  ] as const) {
    refuses(code, /^tests\/law\/load\.test\.ts:\d+: /, () => sample(over as never));
  }
});

test('a review counts for the text and the rule as they stand, and for nothing else', () => {
  const sha256 = reviewedSha256('It says so.', sample());
  const csv = `rule,reviewer,date,sha256\nun-cybercrime/99/sample,A. Reader,2026-11-22,${sha256}\n`;
  assert.equal(load(good, [sample()], csv).reviews.get('un-cybercrime/99/sample')?.[0]?.reviewer, 'A. Reader');
  assert.equal(load(good.replace('It says so.', 'It says no.'), [sample()], csv).reviews.size, 0);
  assert.equal(load(good, [sample({ asks: ['B2'] })], csv).reviews.size, 0);
  refuses('reviews.form', /^law\/reviews\.csv:2: /, () => load(good, [sample()], 'rule,reviewer,date,sha256\na,b,c\n'));
  refuses('reviews.form', /^law\/reviews\.csv:1: /, () => load(good, [sample()], 'who\n'));
});

test('an excuse is asked for only where it would matter', () => {
  const excused = sample({ unless: is('found.legality', true) });
  const outcome = (necessity?: boolean, legality?: boolean): string => {
    const fact = (name: string, value?: boolean): unknown[] =>
      value === undefined ? [] : [{ name, value, source: { by: 'system' } }];
    const facts = [
      { name: 'stated.measure', value: 'stored-data' },
      ...fact('found.necessity', necessity),
      ...fact('found.legality', legality),
    ];
    const said = runExample(excused, facts as never);
    return `${said.outcome} ${said.missing}`;
  };
  assert.deepEqual(
    [outcome(), outcome(true), outcome(false), outcome(false, true), outcome(false, false), outcome(undefined, true)],
    ['open found.necessity', 'met ', 'open found.legality', 'met ', 'refuse ', 'met '],
  );
});
