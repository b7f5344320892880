import { policy } from '../../src/law/words.ts';
import { recommended } from './recommended.ts';

/** Recommended, and the narrower scope that ask A1 wants: Convention offences only. */
export const strict = policy({
  id: 'strict',
  title: 'Strict: Convention offences only',
  on: [...recommended.on, 'convention-offences-only'],
});
