import type { Hono } from 'hono';
import { show, showProblem, signedIn, type Door, type Http } from '../door.ts';
import { paths } from '../paths.ts';
import { endingForms } from './ending-forms.ts';
import { enterForm } from './enter-form.ts';
import { grantForm } from './grant-form.ts';
import { registerPage } from './register-page.ts';

/** The registrar's pages. */
export function registerRoutes(app: Hono<Http>, door: Door): void {
  app.get(paths.register, async (c) => {
    const session = signedIn(c);
    if (session instanceof Response) return session;
    const view = await door.acts.seeRegister({ mandate: session.mandate.id });
    if (view.kind === 'refused') return showProblem(c, door, view);
    const done = c.req.query('done');
    return show(c, door, registerPage(door, view, done === undefined ? undefined : Number(done)));
  });
  grantForm(app, door);
  enterForm(app, door);
  endingForms(app, door);
}
