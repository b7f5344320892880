import { listOfJanuary } from './signatories.ts';
import { noData, stateOfWhich } from './state.ts';

/** The European Union: signed in Hanoi. Its instrument would not be counted among the forty (art. 65(1)). */
export const europeanUnion = stateOfWhich({
  code: 'EU',
  name: { value: 'European Union', source: listOfJanuary },
  kind: 'organisation',
  acts: [
    {
      act: 'signature',
      on: noData,
      by: '2025-10-26',
      note: 'Council decision 2025/2307 of 13 October 2025; conclusion is proposed in COM(2025) 417',
      source: {
        from: 'UN Treaty Collection, chapter XVIII-16, copy: 71 States and the EU',
        sure: 'SEEN',
        asOf: '2025-10-26',
      },
    },
  ],
});
