import { elements07 } from './un-cybercrime/article-07.ts';
import { elements08 } from './un-cybercrime/article-08.ts';
import { elements09 } from './un-cybercrime/article-09.ts';
import { elements10 } from './un-cybercrime/article-10.ts';
import { elements11 } from './un-cybercrime/article-11.ts';
import { elements12 } from './un-cybercrime/article-12.ts';
import { elements13 } from './un-cybercrime/article-13.ts';
import { elements14 } from './un-cybercrime/article-14.ts';
import { elements15 } from './un-cybercrime/article-15.ts';
import { elements16 } from './un-cybercrime/article-16.ts';
import { elements17 } from './un-cybercrime/article-17.ts';
import { elements19 } from './un-cybercrime/article-19.ts';

/** The offences of the Convention by their elements: what must be there for the program to propose the article. */
export const offences = Object.freeze({
  '7': elements07,
  '8': elements08,
  '9': elements09,
  '10': elements10,
  '11': elements11,
  '12': elements12,
  '13': elements13,
  '14': elements14,
  '15': elements15,
  '16': elements16,
  '17': elements17,
  '19': elements19,
});
