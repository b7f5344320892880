import { reads as roleReads, type Part } from '../../acts/case-part.ts';
import type { CaseView } from '../../acts/see-case.ts';
import type { Words } from '../../catalogue/en.ts';
import { accessActs, waitsFor, type Act, besides } from '../../request/open-acts.ts';
import { assignedTo } from '../../authorisation/access.ts';
import { limits } from '../../limits.ts';
import type { CaseState } from '../../request/case.ts';
import type { Door } from '../door.ts';
import { html, type Html } from '../html.ts';
import { details, hash, notice, section, summaryList, table, tag, typed, type Tone } from '../parts/blocks.ts';
import { moment } from '../parts/moment.ts';
import type { PageContent } from '../parts/page.ts';
import { caseLine, factLabel, ruleLine, shortId, valueText } from '../parts/say.ts';
import { timeline } from '../parts/timeline.ts';
import { paths } from '../paths.ts';
import { assessmentSection } from './assessment-section.ts';
import { dutiesSection } from './duties-section.ts';
import { decisionLetter } from './decision-letter.ts';
import { requestSections } from './request-sections.ts';
import { secrecySection } from './secrecy-section.ts';
import { termsSection } from './terms-section.ts';
import { triageSection } from './triage-section.ts';

/** The colour that repeats what the state's word says. */
export const stateTone = {
  received: 'info',
  'information-asked': 'warning',
  consulted: 'warning',
  granted: 'info',
  refused: 'neutral',
  authorised: 'info',
  'authorisation-refused': 'neutral',
  'authorisation-revoked': 'warning',
  produced: 'info',
  released: 'success',
  collected: 'success',
  withdrawn: 'neutral',
  served: 'info',
  challenged: 'warning',
  'set-aside': 'neutral',
  lapsed: 'neutral',
  postponed: 'warning',
  accepted: 'success',
  'consent-asked': 'warning',
  'consent-proposed': 'warning',
  destroyed: 'success',
  closed: 'neutral',
  'deletion-owed': 'danger',
  deleted: 'neutral',
  preserving: 'info',
  'preservation-ended': 'neutral',
} as const satisfies Record<CaseState, Tone>;

const pageOf = {
  'record-findings': paths.findings,
  'ask-information': paths.information,
  'answer-consultation': paths.consultationAnswer,
  'supply-information': paths.supply,
  consult: paths.consultation,
  decide: paths.decision,
  authorise: paths.order,
  revoke: paths.revocation,
  extend: paths.orderExtension,
  produce: paths.production,
  release: paths.release,
  collect: paths.handOver,
  withdraw: paths.withdrawal,
  acknowledge: paths.acknowledgement,
  'destroy-evidence': paths.destruction,
  'serve-order': paths.service,
  challenge: paths.challenge,
  'decide-challenge': paths.ruling,
  'extend-duty': paths.extension,
  postpone: paths.postponement,
  preserve: paths.preservation,
  'extend-preservation': paths.longerPreservation,
  'end-preservation': paths.preservationEnd,
  'follow-up': paths.followUp,
  'confirm-receipt': paths.receipt,
  close: paths.closing,
  reopen: paths.reopening,
  correct: paths.correction,
  'note-correction': paths.correctionNote,
  'prepare-emergency': paths.emergency,
  'record-call-back': paths.callBack,
  'order-emergency': paths.emergencyOrder,
  'confirm-emergency': paths.confirmation,
  'confirm-deletion': paths.deletion,
  'give-notice': paths.personNotice,
  'accept-conditions': paths.conditions,
  'ask-consent': paths.consent,
  'answer-consent': paths.consentAnswer,
  'rule-consent': paths.consentRuling,
  'record-use': paths.use,
  'confirm-destruction': paths.destructionReceipt,
  'record-breach': paths.breach,
} as const satisfies Record<Act, (id: string) => string>;

/** A case as one person sees it: first what is open for them, then the law, the request and what happened. */
export function casePage(door: Door, view: CaseView, doneLeaf: number | undefined): PageContent {
  const { words, law } = door;
  const { case: subject } = view;
  const { request } = subject.latest.body;
  const reads = (part: Part): boolean => roleReads(view.mandate.role, part);
  const done = subject.events.find(({ leafIndex, by }) => leafIndex === doneLeaf && by === view.mandate.id);
  return {
    heading: words.case.heading(shortId(subject.id)),
    above: caseLine(words, request),
    back: { href: paths.cases, text: words.case.back },
    wide: true,
    main: html`${done && notice('success', words.case.timeline.events[done.body.kind], html`<p>${words.case.done(done.leafIndex)}.</p>`)}
      <p>${tag(words.case.states[subject.state], stateTone[subject.state])}</p>
      ${view.basis === 'broken-glass' && notice('warning', words.access.opened(limits.glassHours))}
      ${assignedLine(words, view)}
      <div class="p-columns">
        <div class="p-flow">
          ${tasks(words, view)} ${dutiesSection(door, view)} ${reads('decision') && termsSection(door, view)}
          ${reads('decision') && decision(door, view)} ${reads('decision') && decisionLetter(door, view)}
          ${reads('law') && assessmentSection(door, view.assessment, reads('questions'))}
          ${reads('questions') && triageSection(words, law, view.assessment)} ${reads('answers') && answers(door, view)}
          ${reads('request') && section('request', words.case.request.heading, requestSections(words, law, request))}
        </div>
        <div class="p-flow">
          ${section('events', words.case.timeline.heading, timeline(words, subject.events, view.people))}
          ${secrecySection(words, view)} ${reads('readings') && readings(words, view)}
          ${reads('origin') && origin(words, view)}
        </div>
      </div>`,
  };
}

