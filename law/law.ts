import { cat03 } from './rights/cat-03.ts';
import { crc03 } from './rights/crc-03.ts';
import { crc12 } from './rights/crc-12.ts';
import { crc16 } from './rights/crc-16.ts';
import { crc40 } from './rights/crc-40.ts';
import { iccpr02 } from './rights/iccpr-02.ts';
import { iccpr06 } from './rights/iccpr-06.ts';
import { iccpr07 } from './rights/iccpr-07.ts';
import { iccpr09 } from './rights/iccpr-09.ts';
import { iccpr14 } from './rights/iccpr-14.ts';
import { iccpr15 } from './rights/iccpr-15.ts';
import { iccpr17 } from './rights/iccpr-17.ts';
import { iccpr18 } from './rights/iccpr-18.ts';
import { iccpr19 } from './rights/iccpr-19.ts';
import { iccpr21 } from './rights/iccpr-21.ts';
import { iccpr22 } from './rights/iccpr-22.ts';
import { iccpr26 } from './rights/iccpr-26.ts';
import { recommended } from './policies/recommended.ts';
import { strict } from './policies/strict.ts';
import { treatyFloor } from './policies/treaty-floor.ts';
import { article02 } from './un-cybercrime/article-02.ts';
import { article03 } from './un-cybercrime/article-03.ts';
import { article05 } from './un-cybercrime/article-05.ts';
import { article06 } from './un-cybercrime/article-06.ts';
import { article07 } from './un-cybercrime/article-07.ts';
import { article08 } from './un-cybercrime/article-08.ts';
import { article09 } from './un-cybercrime/article-09.ts';
import { article10 } from './un-cybercrime/article-10.ts';
import { article11 } from './un-cybercrime/article-11.ts';
import { article12 } from './un-cybercrime/article-12.ts';
import { article13 } from './un-cybercrime/article-13.ts';
import { article14 } from './un-cybercrime/article-14.ts';
import { article15 } from './un-cybercrime/article-15.ts';
import { article16 } from './un-cybercrime/article-16.ts';
import { article17 } from './un-cybercrime/article-17.ts';
import { article19 } from './un-cybercrime/article-19.ts';
import { article21 } from './un-cybercrime/article-21.ts';
import { article23 } from './un-cybercrime/article-23.ts';
import { article24 } from './un-cybercrime/article-24.ts';
import { article28 } from './un-cybercrime/article-28.ts';
import { article35 } from './un-cybercrime/article-35.ts';
import { article36 } from './un-cybercrime/article-36.ts';
import { article40 } from './un-cybercrime/article-40.ts';
import { article41 } from './un-cybercrime/article-41.ts';
import { article42 } from './un-cybercrime/article-42.ts';
import { article43 } from './un-cybercrime/article-43.ts';
import { article45 } from './un-cybercrime/article-45.ts';
import { article46 } from './un-cybercrime/article-46.ts';
import { article65 } from './un-cybercrime/article-65.ts';

/** The whole law that the program applies, in the order in which findings are shown: scope first, then the rest. */
export const rules = Object.freeze([
  ...article65,
  ...article03,
  ...article05,
  ...article35,
  ...article02,
  ...article06,
  ...article07,
  ...article08,
  ...article09,
  ...article10,
  ...article11,
  ...article12,
  ...article13,
  ...article14,
  ...article15,
  ...article16,
  ...article17,
  ...article19,
  ...article21,
  ...article23,
  ...article24,
  ...article28,
  ...article36,
  ...article40,
  ...article41,
  ...article42,
  ...article43,
  ...article45,
  ...article46,
  ...iccpr02,
  ...iccpr06,
  ...iccpr07,
  ...iccpr09,
  ...iccpr14,
  ...iccpr15,
  ...iccpr17,
  ...iccpr18,
  ...iccpr19,
  ...iccpr21,
  ...iccpr22,
  ...iccpr26,
  ...cat03,
  ...crc03,
  ...crc12,
  ...crc16,
  ...crc40,
]);

export type RuleId = (typeof rules)[number]['id'];

export const policies = Object.freeze({ 'treaty-floor': treatyFloor, recommended, strict });
export type PolicyName = keyof typeof policies;
export const defaultPolicy: PolicyName = 'recommended';
