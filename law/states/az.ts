import { listOfJanuary, signedByJanuary } from './signatories.ts';
import { stateOfWhich, type Source } from './state.ts';

const press: Source = { from: 'apa.az, as an encyclopedia cites it', sure: 'SEC', asOf: '2026-03-12' };

/** Azerbaijan: ratification at home is reported, a deposit is not confirmed, so it does not count (art. 65). */
export const azerbaijan = stateOfWhich({
  code: 'AZ',
  name: { value: 'Azerbaijan', source: listOfJanuary },
  kind: 'state',
  acts: [
    signedByJanuary,
    { act: 'ratification-reported', on: 'no data', by: '2026-03-12', note: 'deposit not confirmed', source: press },
  ],
  reservations: {
    value: [{ place: '63(3)', says: 'not bound by arbitration and the International Court of Justice (art. 63(2))' }],
    source: press,
  },
  narrows: {
    value: ['7(2)', '9(2)'],
    source: { ...press, from: `${press.from}; that higher harm means art. 9(2) is our reading`, sure: 'MEM?' },
  },
  declarations: {
    value: [
      { about: '7', says: 'takes illegal access more narrowly' },
      { about: '7-17', says: 'asks for more harm before some of the offences are made out; which, no source says' },
    ],
    source: press,
  },
});
