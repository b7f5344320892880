import type { Refused } from '../acts/answer.ts';

/** An act of the story answered no: nothing is wrong with the program, the walk just does not go on. */
export class StoryEnded extends Error {
  readonly refusal: Refused;
  constructor(refusal: Refused) {
    super([refusal.code, ...(refusal.about ?? [])].join(': '));
    this.name = 'StoryEnded';
    this.refusal = refusal;
  }
}
