import type { Words } from '../../catalogue/en.ts';
import { problemMediaType } from '../../wire/field-error.ts';
import type { HttpContext } from '../door.ts';
import { problemPage, type Problem } from '../problem-page.ts';

/** Whether whoever calls is a program: it calls the interface for programs, or asks for JSON and not for a page. */
export function wantsProblem(c: HttpContext): boolean {
  const accept = c.req.header('Accept') ?? '';
  return c.req.path.startsWith('/api/') || (/\bjson\b/.test(accept) && !/\btext\/html\b/.test(accept));
}

/** RFC 9457: what stopped the call, in the words of the pages. `code` tells refusals apart (src/acts/answer.ts). */
export function problemAnswer(c: HttpContext, words: Words, problem: Problem): Response {
  const { content, status } = problemPage(words, problem);
  const refusal = problem.kind === 'refused' ? { code: problem.code, about: problem.about ?? [] } : {};
  const detail = sayDetail(words, problem);
  const body = { type: 'about:blank', title: content.heading, status, detail, ...refusal };
  return c.body(JSON.stringify(body), status, { 'Content-Type': problemMediaType });
}

function sayDetail(words: Words, problem: Problem): string {
  if (problem.kind === 'refused') return words.refusals[problem.code].body;
  if (problem.kind === 'too-large') return words.problems.tooLargeBody(problem.limit, problem.file);
  if (problem.kind === 'too-many') return words.problems.tooManyBody(problem.limit);
  if (problem.kind === 'not-believed') return words.problems.notBelievedBody(problem.why);
  return words.problems[problem.kind].body;
}
