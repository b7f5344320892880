import type { CaseView } from '../../acts/see-case.ts';
import { consentState, type Consent } from '../../request/aftermath.ts';
import type { Door } from '../door.ts';
import { html, type Html } from '../html.ts';
import { citation } from '../law/citation.ts';
import { hash, section, summaryList, tag, typed, type Tone } from '../parts/blocks.ts';
import { distance, moment } from '../parts/moment.ts';

const tones = { open: 'warning', proposed: 'warning', granted: 'success', refused: 'danger' } as const satisfies Record<ReturnType<typeof consentState>, Tone>; // prettier-ignore

/** The conditions under which the evidence left, and what became of them. */
export function termsSection(door: Door, view: CaseView): Html | undefined {
  const list = termsList(door, view);
  if (list === undefined) return undefined;
  const { aftermath: text } = door.words;
  return section('terms', text.heading, html`${list}${consents(door, view)}${uses(door, view)}${broken(door, view)}`);
}

/** The conditions in plain words, each with its article; how much time is left to keep the evidence. */
export function termsList({ words, now }: Door, { case: { released, afterwards } }: CaseView): Html | undefined {
  const { terms, conditionsSha256 } = released?.body ?? {};
  if (terms === undefined || conditionsSha256 === undefined) return undefined;
  const { aftermath: text } = words;
  const { speciality, onwardTransfer, retention, assurances } = terms;
  const cite = (article: string): Html =>
    html`<span class="p-cite">${citation(words, `un-cybercrime/${article}`)}</span>`;
  const at = now();
  const { destroyed, accepted } = afterwards;
  return summaryList([
    [text.speciality, html`${text.specialitySays} ${speciality.purpose !== '' && typed(speciality.purpose)} ${cite(speciality.cites)}`],
    [text.onward, html`${text.onwardSays} ${cite(onwardTransfer.cites)}`],
    [
      text.retention,
      html`${moment(words, retention.until)}${destroyed === undefined && html`, <span class="${retention.until <= at ? 'p-late' : 'p-small'}">${distance(words, at, retention.until)}</span>`}<br /><span class="p-small">${text.retentionFrom[retention.source]}</span>`,
    ],
    ...assurances.map(({ rule, text: says }) => [text.assurance, html`${says} <span class="p-cite">${citation(words, rule)}</span>`] as const),
    [text.acceptance, accepted === undefined ? tag(text.notAccepted, 'warning') : html`${tag(text.isAccepted, 'success')} ${moment(words, accepted.at)}<br />${hash(accepted.body.receiptSha256)}`],
    ...(destroyed === undefined ? [] : [[text.destruction, html`${moment(words, destroyed.at)}<br />${typed(destroyed.body.how)}<br />${hash(destroyed.body.receiptSha256)}`] as const]),
    [text.statement, hash(conditionsSha256)],
  ]); // prettier-ignore
}

function consents({ words }: Door, { case: { afterwards } }: CaseView): Html | false {
  const { aftermath: text } = words;
  const line = (consent: Consent): Html => {
    const { asked, answered, ruled } = consent;
    const state = consentState(consent);
    return html`<li>
      <p>
        ${tag(text.consentStates[state], tones[state])} ${text.matters[asked.body.matter]}:
        ${typed(asked.body.recipient)}
      </p>
      ${answered && html`<p>${typed(answered.body.reasons)}</p>`}
      ${answered && answered.body.conditions !== '' && html`<p>${typed(answered.body.conditions)}</p>`}
      ${ruled && html`<p>${typed(ruled.body.reasons)}</p>`}
    </li>`;
  };
  return (
    afterwards.consents.length > 0 &&
    html`<h3 class="ds-heading" data-size="xs">${text.consents}</h3>
      <ul class="p-lines">
        ${afterwards.consents.map(line)}
      </ul>`
  );
}

function uses({ words }: Door, { case: { afterwards } }: CaseView): Html | false {
  return (
    afterwards.uses.length > 0 &&
    html`<h3 class="ds-heading" data-size="xs">${words.aftermath.uses}</h3>
      <ul class="p-lines">
        ${afterwards.uses.map(({ at, body }) => html`<li>${typed(body.use)} <span class="p-small">${moment(words, at)}</span></li>`)}
      </ul>`
  );
}

function broken({ words }: Door, { case: { afterwards } }: CaseView): Html | false {
  const { aftermath: text } = words;
  return (
    afterwards.breaches.length > 0 &&
    html`<h3 class="ds-heading" data-size="xs">${text.broken}</h3>
      <ul class="p-lines">
        ${afterwards.breaches.map(({ at, body }) => html`<li>${tag(text.breaches[body.breach], 'danger')} ${typed(body.reasons)} <span class="p-small">${moment(words, at)}</span></li>`)}
      </ul>`
  );
}
