import { listOfJanuary, signedByJanuary } from './signatories.ts';
import { stateOfWhich, type Source } from './state.ts';

const encyclopedia: Source = { from: 'an encyclopedia, copy of March 2026', sure: 'SEC', asOf: '2026-03' };

/** Qatar: the first deposit that is known. The day of the deposit is not. */
export const qatar = stateOfWhich({
  code: 'QA',
  name: { value: 'Qatar', source: listOfJanuary },
  kind: 'state',
  acts: [signedByJanuary, { act: 'deposit', on: '2026-02', source: encyclopedia }],
  reservations: {
    value: [
      { place: '63(3)', says: 'not bound by arbitration and the International Court of Justice (art. 63(2))' },
      { place: 'arts-14-16', says: 'says that it is not bound by articles 14 to 16' },
    ],
    source: encyclopedia,
  },
});
