import { offences } from '../../law/offences.ts';
import { conventionArticles, type ConductElement } from '../request/request.ts';
import { compileCondition, newSlots, slot, yes } from './compile.ts';
import { encoderOf, type ValueOf } from './facts.ts';

/**
 * Arts 7-17, 19, 35(3): conduct, not its label. Compares the elements that a request states with those of each offence of the
 * Convention. It proposes; whether the facts bear the elements out, and which article it is, a person finds.
 */
const tests = conventionArticles.map((article) => ({ article, test: compileCondition(offences[article]) }));
const at = slot('measured.conduct');
const encode = encoderOf('measured.conduct');

/** @param conduct the elements as the request states them; undefined where it states none */
export function proposedOffences(conduct: readonly ConductElement[] | undefined): ValueOf<'measured.offence.proposed'> {
  if (conduct === undefined) return ['not-stated'];
  const slots = newSlots();
  slots[at] = encode(conduct);
  const found = tests.filter(({ test }) => test(slots) === yes).map(({ article }) => article);
  return found.length === 0 ? ['none'] : found;
}
