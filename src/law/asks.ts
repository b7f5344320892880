/**
 * What the founding statements ask (README, "What is asked"): A scope, B principles, C review and remedy, D people, E evidence and
 * data, F consequences for States, G transparency, H participation. A rule names the asks that it answers.
 */
export const asks = [
  ...(['A1', 'A2', 'A3', 'A4', 'B1', 'B2', 'B3', 'C1', 'C2', 'C3', 'C4', 'D1', 'D2', 'D3', 'D4', 'D5'] as const),
  ...(['E1', 'E2', 'E3', 'E4', 'E5', 'F1', 'F2', 'F3', 'F4', 'G1', 'G2', 'G3', 'H1', 'H2', 'H3', 'H4'] as const),
] as const;
export type Ask = (typeof asks)[number];

/** The rights that a rule protects: article of the Covenant (ICCPR), of the Convention against Torture, on the Rights of the Child. */
export const rights = [
  ...(['iccpr/2', 'iccpr/6', 'iccpr/7', 'iccpr/9', 'iccpr/14', 'iccpr/15', 'iccpr/17', 'iccpr/18'] as const),
  ...(['iccpr/19', 'iccpr/21', 'iccpr/22', 'iccpr/26', 'cat/3', 'crc/3', 'crc/12', 'crc/16', 'crc/40'] as const),
] as const;
export type Right = (typeof rights)[number];
