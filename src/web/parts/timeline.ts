import type { Words } from '../../catalogue/en.ts';
import { isAftermath, type Aftermath } from '../../request/aftermath.ts';
import type { ChallengeGround } from '../../request/service.ts';
import { clock } from '../../request/clock-events.ts';
import type { DutyKind } from '../../request/duty-table.ts';
import type { CaseEvent, EventBody } from '../../request/event.ts';
import type { RegisteredMandate } from '../../store/rows.ts';
import { html, type Html, type Part } from '../html.ts';
import { typed } from './blocks.ts';
import { moment } from './moment.ts';

/** What happened to a case: what, who, when, and where in the public log. */
export const timeline = (
  words: Words,
  events: readonly CaseEvent[],
  people: ReadonlyMap<string, RegisteredMandate>,
): Html =>
  html`<ol class="p-timeline">
    ${events.map((event) => {
      const person = people.get(event.by);
      return html`<li>
        <p class="p-timeline__what">${words.case.timeline.events[event.body.kind]}${more(words, event.body, people)}</p>
        <p class="p-small">
          ${moment(words, event.at)}<br />${person === undefined ? (event.by === clock ? words.case.timeline.clock : event.by) : html`${person.name}, ${person.authorityName}`}<br />${words.case.timeline.entry(event.leafIndex)}
        </p>
      </li>`;
    })}
  </ol>`;

/** A duty by its id, in words. */
const dutyName = (words: Words, duty: string): string => words.life.duties.names[duty.split('#')[0] as DutyKind];

/** Why a provider challenges an order. */
const challengeText = (words: Words, grounds: readonly ChallengeGround[]): string =>
  grounds.map((ground) => words.life.challenge.names[ground]).join('; ');

/** What somebody wrote, on a line of its own. */
const said = (message: string): Part => message !== '' && html`<br />${typed(message)}`;

function more(words: Words, body: EventBody, people: ReadonlyMap<string, RegisteredMandate>): Part {
  const text = words.case.timeline;
  if (isAftermath(body)) return afterwards(words, body);
  if (saysAll(body)) return undefined;
  switch (body.kind) {
    case 'findings-recorded':
      return html`: ${text.answers(body.findings.length)}`;
    case 'information-asked':
    case 'consultation-answered':
      return html`<br /><q class="p-typed" dir="auto">${body.message}</q>`;
    case 'consulted':
      return html`: ${body.grounds.map((ground) => words.desk.decide.article(ground)).join(', ')}. ${text.answerBy}
        ${moment(words, body.answerBy)}<br /><q class="p-typed" dir="auto">${body.message}</q>`;
    case 'decided':
      return html`: ${body.outcome === 'grant' ? text.granted : text.refused}`;
    case 'authorised':
      return html`. ${text.validUntil} ${moment(words, body.validUntil)}`;
    case 'preservation-ended':
    case 'closed':
    case 'reopened':
    case 'authorisation-refused':
    case 'authorisation-revoked':
    case 'withdrawn':
    case 'glass-broken':
    case 'emergency-refused':
      return html`<br />${typed(body.reasons)}`;
    case 'produced':
      return html`: ${text.files(body.exhibits.length)}`;
    case 'released':
      return html`: ${text.items(body.releasedItems, body.withheldItems)}`;
    case 'preservation-ordered':
    case 'preservation-extended':
    case 'postponed':
      return html`, ${text.until} ${moment(words, body.until)}${said(body.reasons)}`;
    case 'receipt-confirmed':
      return html`: <code class="p-hash">${body.sealedSha256.slice(0, 16)}</code>`;
    case 'evidence-destroyed':
    case 'preservation-ended':
    case 'closed':
    case 'reopened':
      return said(body.reasons);
    case 'corrected':
      return body.touches.length > 0 && html`. ${text.touches}`;
    case 'correction-noted':
      return html` ${body.number}${said(body.text)}`;
    case 'duty-overdue':
      return html`: ${dutyName(words, body.duty)}. ${words.life.duties.wasDue} ${moment(words, body.due)}`;
    case 'acknowledged':
      return html`. ${text.next[body.next]} ${moment(words, body.by)}${said(body.message)}`;
    case 'order-served':
      return html`. ${text.produceBy} ${moment(words, body.produceBy)}${said(body.message)}`;
    case 'challenged':
      return html`: ${challengeText(words, body.grounds)}${said(body.reasons)}`;
    case 'challenge-decided':
      return html`: ${text.rulings[body.outcome]}${said(body.reasons)}`;
    case 'duty-extended':
      return html`: ${dutyName(words, body.duty)}, ${text.until} ${moment(words, body.until)}<br />${typed(body.reasons)}`;
    case 'assigned':
      return html`: ${body.officers.map((id) => people.get(id)?.name ?? id).join(', ')}<br />${typed(body.reasons)}`;
    case 'secrecy-ordered':
      return html` ${body.openBy}<br />${typed(body.reasons)}`;
    case 'secrecy-opened':
      return html`: ${body.openings.length}`;
    case 'called-back':
      return html`: ${words.emergency.callBack.outcomes[body.outcome][0]}`;
  }
}

/** What happened between the two States after the evidence had left. */
function afterwards(words: Words, body: Aftermath): Part {
  switch (body.kind) {
    case 'consent-asked':
      return html`: ${words.aftermath.matters[body.matter]}${said(body.recipient)}${said(body.purpose)}`;
    case 'consent-answered':
    case 'consent-ruled':
      return html`: ${words.aftermath.consentStates[body.outcome]}${said(body.reasons)}`;
    case 'use-recorded':
      return said(body.use);
    case 'destruction-confirmed':
      return said(body.how);
    case 'breach-recorded':
      return html`: ${words.aftermath.breaches[body.breach]}${said(body.reasons)}`;
    case 'conditions-accepted':
      return html`. ${words.aftermath.retention} ${moment(words, body.retainUntil)}`;
  }
}

/** Of these the name says all. */
const named = [
  'request-followed',
  'order-ended',
  'emergency-prepared',
  'emergency-confirmed',
  'deletion-confirmed',
  'notice-given',
  'request-received',
  'information-supplied',
  'collected',
] as const;
const saysAll = (body: EventBody): body is Extract<EventBody, { kind: (typeof named)[number] }> =>
  (named as readonly string[]).includes(body.kind);
