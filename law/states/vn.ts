import { listOfJanuary, signedByJanuary } from './signatories.ts';
import { stateOfWhich } from './state.ts';

/** Viet Nam: ratification is reported by the press, a deposit is not confirmed, so it does not count (art. 65). */
export const vietNam = stateOfWhich({
  code: 'VN',
  name: { value: 'Viet Nam', source: listOfJanuary },
  kind: 'state',
  acts: [
    signedByJanuary,
    {
      act: 'ratification-reported',
      on: '2026-04-09',
      note: 'day of the report; deposit not confirmed',
      source: { from: 'VietNamNet, as an encyclopedia cites it', sure: 'SEC', asOf: '2026-04-09' },
    },
  ],
});
