import { attributes, html, type Html, type Part } from '../html.ts';

/** The blocks that pages are built of. */

export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger';

/** A word or two that says a state. The word carries the meaning; the colour only repeats it. */
export const tag = (text: Part, tone: Tone = 'neutral'): Html =>
  html`<span class="ds-tag" data-color="${tone}">${text}</span>`;

/** Something to know before anything else on the page. */
export const notice = (tone: Exclude<Tone, 'neutral'>, heading: Part, body?: Part): Html =>
  html`<div class="ds-alert" data-color="${tone}">
    <h2 class="ds-heading" data-size="xs">${heading}</h2>
    ${body}
  </div>`;

export const section = (id: string, heading: Part, body: Part): Html =>
  html`<section class="p-section" aria-labelledby="${id}">
    <h2 class="ds-heading" data-size="sm" id="${id}">${heading}</h2>
    ${body}
  </section>`;

/** Names and values, read aloud as pairs. Values that nobody gave are left out by the caller, never shown as "no". */
export const summaryList = (rows: readonly (readonly [Part, Part])[]): Html =>
  html`<dl class="p-summary">
    ${rows.map(
      ([name, value]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;

/** Text that a person typed: its own direction, its line ends kept. */
export const typed = (text: string): Html => html`<span class="p-typed" dir="auto">${text}</span>`;

export const details = (summary: Part, body: Part, open = false): Html =>
  html`<details class="ds-details" data-color="neutral" ${attributes({ open })}>
    <summary>${summary}</summary>
    <div>${body}</div>
  </details>`;

/** A table that becomes a list of cards on a narrow screen. Each cell knows the name of its column. */
export const table = (caption: string, columns: readonly string[], rows: readonly (readonly Part[])[]): Html =>
  html`<table class="ds-table p-table" data-border="true" data-color="neutral">
    <caption class="ds-sr-only">
      ${caption}
    </caption>
    <thead>
      <tr>
        ${columns.map((column) => html`<th scope="col">${column}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) =>
          html`<tr>
            ${row.map((cell, index) => html`<td data-label="${columns[index] ?? ''}"><div>${cell}</div></td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;

/** A long hash in groups, so that two people can compare it aloud. */
export const hash = (hex: string): Html =>
  html`<code class="p-hash">${(hex.match(/.{1,8}/g) ?? []).map((group) => html`<span>${group}</span> `)}</code>`;
