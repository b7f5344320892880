/** Why an item stays with who holds it. In words: docs/spec/hand-over.md. */
export const withholdingReasons = [
  'opaque', // cannot be read item by item
  'broken-item', // its place is known, what it says is not
  'no-date',
  'outside-period',
  'no-account',
  'other-account',
  'other-category',
] as const;
export type WithholdingReason = (typeof withholdingReasons)[number];
