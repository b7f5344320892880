import type { Hono } from 'hono';
import { show, showProblem, type Door, type Http, type HttpContext } from '../door.ts';
import { paths } from '../paths.ts';
import { debtsPage } from './debts-page.ts';
import { figuresRoutes } from './figures-routes.ts';
import { lateRoute } from './late-route.ts';
import { leafRoutes } from './leaf-routes.ts';
import { lookUpRoutes } from './look-up-routes.ts';
import { logRoutes } from './log-routes.ts';
import { preferencesRoutes } from './preferences-routes.ts';
import { signInRoutes } from './sign-in.ts';
import { startPage } from './start-page.ts';
import { verifierRoutes } from './verifier-routes.ts';

/** What anybody may read: the start page, the sign-in, the log, the state of the server. */
export function publicRoutes(app: Hono<Http>, door: Door): void {
  app.get(paths.start, async (c) => show(c, door, startPage(door, (await door.log()).size)));
  app.get(paths.logPolicy, async (c) => logFile(c, door, 'log.policy'));
  app.get(paths.logTile, async (c) => logFile(c, door, c.req.path.slice('/log/'.length)));
  app.get(paths.health, async (c) => {
    const health = await door.health();
    return c.json(health, health.status === 'ok' ? 200 : 503);
  });
  logRoutes(app, door);
  leafRoutes(app, door);
  app.get(paths.debts, async (c) => show(c, door, debtsPage(door, await door.acts.listDebts({}))));
  figuresRoutes(app, door);
  lookUpRoutes(app, door);
  lateRoute(app, door);
  signInRoutes(app, door);
  preferencesRoutes(app, door);
  verifierRoutes(app);
}

/** A file of the published log (C2SP tlog-tiles): tiles never change, so anybody may keep them for ever. */
async function logFile(c: HttpContext, door: Door, path: string): Promise<Response> {
  const bytes = await door.logFile(path);
  if (bytes === undefined) return showProblem(c, door, { kind: 'not-found' });
  const isTile = path.startsWith('tile/');
  return c.body(new Uint8Array(bytes), 200, {
    'Content-Type': isTile ? 'application/octet-stream' : 'text/plain; charset=utf-8',
    'Cache-Control': isTile ? 'public, max-age=31536000, immutable' : 'no-cache',
  });
}
