import type { Order } from '../../authorisation/order.ts';
import type { Words } from '../../catalogue/en.ts';
import type { Verification } from '../../verify/check-package.ts';
import type { ProofVerification } from '../../verify/check-proof.ts';
import type { Terms } from '../../request/terms.ts';
import { element } from './element.ts';

/** The answer as a person reads it: the verdict, what was authorised, each step, what was not looked at. */
export function showAnswer(words: Words, answer: Verification | ProofVerification): HTMLElement[] {
  const { verifier: text } = words;
  const isPackage = answer.format === 'proviso-verification/1';
  const verdict = isPackage
    ? [text.notProven, text.proven][Number(answer.ok)]
    : [text.notProvenProof, text.provenProof][Number(answer.ok)];
  const notes = [...answer.notes, ...(isPackage ? [text.sealNote] : [])];
  return [
    element('p', { class: answer.ok ? 'verdict holds' : 'verdict fails', id: 'verdict' }, verdict),
    ...(isPackage && answer.order ? about(words, answer.order, answer.terms) : []),
    element('h2', {}, text.steps),
    ...(text.englishSteps === '' ? [] : [element('p', {}, text.englishSteps)]),
    element('ol', { class: 'steps' }, ...answer.steps.map((step) => stepLine(words, step))),
    element('h2', {}, text.notes),
    element('ul', {}, ...notes.map((note) => element('li', {}, note))),
    element('details', {}, element('summary', {}, text.json), element('pre', { id: 'json', tabindex: '0' }, JSON.stringify(answer, null, 2))), // prettier-ignore
  ];
}

function stepLine({ verifier: text }: Words, step: (Verification | ProofVerification)['steps'][number]): HTMLElement {
  const mark = element('strong', {}, `${step.ok ? '✓' : '✗'} ${step.ok ? text.holds : text.fails}: ${text.stepNames[step.step]}`); // prettier-ignore
  return element(
    'li',
    { class: step.ok ? 'holds' : 'fails' },
    mark,
    element('p', { lang: 'en' }, step.says),
    !step.ok && element('p', {}, text.inFile(step.file, step.code)),
  );
}

/** The signed conditions in plain words; none where it is not proven that they were signed. */
function termLines(words: Words, terms: Terms | undefined): string[] {
  if (terms === undefined) return [];
  const { aftermath: text } = words;
  const { speciality, onwardTransfer, retention, assurances } = terms;
  return [
    `${text.specialitySays} ${speciality.purpose} (${speciality.cites})`,
    `${text.onward}: ${text.onwardSays} (${onwardTransfer.cites})`,
    `${text.retention} ${moment(words, retention.until)}`,
    ...assurances.map(({ rule, text: says }) => `${says} (${rule})`),
  ];
}

function about(words: Words, order: Order, terms: Terms | undefined): HTMLElement[] {
  const { verifier: text, case: caseWords } = words;
  const { targets, dataCategories, period } = order.scope;
  const { measures, categories: kinds } = caseWords.request;
  const rows: readonly (readonly [string, string])[] = [
    [text.asked, `${order.requestingAuthority} (${order.requestingState})`],
    [text.of, order.requestedState],
    [text.authorisedBy, order.authorisingCourt],
    [text.provider, order.provider],
    [text.measure, measures[order.measure]],
    [text.accounts, targets.map(({ value }) => value).join(', ')],
    [text.data, dataCategories.map((category) => kinds[category]).join(', ')],
    [text.period, text.periodText(moment(words, period.from), moment(words, period.until))],
    [text.validUntil, moment(words, order.validUntil)],
  ];
  const conditions = termLines(words, terms).map((says) => element('li', {}, says));
  return [
    element('h2', {}, text.about),
    element('dl', {}, ...rows.map(([name, value]) => element('div', {}, element('dt', {}, name), element('dd', {}, value)))), // prettier-ignore
    element('h2', {}, text.conditions),
    conditions.length === 0 ? element('p', {}, text.noConditions) : element('ul', { id: 'conditions' }, ...conditions),
  ];
}

/** In universal time, as it was signed. */
const moment = ({ locale }: Words, at: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }).format(new Date(at)) +
  ' UTC';
