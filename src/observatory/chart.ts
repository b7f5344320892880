import type { Cell } from './merge.ts';

const [width, height, gap] = [640, 160, 4];

/**
 * Columns over time as SVG: no script, no style in it, the colour is that of the text around it. The numbers belong
 * in a table beside it; a column carries its own as a title for those who point at it.
 * @param id unique on its page. @param title what is counted, in the reader's language
 */
export function columnChart(id: string, title: string, cells: readonly Cell[]): string {
  const most = Math.max(1, ...cells.map(({ count }) => count));
  const step = width / Math.max(1, cells.length);
  const columns = cells.map(({ of, count }, at) => {
    const tall = Math.max(1, Math.round((count / most) * height));
    const [x, wide] = [round(at * step + gap / 2), round(Math.max(1, step - gap))];
    return `<rect x="${x}" y="${height - tall}" width="${wide}" height="${tall}"><title>${escaped(`${of}: ${count}`)}</title></rect>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height + 2}" role="img" aria-labelledby="${escaped(id)}" fill="currentColor">`,
    `<title id="${escaped(id)}">${escaped(title)}</title>`,
    ...columns,
    `<rect x="0" y="${height}" width="${width}" height="2"/>`,
    '</svg>',
  ].join('\n');
}

const round = (value: number): number => Math.round(value * 100) / 100;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
