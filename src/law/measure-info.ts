import { rules } from '../../law/law.ts';
import { measureTable } from '../../law/measure-table.ts';
import { clear, compileCondition, newSlots, no, slot } from './compile.ts';
import { encoderOf, isStated } from './facts.ts';
import { groundsFor, type Ground } from './grounds.ts';
import type { Matter } from './matters.ts';
import { factsOfRule, type Rule } from './rule.ts';
import type { StatedFact } from './vocabulary.ts';

/** What the law lays down for one measure as a whole: contents, grounds, clocks, who decides. Arts 36(3), 40(4), 40(19), 41-46. */
export type Clock = Readonly<{
  what: string;
  days?: number;
  bound: 'at least' | 'at most' | 'as soon as possible' | 'until decided';
  source: string;
  sure: 'SEEN' | 'SEC' | 'MEM+' | 'MEM?';
}>;
export type MeasureInfo = Readonly<{
  article: string;
  /** A closed list binds: on any other ground a refusal cannot be recorded (arts 42(6), 43). */
  groundsAre: 'closed' | 'open';
  clocks: readonly Clock[];
  decides: string;
}>;

/** One line of the contents list: the rule, what it wants stated, and the safeguard that asks for it; the treaty itself where there is none. */
export type Content = Readonly<{ rule: string; facts: readonly StatedFact[]; switch?: string }>;
export type MeasureSheet = MeasureInfo &
  Readonly<{ measure: Matter; contents: readonly Content[]; grounds: readonly Ground[] }>;

/** @param reserved what the requested State has reserved; it may open a ground */
export function measureSheet(measure: Matter, reserved: readonly string[] = []): MeasureSheet {
  const applying = (rules as readonly Rule[]).filter((rule) => canApply(rule, measure));
  const contents = applying
    .filter(({ consequence, requires }) => consequence === 'ask' && requires !== undefined)
    .map((rule) => ({
      rule: rule.id,
      facts: factsOfRule({ ...rule, applies: { kind: 'always' } }).filter(isStated),
      ...(rule.switch === undefined ? {} : { switch: rule.switch }),
    }))
    .filter(({ facts }) => facts.length > 0);
  return { measure, ...measureTable[measure], contents, grounds: groundsFor(measure, reserved) };
}

const slots = newSlots();
const at = slot('stated.measure');
const encode = encoderOf('stated.measure');

/** Whether a rule can apply to a measure, whatever else is learned. */
export function canApply(rule: Rule, measure: Matter): boolean {
  clear(slots);
  slots[at] = encode(measure);
  return compileCondition(rule.applies)(slots) !== no;
}
