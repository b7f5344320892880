// C2SP tlog-checkpoint v1.0.0 and tlog-proof: ASCII decimal without a leading zero.

/** A size or index; `undefined` for another spelling or a number past 2^53 - 1. */
export function parseDecimal(text: string): number | undefined {
  if (!/^(?:0|[1-9][0-9]{0,15})$/.test(text)) return undefined;
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : undefined;
}
