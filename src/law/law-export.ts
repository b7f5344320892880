import { policies } from '../../law/law.ts';
import { measureSheet } from './measure-info.ts';
import { matters } from './matters.ts';
import { grounds } from './grounds.ts';
import type { ShelvedArticle } from './library.ts';
import { switches } from './switches.ts';
import { triageFactors } from '../../law/triage.ts';
import { offences } from '../../law/offences.ts';
import { vocabulary } from './vocabulary.ts';

/** All of the law as plain data (`proviso-law/1`): enough for another program to apply it. Specification: docs/spec/law.md. */
export const lawExport = (articles: readonly ShelvedArticle[]): Readonly<Record<string, unknown>> => ({
  format: 'proviso-law/1',
  vocabulary,
  switches,
  policies,
  grounds,
  measures: matters.map((measure) => measureSheet(measure)),
  offences,
  triage: triageFactors,
  articles,
});
