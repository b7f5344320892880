import type { Hono } from 'hono';
import { canonicalJson } from '../../canonical.ts';
import { figuresCsv } from '../../observatory/figures-csv.ts';
import { show, showProblem, type Door, type Http } from '../door.ts';
import { paths } from '../paths.ts';
import { figuresPage } from './figures-page.ts';

/** The figures: all months together, each month by itself, and both files. Everything in them follows from the log. */
export function figuresRoutes(app: Hono<Http>, door: Door): void {
  const { words } = door;
  const { heading } = words.public.figures;
  app.get(paths.figures, async (c) =>
    show(c, door, figuresPage(door, await door.figures(), new URL(c.req.url).origin)),
  );
  app.get(paths.figuresCsv, async (c) =>
    c.body(figuresCsv(await door.figures()), 200, {
      'Content-Type': 'text/csv; charset=utf-8; header=present',
      'Content-Disposition': 'attachment; filename="figures.csv"',
    }),
  );
  app.get(paths.figuresJson, async (c) =>
    c.body(canonicalJson(await door.figures()), 200, { 'Content-Type': 'application/json' }),
  );
  app.get(paths.figuresOf(':month'), async (c) => {
    const all = await door.figures();
    const month = all.find(({ counts }) => counts === c.req.param('month'));
    if (month === undefined) return showProblem(c, door, { kind: 'not-found' });
    const content = figuresPage(door, [month], new URL(c.req.url).origin, all);
    return show(c, door, { ...content, heading: words.public.figures.headingOf(month.counts), back: { href: paths.figures, text: heading } }); // prettier-ignore
  });
}
