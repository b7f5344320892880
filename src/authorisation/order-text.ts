import type { Measure } from '../request/request.ts';
import type { Order } from './order.ts';

/** The article that each measure rests on, as the order cites it. */
const basis: Readonly<Record<Measure, string>> = {
  preservation: 'preservation of stored data, art. 42',
  'traffic-disclosure': 'disclosure of preserved traffic data, art. 43',
  'stored-data': 'disclosure of stored data, art. 44',
  'real-time-traffic': 'collection of traffic data in real time, art. 45',
  interception: 'interception of content, art. 46',
  'emergency-disclosure': 'disclosure to avert an emergency, arts 2(o) and 41(3)(e)',
};

/**
 * The order as the court reads it and signs it: plain text in English, the same order always the same bytes.
 * Words of others stand behind a bar, line by line, so that nothing in them can pass for a line of the order.
 */
export function orderText(order: Order): string {
  const { scope, notice } = order;
  return `${[
    'ORDER FOR ELECTRONIC EVIDENCE',
    'under the United Nations Convention against Cybercrime',
    '',
    field('Case', order.caseId),
    field('Request', order.requestId),
    field('', `document SHA-256 ${order.requestSha256}`),
    field('Asked by', `${order.requestingAuthority} (${order.requestingState})`),
    field('Asked of', order.requestedState),
    field('Measure', basis[order.measure]),
    field('Addressed to', order.provider),
    field('Decided by', order.decidedBy),
    field(order.emergency === undefined ? 'Court' : 'Ordered by', order.authorisingCourt),
    field('Valid until', order.validUntil),
    ...(order.follows === undefined ? [] : [field('Follows', `order whose text has SHA-256 ${order.follows}`)]),
    ...emergencyLines(order),
    '',
    'WHAT IS AUTHORISED',
    ...scope.targets.map(({ kind, value }) => entry(`${kind} ${value}`)),
    entry(`kinds of data: ${scope.dataCategories.join(', ')}`),
    entry(`from ${scope.period.from} (included)`),
    entry(`until ${scope.period.until} (not included)`),
    '',
    'WHAT IS NOT AUTHORISED',
    entry('anything that is not listed above'),
    ...order.notAuthorised.map((left) => entry(`asked for and left out: ${left}`)),
    '',
    'REASONS FOR THE GRANT',
    ...quoted(order.reasons),
    '',
    'CONDITIONS THAT TRAVEL WITH THE EVIDENCE',
    ...listOrNone(order.conditions.map(({ rule, text }) => `${text} (${rule})`)),
    '',
    'QUESTIONS STILL OPEN',
    ...listOrNone(order.openFindings),
    '',
    'NOTICE TO THE PERSON CONCERNED',
    ...(notice.position === 'notify'
      ? [entry('when the evidence is released')]
      : [entry(`delayed until ${notice.until}, because:`), ...quoted(notice.reason)]),
  ].join('\n')}\n`;
}

/** What nobody who reads an order in an emergency may miss: no judge has looked at it yet. */
function emergencyLines({ emergency }: Order): string[] {
  if (emergency === undefined) return [];
  const { danger, needs, beyond, noJudge, calledBackAt, calledBackBy, confirmBy } = emergency;
  return [
    '',
    'EMERGENCY: ORDERED WITHOUT A JUDGE',
    entry(`a judge must confirm or refuse it until ${confirmBy}; what a judge refuses is deleted`),
    entry(`the asking authority was called back on ${calledBackAt} by ${calledBackBy}`),
    entry('the danger to life or safety:'),
    ...quoted(danger),
    entry(`what must be known to avert it: ${needs.join(', ')}`),
    ...(beyond === '' ? [] : [entry('why more than that is ordered:'), ...quoted(beyond)]),
    entry('why no judge could be waited for:'),
    ...quoted(noJudge),
  ];
}

const breaks = /\r\n|[\n\r\u2028\u2029]/u;
/** A value of several lines goes on behind a bar, so that its second line is not taken for a line of the order. */
const onward = (text: string): string => text.split(breaks).join('\n    | ');

const field = (name: string, value: string): string => `${name.padEnd(14)} ${onward(value)}`.trimEnd();
const entry = (text: string): string => `  - ${onward(text)}`;
const quoted = (text: string): string[] => text.split(breaks).map((line) => `  | ${line}`.trimEnd());
const listOrNone = (texts: readonly string[]): string[] => (texts.length === 0 ? [entry('none')] : texts.map(entry));
