import { parse } from '@marcbachmann/cel-js';
import jsonLogic from 'json-logic-js';
import { Engine, Operator, type NestedCondition } from 'json-rules-engine';
import type { Facts } from '../../src/law/facts.ts';
import { factNames } from '../../src/law/facts.ts';
import type { Rule } from '../../src/law/rule.ts';
import { codes, standOf, write, type Formula, type Leaf } from './formula.ts';

/**
 * The same rules in other engines. They only say how each rule stands; the missing facts and the outcome, which Proviso also
 * gives, are spared them.
 */
export type Peer = Readonly<{ name: string; run: (facts: Facts) => readonly number[] | Promise<readonly number[]> }>;

type Plain = Record<string, unknown>;

/** Names without points, life as infinity. */
const key = (fact: string): string => fact.replaceAll('.', '_');
const nothing: Plain = Object.fromEntries(factNames.map((name) => [key(name), null]));
function plain(facts: Facts, into: Plain): Plain {
  for (const { name, value } of facts) into[key(name)] = value === 'life' ? Infinity : value;
  return into;
}

/** The Common Expression Language: one expression that lists how each rule stands. */
export function cel(rules: readonly Rule[]): Peer {
  const run = parse(
    `[${rules
      .map((rule) => {
        const { silent, met, tripped } = standOf(rule);
        return `${celOf(silent)} ? 0 : ${celOf(met)} ? 1 : ${celOf(tripped)} ? 3 : 2`;
      })
      .join(',\n')}]`,
  );
  return { name: '@marcbachmann/cel-js', run: (facts) => (run(plain(facts, { ...nothing })) as bigint[]).map(Number) };
}

const celOf = (formula: Formula): string =>
  write<string>(formula, {
    leaf: celOfLeaf,
    all: (parts) => (parts.length === 0 ? 'true' : `(${parts.join(' && ')})`),
    any: (parts) => (parts.length === 0 ? 'false' : `(${parts.join(' || ')})`),
    not: (part) => `!${part}`,
  });

function celOfLeaf(formula: Leaf): string {
  const fact = key(formula.fact);
  const known = `${fact} != null`;
  if (formula.op === 'known') return `(${known})`;
  if ('values' in formula) {
    const values = JSON.stringify(formula.values);
    if (formula.op === 'in') return `(${fact} in ${values})`;
    if (formula.op === 'notIn') return `(${known} && !(${fact} in ${values}))`;
    const has = `${fact}.exists(each, each in ${values})`;
    return `(${known} && ${formula.op === 'hasAny' ? has : `!${has}`})`;
  }
  if ('number' in formula)
    return `(${known} && ${fact} ${formula.op === 'atLeast' ? '>=' : '<'} ${formula.number.toFixed(1)})`;
  const other = key(formula.other);
  return `(${known} && ${other} != null && ${fact} ${formula.op} ${other})`;
}

/** json-logic: one list of nested ifs. */
export function logic(rules: readonly Rule[]): Peer {
  const list = rules.map((rule) => {
    const { silent, met, tripped } = standOf(rule);
    return { if: [logicOf(silent), 0, logicOf(met), 1, logicOf(tripped), 3, 2] };
  });
  return {
    name: 'json-logic-js',
    run: (facts) => jsonLogic.apply(list as never, plain(facts, { ...nothing })) as number[],
  };
}

const logicOf = (formula: Formula): object | boolean =>
  write<object | boolean>(formula, {
    leaf: logicOfLeaf,
    all: (parts) => (parts.length === 0 ? true : { and: parts }),
    any: (parts) => (parts.length === 0 ? false : { or: parts }),
    not: (part) => ({ '!': [part] }),
  });

