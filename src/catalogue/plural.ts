/** One sentence per kind of number; `#` stands where the number is written. Kinds are those of Unicode CLDR. */
export type Forms = Readonly<{ other: string } & Partial<Record<Intl.LDMLPluralRule, string>>>;

/**
 * @param locale a BCP 47 tag: which numbers take which form, and how digits are grouped
 * @returns the sentence for a number: `plural(1, { one: '# file', other: '# files' })` is "1 file" in English
 */
export function pluralIn(locale: string): (count: number, forms: Forms) => string {
  const rules = new Intl.PluralRules(locale);
  const digits = new Intl.NumberFormat(locale);
  return (count, forms) => (forms[rules.select(count)] ?? forms.other).replaceAll('#', digits.format(count));
}
