import { crc03 } from './rights/crc-03.ts';
import { iccpr02 } from './rights/iccpr-02.ts';
import { iccpr06 } from './rights/iccpr-06.ts';
import { iccpr07 } from './rights/iccpr-07.ts';
import { iccpr14 } from './rights/iccpr-14.ts';
import { iccpr17 } from './rights/iccpr-17.ts';
import { iccpr19 } from './rights/iccpr-19.ts';
import { iccpr26 } from './rights/iccpr-26.ts';
import { recommended } from './policies/recommended.ts';
import { strict } from './policies/strict.ts';
import { treatyFloor } from './policies/treaty-floor.ts';
import { article02 } from './un-cybercrime/article-02.ts';
import { article06 } from './un-cybercrime/article-06.ts';
import { article11 } from './un-cybercrime/article-11.ts';
import { article23 } from './un-cybercrime/article-23.ts';
import { article24 } from './un-cybercrime/article-24.ts';
import { article28 } from './un-cybercrime/article-28.ts';
import { article35 } from './un-cybercrime/article-35.ts';
import { article36 } from './un-cybercrime/article-36.ts';
import { article40 } from './un-cybercrime/article-40.ts';
import { article41 } from './un-cybercrime/article-41.ts';
import { article42 } from './un-cybercrime/article-42.ts';
import { article45 } from './un-cybercrime/article-45.ts';
import { article46 } from './un-cybercrime/article-46.ts';
import { article65 } from './un-cybercrime/article-65.ts';

/** The whole law that the program applies, in the order in which findings are shown: scope first, then the rest. */
export const rules = Object.freeze([
  ...article65,
  ...article35,
  ...article02,
  ...article06,
  ...article11,
  ...article23,
  ...article24,
  ...article28,
  ...article36,
  ...article40,
  ...article41,
  ...article42,
  ...article45,
  ...article46,
  ...iccpr02,
  ...iccpr06,
  ...iccpr07,
  ...iccpr14,
  ...iccpr17,
  ...iccpr19,
  ...iccpr26,
  ...crc03,
]);

export type RuleId = (typeof rules)[number]['id'];

export const policies = Object.freeze({ 'treaty-floor': treatyFloor, recommended, strict });
export type PolicyName = keyof typeof policies;
export const defaultPolicy: PolicyName = 'recommended';
