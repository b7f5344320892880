import { fileNames } from '../../evidence/hand-over-files.ts';
import type { Scope } from '../../request/scope.ts';
import type { Opened } from '../opened.ts';
import { must } from '../verify-error.ts';
import { checkItems } from './items.ts';

/** Nothing was authorised that was not asked, and nothing left that was not authorised. */
export async function checkScope(opened: Opened): Promise<string> {
  const [request, decision, order] = [await opened.request(), await opened.decision(), await opened.order()];
  const { targets, dataCategories, period } = request;
  must(targets !== undefined && dataCategories !== undefined && period !== undefined, 'outside-scope', await opened.requestFile(), 'the request names no target, kind of data or period'); // prettier-ignore
  must(isWithin(decision.scope, { targets, dataCategories, period }), 'outside-scope', fileNames.decision, 'the decision reaches further than the request'); // prettier-ignore
  must(isWithin(order.scope, decision.scope), 'outside-scope', fileNames.order, 'the order reaches further than the decision'); // prettier-ignore
  const { released, withheld } = await opened.manifest();
  for (const { file, number, at, category, account } of released.items) {
    const alone: Scope = { targets: [account], dataCategories: [category], period: { from: at, until: at } };
    const inside = isWithin(alone, order.scope) && at < order.scope.period.until;
    must(inside, 'outside-scope', fileNames.manifest, `item ${number} of ${file} is outside what was authorised`);
  }
  await checkItems(await opened.manifest());
  return `All ${released.items.length} released items are inside the order, and the order inside the request; ${withheld.length} of ${released.items.length + withheld.length} produced items were withheld.`;
}

function isWithin(inner: Scope, outer: Scope): boolean {
  return (
    inner.targets.every(({ kind, value }) =>
      outer.targets.some((each) => each.kind === kind && each.value === value),
    ) &&
    inner.dataCategories.every((category) => outer.dataCategories.includes(category)) &&
    inner.period.from >= outer.period.from &&
    inner.period.until <= outer.period.until
  );
}
