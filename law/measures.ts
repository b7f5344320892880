import { is } from '../src/law/words.ts';

/** The measures of chapter V by what they do. An article says to which of them it applies. */

/** Art. 42. Nothing leaves; the data only stay where they are. */
export const preserving = is('stated.measure', 'preservation');

/** Arts 40(4), 41(3)(e), 43 to 46: data leave. */
export const disclosing = is(
  'stated.measure',
  'traffic-disclosure',
  'stored-data',
  'real-time-traffic',
  'interception',
  'emergency-disclosure',
  'spontaneous-information',
);

/** Arts 44 to 46: mutual legal assistance proper. Dual criminality may count here, and only here. */
export const assisting = is('stated.measure', 'stored-data', 'real-time-traffic', 'interception');

/** Arts 41(3)(e), 44 to 46: where the whole of art. 40(21) is open. */
export const assistingOrEmergency = is(
  'stated.measure',
  'stored-data',
  'real-time-traffic',
  'interception',
  'emergency-disclosure',
);

/** Arts 44 and 46: the contents of the request are those of art. 40(15). Art. 45 has its own list. */
export const withContentsOf40 = is('stated.measure', 'stored-data', 'interception');

/** Art. 45. */
export const liveTraffic = is('stated.measure', 'real-time-traffic');

/** Art. 46. */
export const liveContent = is('stated.measure', 'interception');

/** Arts 2(o), 41(3)(e). */
export const inEmergency = is('stated.measure', 'emergency-disclosure');

/** Arts 43 to 46: data leave, and there is time to write a full request. */
export const disclosingInTime = is(
  'stated.measure',
  'traffic-disclosure',
  'stored-data',
  'real-time-traffic',
  'interception',
);

/** Art. 40(4) and 40(5). */
export const spontaneous = is('stated.measure', 'spontaneous-information');

/** Art. 36(3). */
export const passingOn = is('stated.measure', 'onward-transfer');

/** Art. 40(19). */
export const usingElsewhere = is('stated.measure', 'other-use');
