/**
 * Conditions that an officer may add to those that the law attaches by itself, each with the rule on which it rests. A
 * condition in an officer's own words rests on one of the same rules. They travel with the evidence (art. 40(28), 36(1)(b)).
 */
export const standardConditions = Object.freeze({
  'delete-when-over': {
    rule: 'un-cybercrime/36(2)',
    text: 'The data are deleted when the proceeding for which they were asked has ended, and the deletion is confirmed in writing.',
  },
  'named-persons': {
    rule: 'un-cybercrime/36(1)(b)',
    text: 'Only persons who work on this proceeding, named on request, have access to the data.',
  },
  'no-onward-transfer': {
    rule: 'un-cybercrime/36(3)',
    text: 'The data are not passed on to any other State or organisation.',
  },
  'no-death-penalty': {
    rule: 'iccpr/6/assurance',
    text: 'The data are not used in a proceeding in which the death penalty may be sought, imposed or carried out.',
  },
  'person-told': {
    rule: 'iccpr/2(3)/person-told',
    text: 'The person concerned is told as soon as that no longer harms the proceeding, and the day is reported.',
  },
} as const);

export type StandardCondition = keyof typeof standardConditions;

/** The rules on which a condition in an officer's own words may rest. */
export const conditionRules: readonly string[] = Object.freeze([
  ...new Set([...Object.values(standardConditions).map(({ rule }) => rule), 'un-cybercrime/40(19)']),
]);
