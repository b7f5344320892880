/**
 * A grant as it goes to the asking State: what of its request is granted and what is not, under which conditions, and that a
 * court must authorise before anything leaves. Plain text in English, the same decision always the same bytes.
 */
export type GrantLetter = Readonly<{
  requestingState: string;
  requestedState: string;
  /** The asking State's own reference, where it gave one. */
  reference?: string | undefined;
  /** What is granted, a line each; and what was asked for and is not. */
  granted: readonly string[];
  leftOut: readonly string[];
  conditions: readonly Readonly<{ rule: string; text: string }>[];
  reasons: string;
}>;

/** @returns plain text, lines ended by a line feed */
export function grantText(letter: GrantLetter): string {
  const { requestingState, requestedState, reference, granted, leftOut, conditions, reasons } = letter;
  const lines = (texts: readonly string[]): string =>
    texts.map((text) => `  ${text.replaceAll('\n', '\n  ')}`).join('\n');
  return `${[
    `From ${requestedState} to ${requestingState}${reference === undefined ? '' : `, your reference ${reference}`}`,
    `Your request under the United Nations Convention against Cybercrime is granted${leftOut.length > 0 ? ' in part' : ''}, as a proposal to the court. Nothing leaves before a court has authorised it.`,
    `Granted\n${lines(granted)}`,
    ...(leftOut.length > 0 ? [`Asked for and not granted\n${lines(leftOut)}`] : []),
    `Conditions that travel with the evidence\n${lines(conditions.length === 0 ? ['None.'] : conditions.map(({ rule, text }) => `${text} (${rule})`))}`,
    `Reasons (article 40(25))\n${lines([reasons.trim()])}`,
  ].join('\n\n')}\n`;
}
