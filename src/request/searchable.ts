import { limits } from '../limits.ts';
import type { Case } from './case.ts';
import type { CaseEvent, EventBody } from './event.ts';

/** Who may search which words of a case. What a reader may not read must not be found by them either. */
export const audiences = ['requested', 'requesting', 'provider'] as const;
export type Audience = (typeof audiences)[number];

/**
 * The words of each event that an audience may search. What is absent is not searched: what was found about a person is
 * for those who weigh the request, and a provider reads nothing of what the two States said.
 */
const words: Readonly<Record<Audience, Words>> = {
  requested: {
    ...bothStates(),
    'findings-recorded': (body) => body.kind === 'findings-recorded' && body.findings.map(({ reasons }) => reasons),
  },
  requesting: bothStates(),
  provider: {
    authorised: (body) => body.kind === 'authorised' && body.scope.targets.map(({ value }) => value),
    produced: (body) => body.kind === 'produced' && body.exhibits.map(({ name }) => name),
    withdrawn: (body) => body.kind === 'withdrawn' && [body.reasons],
  },
};

type Words = Readonly<Partial<Record<EventBody['kind'], (body: EventBody) => readonly string[] | false>>>;

function bothStates(): Words {
  const request = (body: EventBody): readonly string[] | false => 'request' in body && stringsIn(body.request);
  const said = (body: EventBody): readonly string[] | false => 'message' in body && [body.message];
  const reasons = (body: EventBody): readonly string[] | false => 'reasons' in body && [body.reasons];
  return {
    'request-received': request,
    'information-supplied': request,
    'information-asked': said,
    consulted: said,
    'consultation-answered': said,
    decided: (body) => body.kind === 'decided' && [body.reasons, ...body.conditions.map(({ text }) => text)],
    'authorisation-refused': reasons,
    withdrawn: reasons,
    'consent-asked': (body) => body.kind === 'consent-asked' && [body.recipient, body.purpose],
    'consent-answered': reasons,
    'consent-ruled': reasons,
    'use-recorded': (body) => body.kind === 'use-recorded' && [body.use],
    'breach-recorded': reasons,
    closed: reasons,
  };
}

/** @returns the text that an audience may search, folded (`fold`); at most `limits.searchableCharacters` of it */
export function searchable(subject: Case, audience: Audience): string {
  const { events, id, authorised } = subject;
  const from = audience === 'provider' ? (authorised?.leafIndex ?? Infinity) : 0;
  const said = events.filter(({ leafIndex }) => leafIndex >= from).flatMap((event) => wordsOf(event, audience));
  return fold([id, ...new Set(said)].join('\n')).slice(0, limits.searchableCharacters);
}

const wordsOf = ({ body }: CaseEvent, audience: Audience): readonly string[] =>
  words[audience][body.kind]?.(body) || [];

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsIn);
}

/** Small letters without accents and without NUL: what is searched and what is searched for are folded alike. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}|\u0000/gu, '')
    .toLowerCase();
