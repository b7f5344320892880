import { stateOfWhich, type Source } from './state.ts';

const digests: Source = { from: 'news digests that cite michaelgeist.ca', sure: 'SEC', asOf: '2026-08-01' };

/** Canada: signed in the middle of July 2026; whether as the 77th is not clear. */
export const canada = stateOfWhich({
  code: 'CA',
  name: { value: 'Canada', source: digests },
  kind: 'state',
  acts: [{ act: 'signature', on: '2026-07', note: 'middle of the month', source: digests }],
});
