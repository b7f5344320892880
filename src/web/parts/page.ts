import type { Words } from '../../catalogue/en.ts';
import { languages } from '../../catalogue/languages.ts';
import { attributes, html, raw, type Html, type Part } from '../html.ts';
import { paths } from '../paths.ts';
import { allLanguages } from '../preferences.ts';
import type { Session } from '../session.ts';

/** What a page is told beside its own matter: the language, the style sheets, who is signed in, where the reader is. */
export type Frame = Readonly<{
  words: Words;
  styles: readonly string[];
  icon: string;
  /** The path of the page, to mark the place in the navigation. */
  path: string;
  /** The path with its query, where reading it again loses nothing that was typed. */
  here?: string;
  session?: Session;
  /** Whether everything here is invented; then every page says so. */
  sandbox: boolean;
}>;

export type PageContent = Readonly<{
  /** The one heading of the first level, and the title in the browser. */
  heading: string;
  /** Says in the title that the form was sent back. */
  failed?: boolean;
  /** A line above the heading: whose page, which case. */
  above?: Part;
  /** The way back up. */
  back?: Readonly<{ href: string; text: string }>;
  main: Part;
  /** The name of a script that makes the page more comfortable. It works without. */
  script?: string;
  wide?: boolean;
}>;

/** The whole document: skip link, banner, navigation, one h1, footer. Works without style and without script. */
export function page(frame: Frame, content: PageContent): Html {
  const { words } = frame;
  const title = `${content.failed === true ? `${words.errors.titlePrefix} ` : ''}${content.heading} - ${words.product}`;
  return html`<!doctype html>
    <html lang="${words.lang}" dir="${words.dir}" data-color-scheme="auto">
      <head>
        <meta charset="utf-8" />
        <title>${title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="${paths.asset(frame.icon)}" type="image/svg+xml" />
        ${frame.styles.map((name) => html`<link rel="stylesheet" href="${paths.asset(name)}" /> `)}
        ${content.script !== undefined && scriptOf(content.script)}
      </head>
      <body>
        <a class="ds-skip-link" href="#main">${words.skip}</a>
        ${header(frame)}
        ${
          frame.sandbox &&
          html`<aside class="p-sandbox" aria-label="${words.sandbox.label}">
            <p class="p-wrap"><strong>${words.sandbox.name}</strong> ${words.sandbox.note}</p>
          </aside>`
        }
        <main id="main" class="p-wrap p-main">
          ${content.back && html`<p class="p-back"><a class="ds-link" href="${content.back.href}">${content.back.text}</a></p>`}
          ${content.above !== undefined && html`<p class="p-above">${content.above}</p>`}
          <h1 class="ds-heading" data-size="lg">${content.heading}</h1>
          <div class="p-flow${content.wide === true ? ' p-flow--wide' : ''}">${content.main}</div>
        </main>
        <footer class="p-footer">
          <div class="p-wrap">
            <p>${words.footer.what}</p>
            ${preferencesChoice(frame)}
            <ul class="p-inline">
              <li><a class="ds-link" href="${paths.debts}">${words.emergency.public.nav}</a></li>
              <li><a class="ds-link" href="${paths.log}">${words.nav.log}</a></li>
              <li><a class="ds-link" href="${paths.health}">${words.nav.health}</a></li>
            </ul>
          </div>
        </footer>
      </body>
    </html> `;
}

/** A template takes no script; this one is ours, by the hash of its content. */
const scriptOf = (name: string): Html => raw(`<script type="module" src="${paths.asset(name)}"></script>`);

/** Another language at once, each named in itself; the time zone on its own page. */
const preferencesChoice = ({ words, here }: Frame): Html => {
  const others = allLanguages.filter((language) => language !== words.lang);
  const to = here ?? paths.start;
  const change = html`<a class="ds-link" href="${`${paths.preferences}?${new URLSearchParams({ to }).toString()}`}"
    >${words.preferences.change(words.zone)}</a
  >`;
  // A page that cannot be asked for again has no button, and a form without one is no form.
  if (here === undefined) return html`<p class="p-preferences">${change}</p>`;
  return html`<form method="post" action="${paths.preferences}" class="p-preferences">
    <input type="hidden" name="to" value="${to}" />
    ${others.map((language) => html`<button class="ds-button" data-variant="tertiary" data-size="sm" type="submit" name="language" value="${language}" lang="${language}">${languages[language].name}</button>`)}
    ${change}
  </form>`;
};

function header(frame: Frame): Html {
  const { words, session } = frame;
  return html`<header class="p-header">
    <div class="p-wrap p-header__row">
      <a class="p-brand" href="${paths.start}">${words.product}</a>
      <nav aria-label="${words.nav.label}">
        <ul class="p-inline">
          ${links(frame).map(([href, text]) => html`<li><a class="ds-link" href="${href}" ${attributes({ 'aria-current': frame.path === href && 'page' })}>${text}</a></li>`)}
        </ul>
      </nav>
      ${
        session &&
        html`<div class="p-who">
          <p>
            <a class="ds-link p-who__name" href="${paths.account}">${session.mandate.name}</a
            ><span class="p-who__role">${words.roles[session.mandate.role]}, ${session.mandate.authorityName}</span>
          </p>
          <form method="post" action="${paths.signOut}">
            <input type="hidden" name="csrf" value="${session.csrf}" /><button
              class="ds-button"
              data-variant="secondary"
              data-size="sm"
              type="submit"
            >
              ${words.signOut}
            </button>
          </form>
        </div>`
      }
    </div>
  </header>`;
}

function links({ session, words }: Frame): readonly (readonly [string, string])[] {
  const open = [[paths.law, words.nav.law], [paths.log, words.nav.log], [paths.figures, words.nav.figures]] as const; // prettier-ignore
  if (session === undefined) return [[paths.signIn, words.nav.signIn], ...open]; // prettier-ignore
  const { role } = session.mandate;
  if (role === 'person-concerned') return [[paths.notices, words.nav.notices], ...open]; // prettier-ignore
  if (role === 'data-protection-officer') return [[paths.readings, words.oversight.nav], ...open]; // prettier-ignore
  if (role === 'overseer') return [[paths.cases, words.nav.cases], [paths.readings, words.oversight.nav], ...open]; // prettier-ignore
  if (role === 'registrar') return [[paths.register, words.register.nav], ...open]; // prettier-ignore
  const cases = [paths.cases, words.nav.cases] as const;
  if (role === 'requesting-officer') return [cases, [paths.newRequest, words.nav.newRequest], ...open];
  return [cases, ...open];
}
