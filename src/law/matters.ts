import { measures } from '../request/request.ts';

/**
 * Everything about which the law is asked: the measures of a request, and three matters that come before or after one.
 * None of the three is a request for evidence, so no request document carries them; the acts that need them ask with facts.
 */
export const matters = [
  ...measures,
  'spontaneous-information', // art. 40(4), 40(5): information sent without a request
  'onward-transfer', // art. 36(3): consent to pass evidence on to a third State or organisation
  'other-use', // art. 40(19): consent to use evidence in another proceeding
] as const;
export type Matter = (typeof matters)[number];