function logicOfLeaf(formula: Leaf): object | boolean {
  const fact = { var: key(formula.fact) };
  const known = { '!==': [fact, null] };
  if (formula.op === 'known') return known;
  if ('values' in formula) {
    if (formula.op === 'in') return { in: [fact, formula.values] };
    if (formula.op === 'notIn') return { and: [known, { '!': [{ in: [fact, formula.values] }] }] };
    const has = { some: [fact, { in: [{ var: '' }, formula.values] }] };
    return { and: [known, formula.op === 'hasAny' ? has : { '!': [has] }] };
  }
  if ('number' in formula) return { and: [known, { [formula.op === 'atLeast' ? '>=' : '<']: [fact, formula.number] }] };
  const other = { var: key(formula.other) };
  return { and: [known, { '!==': [other, null] }, { [formula.op]: [fact, other] }] };
}

/** json-rules-engine: three engine rules for each of ours, one for each way to stand. */
export function engine(rules: readonly Rule[]): Peer {
  const running = new Engine([], { allowUndefinedFacts: true });
  for (const [name, test] of operators) running.addOperator(new Operator(name, test));
  rules.forEach((rule, index) => {
    for (const [stand, formula] of Object.entries(standOf(rule)) as ['silent' | 'met' | 'tripped', Formula][]) {
      const conditions = engineOf(formula);
      running.addRule({
        conditions: 'fact' in conditions ? { all: [conditions] } : conditions,
        event: { type: stand, params: { index } },
      });
    }
  });
  return {
    name: 'json-rules-engine',
    run: async (facts) => {
      const { events } = await running.run(plain(facts, {}));
      const found = new Array<number>(rules.length).fill(codes.open);
      // A rule may be silent and, by its formula, tripped: what is silent counts first, as in the others.
      for (const { type, params } of events) {
        const index = (params as { index: number }).index;
        if (found[index] !== codes.silent) found[index] = codes[type as keyof typeof codes];
      }
      return found;
    },
  };
}

const known = (value: unknown): boolean => value !== undefined;
const operators: readonly (readonly [string, (value: never, against: never) => boolean])[] = [
  ['known', known],
  ['isIn', (value: unknown, list: readonly unknown[]) => list.includes(value)],
  ['isNotIn', (value: unknown, list: readonly unknown[]) => known(value) && !list.includes(value)],
  [
    'hasAny',
    (value: readonly unknown[] | undefined, list: readonly unknown[]) =>
      value?.some((each) => list.includes(each)) ?? false,
  ],
  [
    'hasNone',
    (value: readonly unknown[] | undefined, list: readonly unknown[]) =>
      value?.every((each) => !list.includes(each)) ?? false,
  ],
  ['atLeast', (value: number | undefined, least: number) => value !== undefined && value >= least],
  ['below', (value: number | undefined, least: number) => value !== undefined && value < least],
  ['<', (a: string | undefined, b: string | undefined) => a !== undefined && b !== undefined && a < b],
  ['<=', (a: string | undefined, b: string | undefined) => a !== undefined && b !== undefined && a <= b],
  ['>', (a: string | undefined, b: string | undefined) => a !== undefined && b !== undefined && a > b],
  ['>=', (a: string | undefined, b: string | undefined) => a !== undefined && b !== undefined && a >= b],
];

const engineOf = (formula: Formula): NestedCondition =>
  write<NestedCondition>(formula, {
    leaf: engineOfLeaf,
    all: (all) => ({ all: [...all] }),
    any: (any) => (any.length === 0 ? { not: { all: [] } } : { any: [...any] }),
    not: (part) => ({ not: part }),
  });

function engineOfLeaf(formula: Leaf): NestedCondition {
  const fact = key(formula.fact);
  if ('other' in formula) return { fact, operator: formula.op, value: { fact: key(formula.other) } };
  if ('number' in formula) return { fact, operator: formula.op, value: formula.number };
  if (formula.op === 'known') return { fact, operator: 'known', value: true };
  return {
    fact,
    operator: formula.op === 'in' ? 'isIn' : formula.op === 'notIn' ? 'isNotIn' : formula.op,
    value: formula.values,
  };
}
