/** Why a court seals what happens in a case, or keeps it sealed. Codes: they stand in the public log. */
export const secrecyReasons = [
  'investigation',
  'danger-to-a-person',
  'protection-of-evidence',
  'other-proceeding',
] as const;
