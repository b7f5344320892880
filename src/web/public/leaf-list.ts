import type { Hono } from 'hono';
import { leafKinds, type LeafKind } from '../../transparency/leaf.ts';
import { parseDecimal } from '../../transparency/decimal.ts';
import { isSealed, parseAnyLeaf } from '../../transparency/sealed-leaf.ts';
import type { StoredLeaf } from '../../store/rows.ts';
import { show, type Door, type Http } from '../door.ts';
import { attributes, html, type Html, type Part } from '../html.ts';
import { table } from '../parts/blocks.ts';
import { button, lineField } from '../parts/field.ts';
import { paths } from '../paths.ts';
import { findLeaves, monthsOf, type Filter } from './browse.ts';

const kinds = [...(Object.keys(leafKinds) as LeafKind[]), 'sealed'] as const;

/** The leaves by month and kind: filters are links, so that each list has an address. */
export function leafList(app: Hono<Http>, door: Door): void {
  const { log: text, public: open } = door.words;
  app.get(paths.logLeaves, async (c) => {
    const asked = c.req.query('index');
    const wanted = asked === undefined ? undefined : parseDecimal(asked.trim());
    if (wanted !== undefined) return c.redirect(paths.logLeaf(wanted), 303);
    const { size } = await door.log();
    const month = /^20\d\d-(?:0[1-9]|1[0-2])$/.exec(c.req.query('month') ?? '')?.[0];
    const filter: Filter = { month, kind: kinds.find((kind) => kind === c.req.query('kind')) };
    const until = Math.min(size, parseDecimal(c.req.query('until') ?? '') ?? size);
    const [{ leaves, older: next }, months] = [await findLeaves(door, filter, until), await monthsOf(door, size)];
    const { heading, caption, columns, none, older, lookUp, lookUpButton } = text.leaves;
    const main = html`<form method="get" action="${paths.logLeaves}" class="p-form">
        ${lineField({ id: 'index', label: lookUp })}${button(lookUpButton, 'secondary')}
      </form>
      ${links(open.browse.months, [[undefined, open.browse.any], ...months.map((each) => [each, each] as const)], filter.month, (value) => address({ ...filter, month: value }))}
      ${links(open.browse.kinds, [[undefined, open.browse.any], ...kinds.map((kind) => [kind, open.browse.kind[kind]] as const)], filter.kind, (value) => address({ ...filter, kind: value }))}
      ${
        leaves.length > 0
          ? table(
              caption,
              columns,
              leaves.map((leaf) => rowOf(door, leaf)),
            )
          : html`<p>${size === 0 ? none : open.browse.nothing}</p>`
      }
      ${next !== undefined && html`<p><a class="ds-link" href="${address(filter, next)}">${leaves.length > 0 ? older : open.browse.goOn}</a></p>`}`;
    return show(c, door, { heading, back: { href: paths.log, text: text.heading }, main, wide: true });
  });
}

function address({ month, kind }: Filter, until?: number): string {
  const query = new URLSearchParams({ ...(month && { month }), ...(kind && { kind }), ...(until !== undefined && { until: String(until) }) }); // prettier-ignore
  return query.size === 0 ? paths.logLeaves : `${paths.logLeaves}?${query.toString()}`;
}

function links<Value extends string>(
  label: string,
  values: readonly (readonly [Value | undefined, string])[],
  chosen: Value | undefined,
  to: (value: Value | undefined) => string,
): Html {
  return html`<nav aria-label="${label}">
    <p class="p-small">${label}</p>
    <ul class="p-inline">
      ${values.map(([value, name]) => html`<li><a class="ds-link" href="${to(value)}" ${attributes({ 'aria-current': value === chosen && 'page' })}>${name}</a></li>`)}
    </ul>
  </nav>`;
}

function rowOf({ words }: Door, { index, bytes }: StoredLeaf): readonly Part[] {
  const { browse } = words.public;
  const leaf = parseAnyLeaf(bytes);
  const name = html`<a class="ds-link" href="${paths.logLeaf(index)}">${words.log.leaf.heading(index)}</a>`;
  if (isSealed(leaf)) return [name, leaf.month, browse.kind.sealed, '', browse.openBy(leaf.openBy)];
  const outcome = leaf.outcome === undefined ? '' : (words.public.figures.values[leaf.outcome] ?? leaf.outcome);
  return [name, leaf.month, browse.kind[leaf.kind], leaf.authority, outcome];
}
