import type { Hono } from 'hono';
import { stateOf } from '../../../law/states/states.ts';
import { show, showProblem, type Door, type Http } from '../door.ts';
import { paths } from '../paths.ts';
import { articlePage } from './article-page.ts';
import { lawIndexPage } from './index-page.ts';
import { statePage } from './state-page.ts';
import { statesPage } from './states-page.ts';

/** The law, for anybody: its articles, the States, and all of it as data (docs/spec/law.md). */
export function lawRoutes(app: Hono<Http>, door: Door): void {
  const { words, book } = door;
  app.get(paths.law, (c) => show(c, door, lawIndexPage(door)));
  app.get(paths.lawRules, (c) => c.body(book.exported(), 200, { 'Content-Type': 'application/json' }));
  app.get(paths.lawStates, (c) => show(c, door, statesPage(words)));
  app.get(paths.lawState(':code'), (c) => {
    const code = c.req.param('code') ?? '';
    const state = code === code.toLowerCase() ? stateOf(code.toUpperCase()) : undefined;
    return state === undefined ? showProblem(c, door, { kind: 'not-found' }) : show(c, door, statePage(words, state));
  });
  app.get(paths.article(':instrument', ':number'), (c) => {
    const article = book.article(c.req.param('instrument') ?? '', c.req.param('number') ?? '');
    return article === undefined
      ? showProblem(c, door, { kind: 'not-found' })
      : show(c, door, articlePage(door, article));
  });
}
