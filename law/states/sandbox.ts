import { stateOfWhich, type Source } from './state.ts';

/** The test States of the sandbox: everything about them is invented, so that practice is possible before the treaty is in force. */
const invented: Source = Object.freeze({ from: 'invented for practice', sure: 'SEEN', asOf: '2026-11-22' });

/** Asks, in most stories. */
export const arvenia = stateOfWhich({
  code: 'XA',
  name: { value: 'Arvenia (test State)', source: invented },
  kind: 'test',
  acts: [{ act: 'deposit', on: '2025-01-01', source: invented }],
  reservations: { value: [], source: invented },
  narrows: { value: [], source: invented },
  declarations: { value: [], source: invented },
  centralAuthority: { value: 'Central Authority of Arvenia', source: invented },
  languages: { value: ['en', 'fr'], source: invented },
  channels: { value: ['Proviso', '24/7 point of contact'], source: invented },
  policy: { value: 'recommended', source: invented },
});

/** Is asked, in most stories. It made the reservation of art. 42(5). */
export const bellmark = stateOfWhich({
  code: 'XB',
  name: { value: 'Bellmark (test State)', source: invented },
  kind: 'test',
  acts: [{ act: 'deposit', on: '2025-01-01', source: invented }],
  reservations: {
    value: [
      {
        place: '42(5)',
        says: 'may refuse preservation for what is no offence of the Convention where disclosure would fail for want of dual criminality',
      },
    ],
    source: invented,
  },
  narrows: { value: [], source: invented },
  declarations: { value: [], source: invented },
  centralAuthority: { value: 'Central Authority of Bellmark', source: invented },
  languages: { value: ['en'], source: invented },
  channels: { value: ['Proviso', '24/7 point of contact'], source: invented },
  policy: { value: 'recommended', source: invented },
});
