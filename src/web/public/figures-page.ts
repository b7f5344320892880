import type { Words } from '../../catalogue/en.ts';
import { columnChart } from '../../observatory/chart.ts';
import type { Figures } from '../../observatory/figures.ts';
import type { Cell } from '../../observatory/merge.ts';
import { byPeriod, summed } from '../../observatory/sums.ts';
import { countedKinds, kindsCounted, type CountedKind, type Dimension } from '../../observatory/tables.ts';
import { dataCategories, measures } from '../../request/request.ts';
import type { Door } from '../door.ts';
import { html, raw, type Html, type Part } from '../html.ts';
import { details, notice, section, table } from '../parts/blocks.ts';
import type { PageContent } from '../parts/page.ts';
import { stateName } from '../parts/say.ts';
import { paths } from '../paths.ts';

/** @param shown the months whose figures the page adds up. @param all every month that can be chosen */
export function figuresPage(
  door: Door,
  shown: readonly Figures[],
  address: string,
  all: readonly Figures[] = shown,
): PageContent {
  const { words } = door;
  const text = words.public.figures;
  const practice = door.identities !== undefined;
  const kinds = kindsCounted.filter((kind) => byPeriod(shown, kind).length > 0);
  return {
    heading: text.heading,
    main: html`<p>${text.lead}</p>
      ${practice && notice('info', text.practice, html`<p>${text.practiceBody}</p>`)}
      ${kinds.length === 0 && html`<p>${text.none}</p>`} ${kinds.map((kind) => kindSection(words, kind, shown))}
      ${
        all.length > 0 &&
        section(
          'months',
          text.months,
          html`<ul class="p-inline">
            ${all.map(({ counts }) => html`<li><a class="ds-link" href="${paths.figuresOf(counts)}">${counts}</a></li>`)}
          </ul>`,
        )
      }
      ${section(
        'downloads',
        text.downloads,
        html`<ul class="p-inline">
          <li><a class="ds-link" href="${paths.figuresCsv}">${text.csv}</a></li>
          <li><a class="ds-link" href="${paths.figuresJson}">${text.json}</a></li>
        </ul>`,
      )}
      ${section(
        'again',
        text.howHeading,
        html`<p>${text.how}</p>
          <pre class="p-command"><code>${text.howCommand(address, practice)}</code></pre>`,
      )}`,
  };
}

/** A kind of leaf: columns over time with their numbers behind them, then a table for everything it is counted by. */
function kindSection(words: Words, kind: CountedKind, shown: readonly Figures[]): Html {
  const text = words.public.figures;
  const title = text.kinds[kind];
  const periods = byPeriod(shown, kind).map(({ of, count }) => ({ of: periodName(words, of), count }));
  const numbers = table(text.chart(title), text.columns.slice(0, 2), periods.map(({ of, count }) => [of, count])); // prettier-ignore
  const chart =
    periods.length > 1 &&
    html`<figure class="p-chart">${raw(columnChart(`${kind}-chart`, text.chart(title), periods))}</figure>`;
  const tables = countedKinds[kind].map((by) => ({ by, cells: summed(shown, kind, by) }));
  return section(
    kind,
    title,
    html`${chart} ${details(text.periods, numbers, true)}
    ${tables.map(({ by, cells }) => cells.length > 0 && details(text.by[by], cellTable(words, `${title}, ${text.by[by]}`, by, cells)))}`,
  );
}

function cellTable(words: Words, caption: string, by: Dimension, cells: readonly Cell[]): Html {
  const total = cells.reduce((sum, { count }) => sum + count, 0);
  const percent = new Intl.NumberFormat(words.locale, { style: 'percent', maximumFractionDigits: 0 });
  const rows = cells.map(({ of, count }): Part[] => [valueName(words, by, of), count, html`${bar(count / total)} ${percent.format(count / total)}`]); // prettier-ignore
  return table(caption, words.public.figures.columns, rows);
}

/** A bar that repeats a share; the number beside it says it. */
const bar = (share: number): Html =>
  raw(`<svg class="p-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect width="${Math.max(1, Math.round(share * 100))}" height="8"/></svg>`); // prettier-ignore

function periodName({ public: { figures: text } }: Words, period: string): string {
  const [, year = '', quarter = ''] = /^(\d{4})(?:-Q(\d))?$/.exec(period) ?? [];
  if (quarter !== '') return text.restOf(text.quarter(year, quarter));
  if (year !== '') return text.restOf(year);
  return period.startsWith('until-') ? text.until(period.slice('until-'.length)) : period;
}

function valueName(words: Words, by: Dimension, of: string): string {
  const own = words.public.figures.values[of];
  if (own !== undefined) return own;
  const { measures: named, categories } = words.case.request;
  const measure = measures.find((each) => each === of);
  if (measure !== undefined) return named[measure];
  if (by === 'state') return stateName(words, of);
  if (by === 'category')
    return of.split('+').flatMap((each) => dataCategories.find((known) => known === each) ?? []).map((each) => categories[each]).join(', '); // prettier-ignore
  return of.split('+').join(', ');
}
