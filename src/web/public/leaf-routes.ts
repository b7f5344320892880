import type { Hono } from 'hono';
import type { StoredLeaf } from '../../store/rows.ts';
import { parseDecimal } from '../../transparency/decimal.ts';
import { LogError } from '../../transparency/log-error.ts';
import type { TimeBracket } from '../../transparency/time-bracket.ts';
import { parseAnyLeaf } from '../../transparency/sealed-leaf.ts';
import { show, showProblem, type Door, type Http, type HttpContext } from '../door.ts';
import { html } from '../html.ts';
import { hash, summaryList } from '../parts/blocks.ts';
import { paths } from '../paths.ts';
import { leafList } from './leaf-list.ts';

/** The log leaf by leaf: a list, one leaf by the number on a receipt, its proof and its promise as files. */
export function leafRoutes(app: Hono<Http>, door: Door): void {
  const { log: text } = door.words;
  leafList(app, door);
  app.get(paths.logLeaf(':index'), async (c) => {
    const leaf = await leafOf(c, door);
    if (leaf === undefined) return showProblem(c, door, { kind: 'not-found' });
    const { heading, lead, hash: hashName, recorded, leafFile, proof, time, promise, check, unproven } = text.leaf;
    const proven = (await door.log()).size > leaf.index;
    const bracket = proven ? await bracketOf(door, leaf.index) : undefined;
    const main = html`<p>${lead}</p>
      <pre class="p-command"><code>${JSON.stringify(parseAnyLeaf(leaf.bytes), null, 2)}</code></pre>
      ${summaryList([
        [hashName, hash(leaf.hash.toHex())],
        [recorded, bracket === undefined ? text.leaf.unknown : between(door, bracket)],
      ])}
      <p>${proven ? check : unproven}</p>
      <ul class="p-inline">
        <li><a class="ds-link" href="${paths.leafBytes(leaf.index)}">${leafFile}</a></li>
        ${proven && html`<li><a class="ds-link" href="${paths.leafProof(leaf.index)}">${proof}</a></li>`}
        ${bracket && html`<li><a class="ds-link" href="${paths.leafTime(leaf.index)}">${time}</a></li>`}
        <li><a class="ds-link" href="${paths.leafPromise(leaf.index)}">${promise}</a></li>
        <li><a class="ds-link" href="${paths.logVerifier}">${door.words.verifier.link}</a></li>
      </ul>`;
    return show(c, door, { heading: heading(leaf.index), back: { href: paths.logLeaves, text: text.leaves.heading }, main }); // prettier-ignore
  });
  app.get(paths.leafBytes(':index'), async (c) => asFile(c, door, 'leaf', ({ bytes }) => Promise.resolve(bytes)));
  app.get(paths.leafProof(':index'), async (c) =>
    asFile(c, door, 'tlog-proof', async ({ index }) => (await door.logBook.prove([index]))[0]?.proof),
  );
  app.get(paths.leafTime(':index'), async (c) =>
    asFile(c, door, 'time', async ({ index }) => (await door.logBook.time(index))?.file),
  );
  app.get(paths.leafPromise(':index'), async (c) =>
    asFile(c, door, 'promise', ({ index }) => door.logBook.promise(index, door.now())),
  );
}

/** When the log recorded it; `undefined` while too few witnesses answer. */
async function bracketOf({ logBook }: Door, index: number): Promise<TimeBracket | undefined> {
  try {
    return (await logBook.time(index))?.bracket;
  } catch (error) {
    if (error instanceof LogError) return undefined;
    throw error;
  }
}

/** In UTC, to the second, as the file says it: clocks of witnesses, no zone of a reader. */
function between({ words }: Door, { notBefore, notAfter }: TimeBracket): string {
  const { between: both, until } = words.log.leaf;
  const utc = (seconds: number): string => `${new Date(seconds * 1_000).toISOString().slice(0, 19).replace('T', ' ')} UTC`; // prettier-ignore
  return notBefore === undefined ? until(utc(notAfter)) : both(utc(notBefore), utc(notAfter));
}

/** The leaf that the path names; `undefined` for every other spelling of a number, and for one that is not there. */
async function leafOf(c: HttpContext, { logBook }: Door): Promise<StoredLeaf | undefined> {
  const index = parseDecimal(c.req.param('index') ?? '');
  return index === undefined ? undefined : (await logBook.leaves(index, index + 1))[0];
}

/** A signed file about a leaf; 503 while the log cannot sign. */
async function asFile(
  c: HttpContext,
  door: Door,
  ending: string,
  make: (leaf: StoredLeaf) => Promise<Uint8Array | undefined>,
): Promise<Response> {
  const leaf = await leafOf(c, door);
  if (leaf === undefined) return showProblem(c, door, { kind: 'not-found' });
  try {
    const bytes = await make(leaf);
    if (bytes === undefined) return showProblem(c, door, { kind: 'not-found' });
    return c.body(new Uint8Array(bytes), 200, {
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Disposition': `attachment; filename="leaf-${leaf.index}.${ending}"`,
    });
  } catch (error) {
    if (error instanceof LogError) return showProblem(c, door, { kind: 'unavailable' });
    throw error;
  }
}
