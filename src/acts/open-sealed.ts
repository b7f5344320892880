import { limits } from '../limits.ts';
import type { Writer } from '../store/writer.ts';
import { sealedOpening } from '../transparency/sealed-leaf.ts';
import type { ActOnCase } from './act-input.ts';
import { refused, type Answer } from './answer.ts';
import type { Random } from './leaf-for.ts';
import { perform } from './perform.ts';

/**
 * The sealed leaves of a case are opened in their last month, or later where that was missed: the log then says for each
 * what it would have said at once. As many as one leaf holds; the next ones in the next act.
 */
export async function openSealed(
  input: ActOnCase,
  tools: { store: Writer; now: () => string; random: Random },
): Promise<Answer<{ opened: number; left: number }>> {
  return perform('open-sealed', input, null, tools, async ({ subject, at }) => {
    const { secrecy } = subject;
    if (secrecy === undefined) return refused('nothing-sealed');
    if (at.slice(0, 7) < secrecy.openBy) return refused('still-secret', [secrecy.openBy]);
    const indices = secrecy.leaves.slice(0, limits.openingsPerLeaf);
    const leaves = await Promise.all(indices.map((index) => tools.store.leaf(index)));
    const openings = leaves.map((leaf, place) => {
      const read = sealedOpening.safeParse(leaf?.opening);
      if (!read.success) throw new Error(`what opens leaf ${indices[place] ?? -1} is not in the store`);
      return { index: indices[place] ?? -1, seed: read.data.seed, leaf: read.data.leaf };
    });
    return {
      state: subject.state,
      body: { kind: 'secrecy-opened', openings },
      value: { opened: openings.length, left: secrecy.leaves.length - openings.length },
    };
  });
}
