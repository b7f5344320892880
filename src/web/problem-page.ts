import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { RefusalCode } from '../acts/answer.ts';
import type { Words } from '../catalogue/en.ts';
import { html } from './html.ts';
import type { PageContent } from './parts/page.ts';
import { paths } from './paths.ts';

/** What may stop a person on the way, as a page: what happened, and what to do next. Never a stack trace. */
export type Problem =
  | Readonly<{ kind: 'not-found' | 'not-from-here' | 'signed-out' | 'malformed' | 'broken' | 'unavailable' }>
  | Readonly<{ kind: 'method'; allowed: string }>
  | Readonly<{ kind: 'not-believed'; why: string }>
  | Readonly<{ kind: 'too-large'; limit: number; file?: string }>
  | Readonly<{ kind: 'too-many'; limit: number }>
  | Readonly<{ kind: 'refused'; code: RefusalCode; about?: readonly string[]; caseId?: string }>;

const statusOf = {
  'not-found': 404,
  'not-from-here': 403,
  'signed-out': 401,
  malformed: 400,
  broken: 500,
  unavailable: 503,
  method: 405,
  'not-believed': 401,
  'too-large': 413,
  'too-many': 413,
} as const satisfies Record<Exclude<Problem['kind'], 'refused'>, ContentfulStatusCode>;

/** The status of each refusal (RFC 9110 section 15): who may not, what is not there, what is no longer so. */
export const refusalStatus = {
  'no-mandate': 403,
  separation: 403,
  'not-assigned': 403,
  'no-call-back': 409,
  'beyond-need': 422,
  'not-the-channel': 422,
  'no-prosecutor': 409,
  'call-back-too-old': 409,
  'notice-delayed': 409,
  'own-mandate': 403,
  'other-authority': 422,
  'mandate-dates': 422,
  'known-person': 409,
  'mandate-holds': 409,
  'not-in-register': 404,
  'has-ended': 409,
  'last-registrar': 409,
  'not-a-key': 422,
  'not-an-officer': 422,
  'not-yours': 403,
  'unknown-case': 404,
  'not-addressed': 422,
  'not-a-finding': 422,
  'no-ground': 422,
  'consult-first': 409,
  'consultation-open': 409,
  'bad-exhibits': 422,
  'unknown-upload': 404,
  'bad-upload': 409,
  'evidence-destroyed': 410,
  'unknown-provider': 409,
  'too-wide': 422,
  'not-open': 409,
  stale: 409,
  conflict: 409,
  'known-request': 409,
  'another-request': 422,
  'same-document': 409,
  'needs-facts': 409,
  barred: 409,
  'shown-changed': 409,
  'order-expired': 409,
  'no-proof': 409,
  'not-signed': 422,
  'has-identity': 409,
  'not-invited': 403,
  'unknown-person': 404,
  'last-key': 409,
  'log-closed': 503,
  'log-busy': 503,
  'not-narrower': 422,
  'bad-date': 422,
  'no-such-duty': 422,
  'not-preservation': 422,
  'preserve-instead': 422,
  'preservation-floor': 409,
  'request-pending': 409,
  'not-following': 422,
  'bad-condition': 422,
  'not-postponable': 422,
  'digest-differs': 422,
  'receipt-open': 409,
  'another-officer': 403,
  'not-your-event': 422,
  'not-overdue': 409,
  'nothing-to-release': 409,
  'secrecy-month': 422,
  'secrecy-over': 409,
  'nothing-sealed': 409,
  'still-secret': 409,
} as const satisfies Record<RefusalCode, ContentfulStatusCode>;

export function problemPage(words: Words, problem: Problem): { content: PageContent; status: ContentfulStatusCode } {
  const text = textOf(words, problem);
  const next =
    problem.kind === 'refused' && problem.caseId !== undefined && problem.code !== 'unknown-case'
      ? { href: paths.case(problem.caseId), text: words.problems.toCase }
      : problem.kind === 'signed-out'
        ? { href: paths.signIn, text: words.nav.signIn }
        : { href: paths.start, text: words.problems.toStart };
  const about = problem.kind === 'refused' ? (problem.about ?? []) : [];
  const main = html`<p>${text.body}</p>
    ${
      about.length > 0 &&
      html`<ul class="ds-list">
        ${about.map((each) => html`<li>${each}</li>`)}
      </ul>`
    }
    <p><a class="ds-link" href="${next.href}">${next.text}</a></p>`;
  const status = problem.kind === 'refused' ? refusalStatus[problem.code] : statusOf[problem.kind];
  return { content: { heading: text.heading, main }, status };
}

function textOf(words: Words, problem: Problem): Readonly<{ heading: string; body: string }> {
  switch (problem.kind) {
    case 'refused':
      return words.refusals[problem.code];
    case 'too-large':
      return { ...words.problems.tooLarge, body: words.problems.tooLargeBody(problem.limit, problem.file) };
    case 'too-many':
      return { ...words.problems.tooMany, body: words.problems.tooManyBody(problem.limit) };
    case 'not-believed':
      return { ...words.problems.notBelieved, body: words.problems.notBelievedBody(problem.why) };
    case 'method':
      return words.problems.method;
    case 'broken':
    case 'malformed':
    case 'not-found':
    case 'not-from-here':
    case 'signed-out':
    case 'unavailable':
      return words.problems[problem.kind];
  }
}
