import type { Hono } from 'hono';
import { limits } from '../../limits.ts';
import { openMeaning } from '../../monitor/open-meaning.ts';
import type { Fault } from '../../monitor/check.ts';
import { isSealed, parseAnyLeaf } from '../../transparency/sealed-leaf.ts';
import { show, type Door, type Http } from '../door.ts';
import { html, type Html } from '../html.ts';
import { notice, section, table } from '../parts/blocks.ts';
import { paths } from '../paths.ts';

/** What a monitor says of the log's meaning, for whoever has none: what is late, unpaid or does not recompute. */
export function lateRoute(app: Hono<Http>, door: Door): void {
  const text = door.words.public.late;
  const look = watching(door);
  app.get(paths.logLate, async (c) => {
    const seen = await look();
    const back = { href: paths.log, text: door.words.log.heading };
    if (seen === undefined) {
      const command = `npx proviso monitor ${new URL(c.req.url).origin}/log --state seen`;
      return show(c, door, { heading: text.heading, back, main: html`<p>${text.tooLarge}</p><pre class="p-command"><code>${command}</code></pre>` }); // prettier-ignore
    }
    return show(c, door, { heading: text.heading, back, main: html`${faults(door, seen.faults)}${sealed(door, seen.sealed)}` }); // prettier-ignore
  });
}

type Seen = Readonly<{ faults: readonly Fault[]; sealed: ReadonlyMap<string, number> }>;

/** Reads what is new since the last look, and keeps what it knows. `undefined` for a log that is too long for that. */
function watching({ logBook, log, now }: Door): () => Promise<Seen | undefined> {
  const meaning = openMeaning();
  const found: Fault[] = [];
  const held = new Map<number, string>();
  let next = 0;
  let running: Promise<void> = Promise.resolve();
  const readOn = async (size: number): Promise<void> => {
    while (next < size) {
      const leaves = await logBook.leaves(next, Math.min(size, next + 256));
      if (leaves.length === 0) return;
      for (const { bytes, index } of leaves) {
        const leaf = parseAnyLeaf(bytes);
        found.push(...meaning.see(leaf, index));
        if (isSealed(leaf)) held.set(index, leaf.openBy);
        else {
          for (const each of leaf.sealed ?? []) if (held.has(each)) held.set(each, leaf.openBy ?? '');
          for (const opening of leaf.openings ?? []) held.delete(opening.index);
        }
        next = index + 1;
      }
    }
  };
  return async () => {
    const { size } = await log();
    if (size > limits.watchedLeaves) return undefined;
    // One after the other: two readers at once would show the checks a leaf twice.
    running = running.catch(() => undefined).then(() => readOn(size));
    await running;
    const sealed = new Map<string, number>();
    for (const openBy of held.values()) sealed.set(openBy, (sealed.get(openBy) ?? 0) + 1);
    return { faults: [...found, ...meaning.end(now().slice(0, 7))], sealed };
  };
}

function faults({ words }: Door, found: readonly Fault[]): Html {
  const text = words.public.late;
  if (found.length === 0) return notice('success', text.none);
  const rows = found
    .slice(0, limits.leavesPerPage)
    .map(({ index, code, says }) => [
      html`<a class="ds-link" href="${paths.logLeaf(index)}">${words.log.leaf.heading(index)}</a>`,
      text.codes[code] ?? code,
      html`<span lang="en">${says}</span>`,
    ]);
  return html`${notice('danger', text.some(found.length))}${table(text.heading, text.columns, rows)}`;
}

function sealed({ words }: Door, months: ReadonlyMap<string, number>): Html {
  const text = words.public.late;
  const total = [...months.values()].reduce((sum, count) => sum + count, 0);
  const rows = [...months].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return section('sealed', text.sealedHeading, html`<p>${text.sealed(total)}</p>${rows.length > 0 && table(text.sealedHeading, text.sealedColumns, rows)}`); // prettier-ignore
}
