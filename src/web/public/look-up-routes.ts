import type { Hono } from 'hono';
import { readJson } from '../../wire/json.ts';
import { openPromise } from '../../transparency/promise.ts';
import { parseVerifierKey } from '../../transparency/note-key.ts';
import { LogError } from '../../transparency/log-error.ts';
import { verifyField } from '../../transparency/commitment.ts';
import { parseDecimal } from '../../transparency/decimal.ts';
import { isSealed, parseAnyLeaf } from '../../transparency/sealed-leaf.ts';
import { readForm } from '../body.ts';
import { show, showProblem, type Door, type Http } from '../door.ts';
import { html, type Html } from '../html.ts';
import { notice, summaryList, typed } from '../parts/blocks.ts';
import { button, lineField, textField } from '../parts/field.ts';
import { paths } from '../paths.ts';
import { cameFromHere } from '../session.ts';

/** What somebody holds of the log, held against it: a promise, or one value of an entry. Nothing that is pasted is kept. */
export function lookUpRoutes(app: Hono<Http>, door: Door): void {
  const { promise, field } = door.words.public;
  const back = { href: paths.log, text: door.words.log.heading };
  app.get(paths.logPromise, (c) => show(c, door, { heading: promise.heading, back, main: promiseForm(door) }));
  app.get(paths.logField, (c) => show(c, door, { heading: field.heading, back, main: fieldForm(door) }));
  for (const [path, heading, answer] of [
    [paths.logPromise, promise.heading, checkPromise],
    [paths.logField, field.heading, checkField],
  ] as const)
    app.post(path, async (c) => {
      if (!cameFromHere(c, door)) return showProblem(c, door, { kind: 'not-from-here' }); // prettier-ignore
      const body = await readForm(c);
      if (body.kind !== 'form') return showProblem(c, door, body);
      const { failed, main } = await answer(door, body.form);
      return show(c, door, { heading, back, failed, main }, failed ? 400 : 200);
    });
}

type Sent = Readonly<{ text: (name: string) => string }>;
type Answered = Readonly<{ failed: boolean; main: Html }>;

const promiseForm = ({ words }: Door, value = '', problem?: string): Html => {
  const text = words.public.promise;
  return html`<p>${text.lead}</p>
    <form method="post" action="${paths.logPromise}" class="p-form" novalidate>
      ${textField({ id: 'promise', label: text.label, rows: 8, code: true, value, problem })}${button(text.button)}
    </form>`;
};

async function checkPromise(door: Door, form: Sent): Promise<Answered> {
  const text = door.words.public.promise;
  const { vkey, size } = await door.log();
  try {
    // A note ends with a line feed, which a form's field has lost.
    const note = new TextEncoder().encode(`${form.text('promise').replaceAll('\r\n', '\n').trimEnd()}\n`);
    const { index, leafHash, until } = openPromise(note, parseVerifierKey(vkey));
    const [leaf] = index < size ? await door.logBook.leaves(index, index + 1) : [];
    const said = ((): Html => {
      if (leaf !== undefined && leaf.hash.toHex() === leafHash) return notice('success', text.kept, html`<p>${text.keptBody(index)}</p>`); // prettier-ignore
      if (leaf === undefined && door.now() <= until) return notice('info', text.waiting, html`<p>${text.waitingBody(until)}</p>`); // prettier-ignore
      return notice('danger', text.broken, html`<p>${text.brokenBody}</p>`);
    })();
    return { failed: false, main: html`${said}${promiseForm(door)}` };
  } catch (error) {
    if (!(error instanceof LogError)) throw error;
    return { failed: true, main: promiseForm(door, form.text('promise'), text.malformed) };
  }
}

const fieldForm = ({ words }: Door, sent?: Sent, problems: Readonly<Record<string, string>> = {}): Html => {
  const text = words.public.field;
  return html`<p>${text.lead}</p>
    <form method="post" action="${paths.logField}" class="p-form" novalidate>
      ${lineField({ id: 'index', label: text.index, value: sent?.text('index') ?? '', problem: problems['index'] })}
      ${textField({ id: 'opening', label: text.label, rows: 8, code: true, value: sent?.text('opening') ?? '', problem: problems['opening'] })}
      ${button(text.button)}
    </form>`;
};

async function checkField(door: Door, form: Sent): Promise<Answered> {
  const text = door.words.public.field;
  const index = parseDecimal(form.text('index'));
  const [leaf] = index === undefined ? [] : await door.logBook.leaves(index, index + 1);
  const opening = readJson(new TextEncoder().encode(form.text('opening')));
  const problems = { ...(leaf === undefined && { index: text.indexProblem }), ...(!opening.ok && { opening: text.malformed }) }; // prettier-ignore
  if (leaf === undefined || !opening.ok) return { failed: true, main: fieldForm(door, form, problems) };
  const read = parseAnyLeaf(leaf.bytes);
  if (isSealed(read)) return { failed: true, main: html`${notice('warning', text.sealedHeading, html`<p>${text.sealed}</p>`)}${fieldForm(door, form)}` }; // prettier-ignore
  try {
    const { name, value } = verifyField(read.commitment, opening.value);
    const held = summaryList([[text.name, name], [text.value, typed(value)]]); // prettier-ignore
    return { failed: false, main: html`${notice('success', text.holdsHeading, held)}${fieldForm(door)}` };
  } catch (error) {
    if (!(error instanceof LogError)) throw error;
    if (error.code === 'commitment-malformed') return { failed: true, main: fieldForm(door, form, { opening: text.malformed }) }; // prettier-ignore
    return { failed: true, main: html`${notice('danger', text.mismatchHeading)}${fieldForm(door, form)}` };
  }
}
