import { Hono } from 'hono';
import { apiRoutes } from './api/routes.ts';
import { courtRoutes } from './court/routes.ts';
import { deskRoutes } from './desk/routes.ts';
import { showProblem, type Door, type Http } from './door.ts';
import { securityHeaders } from './headers.ts';
import { lawRoutes } from './law/routes.ts';
import { paths } from './paths.ts';
import { personRoutes } from './person/routes.ts';
import { problemAnswer, wantsProblem } from './api/problem.ts';
import { providerRoutes } from './provider/routes.ts';
import { publicRoutes } from './public/routes.ts';
import { findSession, tokenOf } from './session.ts';

/** The web room as one handler: pages, their style sheets, and the small interface for programs. */
export function openWeb(door: Door): Hono<Http> {
  const app = new Hono<Http>();
  app.use(securityHeaders);
  app.get(paths.asset(':name'), (c) => {
    const found = door.assets.byName.get(c.req.param('name') ?? '');
    if (found === undefined) return showProblem(c, door, { kind: 'not-found' });
    const zip = /\bgzip\b/.test(c.req.header('Accept-Encoding') ?? '');
    return c.body(zip ? found.zipped : found.bytes, 200, {
      'Content-Type': found.type,
      'Cache-Control': 'public, max-age=31536000, immutable',
      Vary: 'Accept-Encoding',
      ...(zip ? { 'Content-Encoding': 'gzip' } : {}),
    });
  });
  app.use(async (c, next) => {
    const token = tokenOf(c);
    const session = token === undefined ? undefined : await findSession(token, door);
    if (session !== undefined) c.set('session', session);
    await next();
  });
  apiRoutes(app, door);
  publicRoutes(app, door);
  lawRoutes(app, door);
  deskRoutes(app, door);
  courtRoutes(app, door);
  providerRoutes(app, door);
  personRoutes(app, door);
  answerTheRest(app, door);
  return app;
}

/** What no route answers: another method of a path that is there (405), nothing (404), what should be impossible (500). */
function answerTheRest(app: Hono<Http>, door: Door): void {
  const table = app.routes.filter(({ method }) => method !== 'ALL').map(({ path, method }) => ({ path, method }));
  app.notFound((c) => {
    const allowed = [...new Set(table.filter(({ path }) => fits(path, c.req.path)).map(({ method }) => method))];
    const problem =
      allowed.length > 0
        ? ({ kind: 'method', allowed: allowed.join(', ') } as const)
        : ({ kind: 'not-found' } as const);
    const answer = wantsProblem(c) ? problemAnswer(c, door.words, problem) : showProblem(c, door, problem);
    if (problem.kind === 'method') answer.headers.set('Allow', problem.allowed);
    return answer;
  });
  app.onError((error, c) => {
    door.journal(error);
    return wantsProblem(c)
      ? problemAnswer(c, door.words, { kind: 'broken' })
      : showProblem(c, door, { kind: 'broken' });
  });
}

/** Whether a route's pattern, with `:name` for one segment, is the pattern of a path. */
function fits(pattern: string, path: string): boolean {
  const [one, other] = [pattern.split('/'), path.split('/')];
  return one.length === other.length && one.every((part, index) => part.startsWith(':') || part === other[index]);
}
