import type { Hono } from 'hono';
import { show, showProblem, signedIn, type Door, type Http } from '../door.ts';
import { paths } from '../paths.ts';
import { assignForm } from './assign-form.ts';
import { destructionForm } from './destruction-form.ts';
import { acknowledgeForm } from './acknowledge-form.ts';
import { casePage } from './case-page.ts';
import { collectForm } from './collect-form.ts';
import { decideForm } from './decide-form.ts';
import { consultationForms } from './consultation-forms.ts';
import { extendForm } from './extend-form.ts';
import { findingsForm } from './findings-form.ts';
import { emergencyForms } from './emergency-forms.ts';
import { glassForm } from './glass-form.ts';
import { guidedRoutes } from './guided-routes.ts';
import { informationForm } from './information-form.ts';
import { listRoutes } from './list-routes.ts';
import { lifeForms } from './life-forms.ts';
import { releaseForm } from './release-form.ts';
import { requestForm } from './request-form.ts';
import { serveForm } from './serve-form.ts';
import { secrecyForms } from './secrecy-forms.ts';
import { supplyForm } from './supply-form.ts';
import { withdrawForm } from './withdraw-form.ts';

/** The desk: cases, one case, and what the two central authorities do with it. */
export function deskRoutes(app: Hono<Http>, door: Door): void {
  listRoutes(app, door);
  app.get(paths.case(':id'), async (c) => {
    const session = signedIn(c);
    if (session instanceof Response) return session;
    const caseId = c.req.param('id') ?? '';
    const view = await door.acts.seeCase({ mandate: session.mandate.id, caseId, page: 'case' });
    if (view.kind === 'refused' && view.code === 'not-assigned') return c.redirect(paths.glass(caseId), 303);
    if (view.kind === 'refused') return showProblem(c, door, { ...view, kind: 'refused', caseId });
    const done = c.req.query('done');
    return show(c, door, casePage(door, view, done === undefined ? undefined : Number(done)));
  });
  requestForm(app, door);
  guidedRoutes(app, door);
  findingsForm(app, door);
  informationForm(app, door);
  supplyForm(app, door);
  consultationForms(app, door);
  decideForm(app, door);
  releaseForm(app, door);
  collectForm(app, door);
  withdrawForm(app, door);
  assignForm(app, door);
  glassForm(app, door);
  emergencyForms(app, door);
  acknowledgeForm(app, door);
  destructionForm(app, door);
  serveForm(app, door);
  extendForm(app, door);
  secrecyForms(app, door);
  lifeForms(app, door);
}