/** Which officers of the reader's authority have the case, and the way to give it to others. */
function assignedLine(words: Words, { case: subject, mandate, people }: CaseView): Html | false {
  const officers = assignedTo(subject, mandate.authority);
  if (officers.length === 0) return false;
  const names = officers.map((id) => people.get(id)?.name ?? id).join(', ');
  const mayGive = accessActs.assign.some((role) => role === mandate.role);
  return html`<p class="p-small">
    ${words.access.officers}:
    ${names}${mayGive && html`. <a class="ds-link" href="${paths.assignment(subject.id)}">${words.access.assign.link}</a>`}
  </p>`;
}

function tasks(words: Words, view: CaseView): Html {
  const text = words.case.tasks;
  const { state, id } = view.case;
  const lacks = view.assessment.owed.length + view.assessment.asks.length > 0;
  const open = view.open.filter((act) => act !== 'ask-information' || lacks);
  const waits = waitsFor[state];
  const waiting = waits === undefined ? text.closed : text.waitsFor(words.roles[waits]);
  const list = html`<ol class="p-tasks">
    ${open.map((act) => {
      const [title = '', help = ''] = text.acts[act];
      return html`<li>
        <div>
          <a class="ds-link" href="${pageOf[act](id)}">${title}</a>
          <p class="p-small">${help}</p>
        </div>
        ${status(words, view, act)}
      </li>`;
    })}
  </ol>`;
  return section('tasks', text.heading, open.length > 0 ? list : html`<p>${text.none} ${waiting}</p>`);
}

/** Beside each task, how it stands. */
function status(words: Words, { assessment, mandate }: CaseView, act: Act): Html {
  const text = words.case.tasks;
  const mine = assessment.questions.filter(({ who }) => who[0] === mandate.role).length;
  const owed = assessment.owed.length + assessment.asks.length;
  if (besides.includes(act)) return html``;
  if (act === 'record-findings') return tag(text.openQuestions(mine), mine > 0 ? 'info' : 'success');
  if (act === 'ask-information') return tag(text.owed(owed), 'warning');
  if (act === 'decide' && (assessment.bars.length > 0 || owed > 0 || mine > 0))
    return tag(text.grantBlocked, 'neutral');
  return tag(text.ready, 'info');
}

function decision({ words, law }: Door, { case: { decided }, people }: CaseView): Html | undefined {
  if (decided === undefined) return undefined;
  const text = words.case.decision;
  const { body } = decided;
  return section(
    'decision',
    text.heading,
    summaryList([
      [
        text.outcome,
        body.outcome === 'refuse' ? text.refuse : body.leftOut === undefined ? text.grant : text.grantInPart,
      ],
      ...(body.leftOut === undefined ? [] : [[text.leftOut, typed(body.leftOut.join('\n'))] as const]),
      [text.reasons, typed(body.reasons)],
      ...(body.grounds.length > 0
        ? [[text.grounds, body.grounds.map((ground) => words.desk.decide.article(ground)).join(', ')] as const]
        : []),
      ...(body.conditions.length > 0
        ? [
            [
              words.desk.decide.conditions,
              html`<ul class="p-lines">
                ${body.conditions.map(({ rule, text: says }) => html`<li>${says} <span class="p-cite">${ruleLine(words, law, rule, 'title')}</span></li>`)}
              </ul>`,
            ] as const,
          ]
        : []),
      [text.by, html`${people.get(decided.by)?.name ?? decided.by}, ${moment(words, decided.at)}`],
    ]),
  );
}

function answers({ words, law }: Door, { case: { findings }, people }: CaseView): Html | undefined {
  if (findings.size === 0) return undefined;
  const text = words.case.findings;
  const lines = [...findings.values()].map(
    ({ by, at, finding, beforeChange }) =>
      html`<li>
        <p><strong>${factLabel(law, finding.fact)}:</strong> ${valueText(words, law, finding.fact, finding.value)}</p>
        ${beforeChange && html`<p>${tag(text.beforeChange, 'warning')}</p>`}
        <p>${typed(finding.reasons)}</p>
        <p class="p-small">${text.by(people.get(by)?.name ?? by)}, ${moment(words, at)}</p>
      </li>`,
  );
  return section(
    'answers',
    text.heading,
    details(
      text.count(findings.size),
      html`<p class="p-small">${text.lead}</p>
        <ul class="p-lines">
          ${lines}
        </ul>`,
    ),
  );
}

function readings(words: Words, view: CaseView): Html {
  const text = words.case.readings;
  const rows = view.readings.map(({ mandate, page, at, basis }) => [
    view.people.get(mandate)?.name ?? mandate,
    page,
    words.access.basis[basis ?? 'unknown'],
    moment(words, at),
  ]);
  return section('readings', text.heading, details(text.lead, table(text.heading, text.columns, rows)));
}

/** Each document as it came, the last one first: it is the one that counts. */
function origin(words: Words, { case: { events } }: CaseView): Html {
  const text = words.case.request;
  const documents = events.flatMap(({ at, body }) =>
    body.kind === 'request-received' || body.kind === 'information-supplied'
      ? [
          [
            text.came[body.kind],
            html`${moment(words, at)}, ${text.forms[body.form]}<br />${hash(body.requestSha256)}`,
          ] as const,
        ]
      : [],
  );
  return section(
    'origin',
    words.case.origin,
    html`<p class="p-small">${text.document}</p>
      ${summaryList(documents.toReversed())}`,
  );
}
