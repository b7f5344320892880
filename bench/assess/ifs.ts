import type { Condition } from '../../src/law/conditions.ts';
import { outcomeOf, type Decision } from '../../src/law/decide.ts';
import { factNames, slotOf, type FactName, type Facts } from '../../src/law/facts.ts';
import type { Rule } from '../../src/law/rule.ts';
import { sure, standOf, write, type Formula, type Leaf } from './formula.ts';

/**
 * The rules as somebody would write them out by hand: plain ifs over local variables, and nothing general left. Written by
 * this generator, so that it is the same law. It gives the whole decision, missing facts and outcome included.
 */
export function ifs(rules: readonly Rule[]): (facts: Facts) => Decision {
  const source = `
    return function decide(facts) {
      const f = {};
      for (const { name, value } of facts) f[name] = value === 'life' ? Infinity : value;
      ${factNames.map((name, slot) => `const v${slot} = f['${name}'];`).join('\n')}
      const findings = [];
      const tripped = { refuse: [], 'may-refuse': [], ask: [], condition: [], authorise: [], notify: [], heighten: [] };
      const waiting = new Array(${factNames.length}).fill(undefined);
      ${rules.map(ruleOf).join('\n')}
      return outcomeOf(findings, tripped, waiting);
    }`;
  // The text comes from our own rules only.
  // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call
  return new Function('outcomeOf', source)(outcomeOf) as (facts: Facts) => Decision;
}

const local = (fact: FactName): string => `v${String(slotOf.get(fact))}`;

function ruleOf(rule: Rule): string {
  const { silent, met, tripped } = standOf(rule);
  const id = `'${rule.id}'`;
  const finding = (result: string): string =>
    `findings.push({ rule: ${id}, result: '${result}', consequence: '${rule.consequence}' });`;
  return `
    if (${jsOf(silent)}) {}
    else if (${jsOf(met)}) { ${finding('met')} }
    else if (${jsOf(tripped)}) { tripped['${rule.consequence}'].push(${id}); ${finding('tripped')} }
    else {
      const missing = [];
      ${missingOf(rule)}
      findings.push({ rule: ${id}, result: 'open', consequence: '${rule.consequence}', missing });
    }`;
}

/** First what decides whether the rule applies, then what it requires, then what would excuse. */
function missingOf(rule: Rule): string {
  const stages = [rule.applies, rule.requires, rule.unless].filter((stage) => stage !== undefined);
  return stages.map((stage) => `if (${jsOf(open(stage))}) {${asked(rule, stage)}}`).join(' else ');
}

function asked(rule: Rule, stage: Condition): string {
  const guards = new Map<FactName, Formula[]>();
  collect(stage, [], guards);
  return [...guards]
    .sort(([a], [b]) => (slotOf.get(a) ?? 0) - (slotOf.get(b) ?? 0))
    .map(([fact, ways]) => {
      const guard = jsOf({ op: 'or', parts: ways });
      const slot = String(slotOf.get(fact));
      return `if (v${slot} === undefined && ${guard}) { missing.push('${fact}'); (waiting[${slot}] ??= []).push('${rule.id}'); }`;
    })
    .join('\n');
}

const open = (condition: Condition): Formula => ({
  op: 'not',
  part: { op: 'or', parts: [sure(condition, 'yes'), sure(condition, 'no')] },
});

/** For each fact, under which open parts it is asked. */
function collect(condition: Condition, above: readonly Formula[], into: Map<FactName, Formula[]>): void {
  const here = [...above, open(condition)];
  if (condition.kind === 'anyOf' || condition.kind === 'allOf') {
    for (const part of condition.parts) collect(part, here, into);
  } else if (condition.kind === 'not') collect(condition.part, above, into);
  else if (condition.kind !== 'always') {
    for (const fact of 'other' in condition ? [condition.fact, condition.other] : [condition.fact]) {
      into.set(fact, [...(into.get(fact) ?? []), { op: 'and', parts: above }]);
    }
  }
}

const jsOf = (formula: Formula): string =>
  write<string>(formula, {
    leaf: jsOfLeaf,
    all: (parts) => (parts.length === 0 ? 'true' : `(${parts.join(' && ')})`),
    any: (parts) => (parts.length === 0 ? 'false' : `(${parts.join(' || ')})`),
    not: (part) => `!${part}`,
  });

function jsOfLeaf(formula: Leaf): string {
  const v = local(formula.fact);
  const known = `${v} !== undefined`;
  if (formula.op === 'known') return `(${known})`;
  if ('values' in formula) {
    const each = formula.values.map((value) => JSON.stringify(value));
    if (formula.op === 'in') return `(${each.map((value) => `${v} === ${value}`).join(' || ')})`;
    if (formula.op === 'notIn') return `(${known} && ${each.map((value) => `${v} !== ${value}`).join(' && ')})`;
    const has = `(${each.map((value) => `${v}.includes(${value})`).join(' || ')})`;
    return `(${known} && ${formula.op === 'hasAny' ? has : `!${has}`})`;
  }
  if ('number' in formula) return `(${v} ${formula.op === 'atLeast' ? '>=' : '<'} ${formula.number})`;
  return `(${known} && ${local(formula.other)} !== undefined && ${v} ${formula.op} ${local(formula.other)})`;
}
