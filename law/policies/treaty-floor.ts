import { policy } from '../../src/law/words.ts';

/** What the treaty itself demands, and no more. */
export const treatyFloor = policy({ id: 'treaty-floor', title: 'The treaty’s floor', on: [] });
