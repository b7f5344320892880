import type { PublicDebts } from '../../acts/list-debts.ts';
import { limits } from '../../limits.ts';
import type { Door } from '../door.ts';
import { html, type Html, type Part } from '../html.ts';
import { section, table, tag } from '../parts/blocks.ts';
import { moment } from '../parts/moment.ts';
import type { PageContent } from '../parts/page.ts';
import { stateName } from '../parts/say.ts';
import { paths } from '../paths.ts';

/** For anybody: disclosures in emergencies, how often judges confirmed them, and what is overdue. No case, no person. */
export function debtsPage({ words }: Door, debts: PublicDebts): PageContent {
  const text = words.emergency.public;
  return {
    heading: text.heading,
    wide: true,
    main: html`<p>${text.lead}</p>
      ${debts.figures.length === 0 ? html`<p>${text.none}</p>` : html`${overdue(words, debts)}${figures(words, debts)}`}
      <p class="p-small">
        ${text.log} <a class="ds-link" href="${paths.log}">${words.nav.log}</a>. ${words.emergency.debts.source}
      </p>`,
  };
}

function figures(words: Door['words'], { figures: rows, cut }: PublicDebts): Html {
  const text = words.emergency.public;
  const cells = rows.map((row): readonly Part[] => [
    stateName(words, row.requestingState),
    stateName(words, row.requestedState),
    row.orders,
    row.confirmed,
    row.refused,
    row.open,
    row.overdue > 0 ? tag(row.overdue, 'danger') : row.overdue,
  ]);
  return section(
    'figures',
    text.figures,
    html`${table(text.figures, text.columns, cells)}
    ${cut && html`<p class="p-small">${text.cut(limits.debtsListed)}</p>`}`,
  );
}

function overdue(words: Door['words'], { overdue: rows }: PublicDebts): Html {
  const text = words.emergency.public;
  const cells = rows.map(({ kind, owner, due, of }): readonly Part[] => [
    words.emergency.debts.kinds[kind],
    text.of(words.roles[owner.role], stateName(words, of)),
    tag(moment(words, due), 'danger'),
  ]);
  return section(
    'overdue',
    text.overdue,
    rows.length === 0 ? html`<p>${text.nothingOverdue}</p>` : table(text.overdue, text.overdueColumns, cells),
  );
}
