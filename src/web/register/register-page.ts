import type { RegisterView } from '../../acts/see-register.ts';
import type { EnteredAuthority } from '../../standing/authority.ts';
import type { RegisteredMandate } from '../../store/rows.ts';
import type { Door } from '../door.ts';
import { html, type Html, type Part } from '../html.ts';
import { notice, section, table, tag } from '../parts/blocks.ts';
import { moment } from '../parts/moment.ts';
import type { PageContent } from '../parts/page.ts';
import { paths } from '../paths.ts';

/** The register of an authority: its mandates, the authorities that it knows, and what was done to both. */
export function registerPage(door: Door, view: RegisterView, doneLeaf: number | undefined): PageContent {
  const { words } = door;
  const text = words.register;
  const done = view.history.find(({ leafIndex }) => leafIndex === doneLeaf);
  return {
    heading: text.heading,
    above: view.registrar.authorityName,
    wide: true,
    main: html`${done && notice('success', text.done(done.leafIndex))}
      <p>${text.lead}</p>
      ${door.office && html`<p><a class="ds-link" href="${paths.people}">${words.identity.people.link}</a></p>`}
      ${mandates(door, view)} ${authorities(door, view)} ${history(door, view)}`,
  };
}

function mandates({ words }: Door, view: RegisterView): Html {
  const text = words.register.mandates;
  const rows = view.mandates.map((mandate): readonly Part[] => {
    const state = stateOf(mandate, view.at);
    const ended = state === 'revoked' || state === 'expired';
    return [
      html`${mandate.name}<br /><span class="p-cite">${mandate.person}</span>`,
      words.roles[mandate.role],
      moment(words, mandate.validFrom),
      moment(words, mandate.validUntil),
      mandate.grantedBy === undefined ? text.founding : (view.people.get(mandate.grantedBy)?.name ?? mandate.grantedBy),
      html`${tag(text[state], state === 'holds' ? 'success' : 'neutral')}${mandate.revokedAt && html`<br />${moment(words, mandate.revokedAt)}`}`,
      ended ? '' : html`<a class="ds-link" href="${paths.revokeMandate(mandate.id)}">${text.revoke(mandate.name)}</a>`,
    ];
  });
  return section(
    'mandates',
    text.heading,
    html`<p><a class="ds-button" href="${paths.grantMandate}">${text.grant}</a></p>
      ${table(text.heading, text.columns, rows)}`,
  );
}

function stateOf(mandate: RegisteredMandate, at: string): 'holds' | 'later' | 'expired' | 'revoked' {
  if (mandate.revokedAt !== undefined) return 'revoked';
  if (at < mandate.validFrom) return 'later';
  return at < mandate.validUntil ? 'holds' : 'expired';
}

function authorities({ words }: Door, { authorities: entries, at }: RegisterView): Html {
  const text = words.register.authorities;
  const rows = entries.map((entry): readonly Part[] => {
    const holds = entry.endedAt === undefined && at < entry.validUntil;
    return [
      html`${entry.name}<br /><span class="p-cite">${entry.authority}</span>`,
      entry.competences.map((each) => words.register.enter.competence[each]).join('; '),
      entry.callBack === undefined ? text.noChannel : callBack(words.register.enter.channels, entry.callBack),
      entry.vkey === undefined ? text.noKey : html`<code class="p-hash">${entry.vkey}</code>`,
      moment(words, entry.validUntil),
      tag(holds ? words.register.mandates.holds : text.ended, holds ? 'success' : 'neutral'),
      holds ? html`<a class="ds-link" href="${paths.endAuthority(entry.id)}">${text.end(entry.name)}</a>` : '',
    ];
  });
  return section(
    'authorities',
    text.heading,
    html`<p>${text.lead}</p>
      <p><a class="ds-button" href="${paths.enterAuthority}">${text.enter}</a></p>
      ${rows.length === 0 ? html`<p>${text.none}</p>` : table(text.heading, text.columns, rows)}`,
  );
}

const callBack = (
  channels: Door['words']['register']['enter']['channels'],
  { channel, address }: NonNullable<EnteredAuthority['callBack']>,
): Html => html`${channels[channel]}<br /><span dir="auto">${address}</span>`;

function history({ words }: Door, view: RegisterView): Html {
  const text = words.register.history;
  const names = new Map(view.authorities.map(({ id, name }) => [id, name]));
  const rows = view.history.map(({ at, by, leafIndex, change }): readonly Part[] => [
    moment(words, at),
    by === undefined ? text.begins : (view.people.get(by)?.name ?? by),
    html`${text.what[change.kind](aboutOf(change, names))}${'reasons' in change && html`<br /><span class="p-typed" dir="auto">${change.reasons}</span>`}`,
    html`<a class="ds-link" href="${paths.logLeaf(leafIndex)}">${leafIndex}</a>`,
  ]);
  return section(
    'history',
    text.heading,
    rows.length === 0 ? html`<p>${text.none}</p>` : table(text.heading, text.columns, rows),
  );
}

function aboutOf(change: RegisterView['history'][number]['change'], names: ReadonlyMap<string, string>): string {
  switch (change.kind) {
    case 'mandate-granted':
      return `${change.mandate.name} (${change.mandate.id})`;
    case 'mandate-revoked':
      return change.mandate;
    case 'authority-entered':
      return `${change.entry.name} (${change.entry.authority})`;
    case 'authority-ended':
      return names.get(change.entry) ?? change.entry;
  }
}
