import type { Hono } from 'hono';
import { isLanguage, languages } from '../../catalogue/languages.ts';
import { readForm } from '../body.ts';
import { show, showProblem, type Door, type Http } from '../door.ts';
import { html, type Html } from '../html.ts';
import { hiddenFields, selectField, button } from '../parts/field.ts';
import { ownPath } from '../own-path.ts';
import { paths } from '../paths.ts';
import { allLanguages, allZones, isZone, keepPreferences } from '../preferences.ts';
import { cameFromHere } from '../session.ts';

/** Where a reader chooses the language and the time zone. The choice is theirs and stays in their browser. */
export function preferencesRoutes(app: Hono<Http>, door: Door): void {
  const { heading } = door.words.preferences;
  app.get(paths.preferences, (c) => show(c, door, { heading, main: form(door, c.req.query('to') ?? '') }));
  app.post(paths.preferences, async (c) => {
    if (!cameFromHere(c, door)) return showProblem(c, door, { kind: 'not-from-here' });
    const body = await readForm(c);
    if (body.kind !== 'form') return showProblem(c, door, body);
    const [language, zone] = [body.form.text('language'), body.form.text('zone')];
    const known = (language === '' || isLanguage(language)) && (zone === '' || isZone(zone));
    if (!known) return show(c, door, { heading, failed: true, main: form(door, body.form.text('to'), true) }, 400);
    keepPreferences(c, { ...(isLanguage(language) && { language }), ...(isZone(zone) && { zone }) });
    return c.redirect(ownPath(body.form.text('to')) ?? paths.start, 303);
  });
}

function form({ words }: Door, to: string, wrong = false): Html {
  const text = words.preferences;
  const problem = wrong ? text.unknown : undefined;
  const named = allLanguages.map((value) => ({ value, label: languages[value].name, lang: value }));
  const zones = allZones.map((value) => ({ value, label: value.replaceAll('_', ' ') }));
  return html`<p>${text.lead}</p>
    <form method="post" action="${paths.preferences}" class="p-form">
      ${hiddenFields({ to })}
      ${selectField({ id: 'language', label: text.label, options: named, chosen: words.lang, problem })}
      ${selectField({ id: 'zone', label: text.zone, help: text.zoneHelp, options: zones, chosen: words.zone, problem })}
      ${button(text.save)}
    </form>`;
}
