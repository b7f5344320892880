import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { limits } from '../limits.ts';
import { apiRoutes } from './api/routes.ts';
import { courtRoutes } from './court/routes.ts';
import { deskRoutes } from './desk/routes.ts';
import { showProblem, type Door, type Http } from './door.ts';
import { securityHeaders } from './headers.ts';
import { accountRoutes } from './identity/account.ts';
import { peopleRoutes } from './identity/people.ts';
import { lawRoutes } from './law/routes.ts';
import { paths } from './paths.ts';
import { personRoutes } from './person/routes.ts';
import { problemAnswer, wantsProblem } from './api/problem.ts';
import { oversightRoutes } from './oversight/routes.ts';
import { registerRoutes } from './register/routes.ts';
import { uploadRoutes } from './provider/tus.ts';
import { providerRoutes } from './provider/routes.ts';
import { publicRoutes } from './public/routes.ts';
import { preferencesOf, type Preferences } from './preferences.ts';
import { findSession, tokenOf } from './session.ts';

/**
 * The web room as one handler. The same pages stand ready once for each language and time zone that is read
 * (`limits.preferences`): below this line everything is said in the words of its door.
 */
export function openWeb(door: Door): Hono {
  const ready = new Map<string, Hono<Http>>();
  const appFor = (preferences: Preferences): Hono<Http> => {
    const key = `${preferences.language} ${preferences.zone}`;
    const known = ready.get(key);
    if (known !== undefined) return known;
    const oldest = ready.keys().next();
    if (ready.size >= limits.preferences && oldest.done !== true) ready.delete(oldest.value);
    const made = openPages({ ...door, ...door.preferring(preferences) });
    ready.set(key, made);
    return made;
  };
  const web = new Hono();
  web.all('*', (c) => appFor(preferencesOf(c)).fetch(c.req.raw, c.env));
  return web;
}

/** Pages, their style sheets, and the small interface for programs, in one set of preferences. */
function openPages(door: Door): Hono<Http> {
  const app = new Hono<Http>();
  app.use(securityHeaders);
  app.use(compressPages);
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
  uploadRoutes(app, door);
  providerRoutes(app, door);
  personRoutes(app, door);
  accountRoutes(app, door);
  if (door.office !== undefined) peopleRoutes(app, door);
  registerRoutes(app, door);
  oversightRoutes(app, door);
  answerTheRest(app, door);
  return app;
}

/**
 * Pages are sent compressed. What an attacker would need to learn a secret from the length of a page (BREACH), our pages do
 * not give: a session's cookie is SameSite=Strict, so no page elsewhere can ask for one in somebody's name.
 */
const compressPages = compress({ encoding: 'gzip', contentTypeFilter: /^text\/html/ });

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
