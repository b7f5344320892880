import assert from 'node:assert/strict';
import { test } from 'node:test';
import { languages } from '../../src/catalogue/languages.ts';
import { english as englishLaw } from '../../law/words.en.ts';
import { french as frenchLaw } from '../../law/words.fr.ts';
import { pluralIn } from '../../src/catalogue/plural.ts';
import { spaced } from '../../src/catalogue/fr/spacing.ts';

/** Every text of a catalogue by its place: `case.tasks.acts.decide.0`. A function is asked with the numbers 2, 3, 4. */
function textsOf(value: unknown, place = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[place, value]];
  if (typeof value === 'function') return textsOf(Reflect.apply(value, undefined, [2, 3, 4]), `${place}()`);
  if (typeof value !== 'object' || value === null) throw new Error(`${place}: neither a text nor a group of texts`);
  return Object.entries(value).flatMap(([name, each]) => textsOf(each, place === '' ? name : `${place}.${name}`));
}

const english = new Map(textsOf(languages.en.words));
const others = Object.entries(languages).filter(([language]) => language !== 'en');

/** Single words may be the same in both ("Signature"), and commands and names of formats are. */
const mayBeShared = (place: string, text: string): boolean => /command|etsi/i.test(place) || !/\p{L}{2}\P{L}+\p{L}{2}/u.test(text); // prettier-ignore

test('every language says everything that English says, and nothing else', () => {
  for (const [language, { words }] of others) {
    const places = new Set(textsOf(words).map(([place]) => place));
    assert.deepEqual(
      [...english.keys()].filter((place) => !places.has(place)),
      [],
      language,
    );
    assert.deepEqual(
      [...places].filter((place) => !english.has(place)),
      [],
      language,
    );
  }
});

test('no text is left in English in another language', () => {
  for (const [language, { words }] of others) {
    const same = textsOf(words).filter(([place, text]) => english.get(place) === text);
    assert.deepEqual(
      same.filter(([place, text]) => !mayBeShared(place, text)),
      [],
      language,
    );
  }
});

test('no text is empty where English says something, and none says "undefined"', () => {
  for (const [language, { words }] of Object.entries(languages)) {
    for (const [place, text] of textsOf(words)) {
      if (english.get(place) !== '') assert.notEqual(text.trim(), '', `${language}: ${place}`);
      assert.doesNotMatch(text, /\bundefined\b|\bnull\b|NaN|\[object/, `${language}: ${place}`);
    }
  }
});

test('a language tells its own name, its tag and the direction in which it is written', () => {
  for (const [language, { name, words }] of Object.entries(languages)) {
    assert.equal(words.lang, language);
    assert.equal(new Intl.Locale(words.locale).language, language);
    const own = new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? '';
    assert.equal(name.toLocaleLowerCase(language), own.toLocaleLowerCase(language));
    assert.equal(words.dir, 'ltr');
  }
});

test('French holds the space before its double punctuation, in functions and lists too', () => {
  for (const [place, text] of textsOf(languages.fr.words)) {
    if (/ommand/.test(place)) continue;
    assert.doesNotMatch(text, / [:;?!»]|« /, place);
    assert.doesNotMatch(text, /\w[;?!»]|«\w|'/, place);
  }
  assert.equal(spaced({ say: () => ['« Oui » ?'] }).say()[0], '«\u00A0Oui\u00A0»\u00A0?');
  assert.equal(spaced('see http://here :x'), 'see http://here :x');
});

test('one and many are told apart as each language counts', () => {
  const [inEnglish, inFrench] = [pluralIn('en-GB'), pluralIn('fr')];
  const forms = { one: '# one', other: '# other' };
  assert.deepEqual(
    [0, 1, 2].map((count) => inEnglish(count, forms)),
    ['0 other', '1 one', '2 other'],
  );
  assert.deepEqual(
    [0, 1, 2].map((count) => inFrench(count, forms)),
    ['0 one', '1 one', '2 other'],
  );
  assert.equal(inEnglish(100_000, forms), '100,000 other');
  assert.equal(inFrench(100_000, forms), '100\u202F000 other');
  assert.equal(inFrench(1_000_000, { ...forms, many: '# de' }), '1\u202F000\u202F000 de');
});

test('the law says in French all that it says in English, and leaves nothing in English', () => {
  const [one, other] = [new Map(textsOf(englishLaw)), new Map(textsOf(frenchLaw))];
  const isWord = (place: string): boolean => !place.startsWith('values.') && place !== 'language';
  assert.deepEqual(
    [...one.keys()].filter((place) => isWord(place) && !other.has(place)),
    [],
  );
  assert.deepEqual(
    [...other.keys()].filter((place) => isWord(place) && !one.has(place)),
    [],
  );
  const values = Object.keys(englishLaw.values).filter((value) => frenchLaw.values[value] === undefined);
  assert.deepEqual(values, []);
  const same = [...other].filter(([place, text]) => one.get(place) === text && !mayBeShared(place, text));
  assert.deepEqual(
    same.filter(([, text]) => !/^Articles? [\d(]/.test(text)),
    [],
  );
  for (const [place, text] of textsOf(spaced(frenchLaw))) {
    assert.doesNotMatch(text, / [:;?!»]|« |'/, place);
  }
});
