import type { Hono } from 'hono';
import { show, type Door, type Http } from '../door.ts';
import { paths } from '../paths.ts';
import { logRoutes } from './log-routes.ts';
import { signInRoutes } from './sign-in.ts';
import { startPage } from './start-page.ts';

/** What anybody may read: the start page, the sign-in, the log, the state of the server. */
export function publicRoutes(app: Hono<Http>, door: Door): void {
  app.get(paths.start, async (c) => show(c, door, startPage(door, (await door.log()).size)));
  app.get(paths.health, async (c) => {
    const health = await door.health();
    return c.json(health, health.status === 'ok' ? 200 : 503);
  });
  logRoutes(app, door);
  signInRoutes(app, door);
}
