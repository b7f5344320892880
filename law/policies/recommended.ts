import { policy } from '../../src/law/words.ts';

/** The default: everything that the founding statements ask, except a narrower scope than the treaty's. */
export const recommended = policy({
  id: 'recommended',
  title: 'Recommended',
  on: [
    'penalty-under-both-laws',
    'protected-conduct-bar',
    'conduct-not-label',
    'dual-criminality-required',
    'legality-and-necessity',
    'no-punishment-without-law',
    'prior-independent-authorisation',
    'requesting-authorisation',
    'notice-with-end',
    'protected-persons',
    'good-faith-defence',
    'whistleblower-defence',
    'minors',
    'gendered-harm-question',
    'data-protection-particulars',
    'specific-and-bounded',
    'no-weakening-of-security',
    'persecution-bar',
    'death-penalty-bar',
    'arbitrary-detention-bar',
    'double-jeopardy-bar',
    'violations-record',
    'fair-trial-bar',
  ],
});
