import { listOfJanuary } from './signatories.ts';
import { noData, stateOfWhich } from './state.ts';

/** Fiji: not in the list of Hanoi, in that of January 2026. */
export const fiji = stateOfWhich({
  code: 'FJ',
  name: { value: 'Fiji', source: listOfJanuary },
  kind: 'state',
  acts: [{ act: 'signature', on: noData, by: '2026-01', note: 'after 26 October 2025', source: listOfJanuary }],
});
