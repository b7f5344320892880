import { isLanguage, languages, type Language } from '../../catalogue/languages.ts';
import { checkPackage, type Verification } from '../../verify/check-package.ts';
import { checkProof, type ProofVerification } from '../../verify/check-proof.ts';
import { showAnswer } from './answer.ts';
import { recognise } from './dropped.ts';
import { element } from './element.ts';

/** The page: takes files, checks them here, says what it found. It has no network to reach (see page.ts). */

let language: Language = languageOf(navigator.languages);
let files: readonly File[] = [];

function languageOf(tags: readonly string[]): Language {
  const found = tags.map((tag) => tag.split('-')[0] ?? '').find(isLanguage);
  return found ?? 'en';
}

const main = document.querySelector('main') ?? document.body;
const answer = element('section', { id: 'answer', 'aria-live': 'polite' });
const key = element('input', { id: 'key', autocomplete: 'off', spellcheck: 'false' });
const policy = element('textarea', { id: 'policy', rows: '4', autocomplete: 'off', spellcheck: 'false' });

function render(): void {
  const { words } = languages[language];
  const { verifier: text } = words;
  document.documentElement.lang = language;
  document.title = text.title;
  const chosen = element('input', { id: 'files', type: 'file', multiple: '', 'aria-describedby': 'files-help' });
  const folder = element('input', { id: 'folder', type: 'file', webkitdirectory: '' });
  for (const input of [chosen, folder]) input.addEventListener('change', () => take([...(input.files ?? [])]));
  const again = element('button', { type: 'button' }, text.check);
  again.addEventListener('click', () => take(files));
  main.replaceChildren(
    languageChoice(text.language),
    element('h1', {}, text.heading),
    element('p', {}, text.lead),
    element('label', { for: 'files' }, text.filesLabel),
    element('p', { id: 'files-help', class: 'help' }, text.filesHelp),
    chosen,
    element('label', { for: 'folder' }, text.folderLabel),
    folder,
    element('p', { class: 'help' }, text.drop),
    element(
      'details',
      {},
      element('summary', {}, text.trustHeading),
      element('p', { class: 'help' }, text.trustHelp),
      element('label', { for: 'key' }, text.keyLabel),
      key,
      element('label', { for: 'policy' }, text.policyLabel),
      policy,
      again,
    ),
    answer,
    element('p', { class: 'help' }, text.byCommand),
  );
}

function languageChoice(label: string): HTMLElement {
  const buttons = Object.entries(languages).map(([tag, { name }]) => {
    const button = element('button', { type: 'button', lang: tag, 'aria-pressed': String(tag === language) }, name);
    button.addEventListener('click', () => {
      if (isLanguage(tag)) language = tag;
      render();
      take(files);
    });
    return button;
  });
  return element('div', { role: 'group', 'aria-label': label, class: 'languages' }, ...buttons);
}

function take(given: readonly File[]): void {
  files = given;
  if (given.length > 0) void check(given);
}

/** The last question asked is the one that is answered, whichever is ready first. */
let asked = 0;

async function check(given: readonly File[]): Promise<void> {
  const question = (asked += 1);
  const { words } = languages[language];
  const { verifier: text } = words;
  answer.replaceChildren(element('p', { id: 'working' }, text.working));
  // The browser paints before the work begins.
  await new Promise((resolve) => setTimeout(resolve));
  let shown: HTMLElement[];
  try {
    const found = await verdict(given);
    shown = found ? showAnswer(words, found) : [element('p', { class: 'verdict fails', id: 'verdict' }, text.nothing)];
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    shown = [element('p', { class: 'verdict fails', id: 'verdict' }, `${text.unreadable} ${detail}`)];
  }
  if (question === asked) answer.replaceChildren(...shown);
}

async function verdict(given: readonly File[]): Promise<Verification | ProofVerification | undefined> {
  const found = await recognise(given);
  const trusted = {
    ...(key.value.trim() === '' ? {} : { logKey: key.value.trim() }),
    ...(policy.value.trim() === '' ? {} : { policy: `${policy.value.trim()}\n` }),
  };
  switch (found.kind) {
    case 'package':
      return checkPackage(found.read, found.list, trusted);
    case 'proof':
      return checkProof({ ...found.files, ...trusted });
    case 'nothing':
      return undefined;
  }
}

document.addEventListener('dragover', (event) => event.preventDefault());
document.addEventListener('drop', (event) => {
  event.preventDefault();
  take([...(event.dataTransfer?.files ?? [])]);
});
render();
