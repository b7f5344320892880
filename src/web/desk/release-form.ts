import type { Hono } from 'hono';
import type { PreviewItem, ReleasePreview } from '../../acts/preview-release.ts';
import { caseForm } from '../case-form.ts';
import type { Door, Http } from '../door.ts';
import { html, type Html } from '../html.ts';
import { section, table, typed } from '../parts/blocks.ts';
import { actForm, actPage } from '../parts/case-form-frame.ts';
import { button } from '../parts/field.ts';
import { moment } from '../parts/moment.ts';
import { paths } from '../paths.ts';

/** What leaves, what is held back and why; then the release. */
export function releaseForm(app: Hono<Http>, door: Door): void {
  const { words } = door;
  const text = words.desk.release;
  caseForm(app, door, {
    act: 'release',
    page: paths.release(':id'),
    post: paths.release(':id'),
    name: 'release',
    load: ({ mandate, caseId }) => door.acts.previewRelease({ mandate, caseId }),
    render: (shown) =>
      actPage(
        shown,
        text.heading,
        html`<p>${text.lead}</p>
          ${leaving(door, shown.extra)}${staying(door, shown.extra)}
          ${actForm(
            shown,
            paths.release(shown.view.case.id),
            html`<p>${text.after}</p>
              ${button(text.confirm)}`,
          )}`,
        true,
      ),
    read: () => ({ input: {} }),
    perform: (input) => door.acts.release(input),
  });
}

function leaving({ words }: Door, { released, releasedCount }: ReleasePreview): Html {
  const text = words.desk.release;
  const rows = released.map((item) => [
    typed(item.exhibit),
    item.number,
    when(words, item),
    item.category === undefined ? '' : (categoryOf(words, item.category) ?? item.category),
    typed(item.title ?? ''),
  ]);
  return section(
    'leaves',
    text.leaves(releasedCount),
    list(words, text.leavesCaption, text.columns, rows, releasedCount),
  );
}

function staying({ words }: Door, { withheld, withheldCount }: ReleasePreview): Html {
  const text = words.desk.release;
  const rows = withheld.map((item) => [
    typed(item.exhibit),
    item.number,
    when(words, item),
    (item.withheld ?? '').split(', ').map((code) => html`${text.reasons[code] ?? code}<br />`),
  ]);
  return section(
    'stays',
    text.stays(withheldCount),
    list(words, text.staysCaption, text.stayColumns, rows, withheldCount),
  );
}

const when = (words: Door['words'], { at }: PreviewItem): Html | string =>
  at === undefined ? words.desk.release.noDate : moment(words, at);

const categoryOf = (words: Door['words'], category: string): string | undefined =>
  (words.case.request.categories as Readonly<Record<string, string>>)[category];

function list(
  words: Door['words'],
  caption: string,
  columns: readonly string[],
  rows: Parameters<typeof table>[2],
  count: number,
): Html {
  const text = words.desk.release;
  if (rows.length === 0) return html`<p>${text.none}</p>`;
  return html`${table(caption, columns, rows)}${rows.length < count && html`<p class="p-small">${text.cut(rows.length, count)}</p>`}`;
}
