import type { OpenLeaf } from '../transparency/leaf.ts';
import { isSealed, type AnyLeaf } from '../transparency/sealed-leaf.ts';
import type { Check, Fault } from './check.ts';
import { checkDebts } from './debts.ts';
import { checkMonths, checkOrder } from './meaning.ts';
import { openRecount } from './recount.ts';
import { openSecrecy } from './secrecy.ts';

/** Everything that the leaves of a log say, held against each other. */
export function openMeaning(): Readonly<{
  see: (leaf: AnyLeaf, index: number) => readonly Fault[];
  /** @param month the present one */
  end: (month: string) => readonly Fault[];
}> {
  const checks: readonly Check[] = [checkOrder(), checkMonths(), checkDebts()];
  const [secrecy, recount] = [openSecrecy(), openRecount()];
  const all = (leaf: OpenLeaf, index: number, opened: boolean): Fault[] =>
    checks.flatMap((check) => check.see(leaf, index, opened));
  return {
    see: (leaf, index) => {
      if (isSealed(leaf)) {
        secrecy.seal(leaf, index);
        return recount(leaf, index);
      }
      const { opened, faults } = secrecy.see(leaf, index);
      // An opening that does not open is said, and not counted: there is nothing to count.
      if (faults.some(({ code }) => code === 'opening-mismatch')) return faults;
      return [...faults, ...recount(leaf, index), ...all(leaf, index, false), ...opened.flatMap((inside) => all(inside, index, true))]; // prettier-ignore
    },
    end: (month) => [...secrecy.end(month), ...checks.flatMap((check) => check.end?.(month) ?? [])],
  };
}
