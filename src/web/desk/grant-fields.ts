import { conditionRules, standardConditions } from '../../../law/standard-conditions.ts';
import type { Decide, DecisionNarrowing } from '../../acts/decide.ts';
import { limits } from '../../limits.ts';
import { dataCategories } from '../../request/request.ts';
import { askedScope, type Scope } from '../../request/scope.ts';
import type { Shown } from '../case-form.ts';
import { isCleanText } from '../clean-text.ts';
import type { Door } from '../door.ts';
import type { FieldProblem, Form } from '../form.ts';
import { html, type Html } from '../html.ts';
import { details, typed } from '../parts/blocks.ts';
import { choiceField, lineField, textField } from '../parts/field.ts';
import { inputMoment, readInputMoment } from '../parts/moment.ts';
import { ruleLine } from '../parts/say.ts';

/** What a grant may be besides whole: less than was asked, and under more conditions than the law attaches by itself. */
export function grantFields(shown: Shown<object>): Html {
  const { view, form, problems, door } = shown;
  const asked = askedScope(view.case.latest.body.request);
  const wrong = problems.some(({ field }) => ['target', 'category', 'from', 'until'].includes(field));
  const typedBefore = form.text('part') === '1';
  const text = door.words.life.grant;
  const changed = problems.some(({ field }) => field === 'conditionText' || field === 'conditionRule');
  return html`${asked && details(text.part, part(shown, asked), wrong || typedBefore)}
  ${details(text.conditions, conditionFields(shown), changed || form.all('condition').length > 0)}`;
}

function part({ door: { words }, form, problems }: Shown<object>, asked: Scope): Html {
  const text = words.life.grant;
  const { categories, targetKinds } = words.case.request;
  const sent = form.text('part') === '1';
  const problem = (field: string): string | undefined => problems.find((each) => each.field === field)?.text;
  const places = asked.targets.map((_, place) => String(place));
  return html`<p>${text.partHelp}</p>
    <input type="hidden" name="part" value="1" />
    ${choiceField({
      id: 'target',
      kind: 'checkbox',
      label: words.case.request.fields.targets,
      options: asked.targets.map(({ kind, value }, place) => ({
        value: String(place),
        label: html`<span class="p-kind">${targetKinds[kind]}</span> ${typed(value)}`,
      })),
      chosen: sent ? form.all('target') : places,
      problem: problem('target'),
    })}
    ${choiceField({
      id: 'category',
      kind: 'checkbox',
      label: words.case.request.fields.categories,
      options: asked.dataCategories.map((value) => ({ value, label: categories[value] })),
      chosen: sent ? form.all('category') : asked.dataCategories,
      problem: problem('category'),
    })}
    <div class="p-pair">
      ${lineField({ id: 'from', label: text.from, type: 'datetime-local', value: sent ? form.text('from') : inputMoment(asked.period.from), problem: problem('from') })}
      ${lineField({ id: 'until', label: text.until, type: 'datetime-local', value: sent ? form.text('until') : inputMoment(asked.period.until), problem: problem('until') })}
    </div>`;
}

function conditionFields({ door: { words, law }, form, problems }: Shown<object>): Html {
  const text = words.life.grant;
  const problem = (field: string): string | undefined => problems.find((each) => each.field === field)?.text;
  return html`${choiceField({
    id: 'condition',
    kind: 'checkbox',
    label: text.standard,
    options: Object.entries(standardConditions).map(([value, { rule, text: says }]) => ({
      value,
      label: html`<span lang="en">${says}</span>`,
      help: ruleLine(words, law, rule, 'title'),
    })),
    chosen: form.all('condition'),
  })}
  ${textField({ id: 'conditionText', label: text.own, help: text.ownHelp, value: form.text('conditionText'), problem: problem('conditionText'), rows: 3 })}
  ${choiceField({
    id: 'conditionRule',
    kind: 'radio',
    label: text.ownRule,
    options: conditionRules.map((rule) => ({ value: rule, label: ruleLine(words, law, rule, 'title') })),
    chosen: form.all('conditionRule'),
    problem: problem('conditionRule'),
  })}`;
}

type Granted = Pick<Decide, 'narrowing' | 'conditions'>;

/** What the fields say of a grant, and what is wrong with them. */
export function readGrant(
  form: Form,
  asked: Scope | undefined,
  { words }: Door,
): Readonly<{ granted: Granted; problems: readonly FieldProblem[] }> {
  const { errors, life } = words;
  const problems: FieldProblem[] = [];
  const own = form.text('conditionText');
  const rule = form.text('conditionRule');
  if (own !== '' && (!isCleanText(own) || own.length > limits.lineCharacters)) problems.push({ field: 'conditionText', text: errors.text(limits.lineCharacters) }); // prettier-ignore
  if (own !== '' && !conditionRules.includes(rule)) problems.push({ field: 'conditionRule', text: life.grant.ownRuleMissing }); // prettier-ignore
  if (own === '' && rule !== '') problems.push({ field: 'conditionText', text: errors.missing });
  const chosen = Object.entries(standardConditions).filter(([name]) => form.all('condition').includes(name));
  const conditions = [...chosen.map(([, each]) => each), ...(own === '' ? [] : [{ rule, text: own }])];
  const narrowing =
    asked === undefined || form.text('part') !== '1' ? undefined : readPart(form, asked, words, problems);
  return { granted: { ...(conditions.length > 0 && { conditions }), ...(narrowing && { narrowing }) }, problems };
}

/** What is left of what was asked; `undefined` where it is all of it. A moment that was not changed stays what it was. */
function readPart(
  form: Form,
  asked: Scope,
  { court, errors }: Door['words'],
  problems: FieldProblem[],
): DecisionNarrowing | undefined {
  const targets = form
    .all('target')
    .map(Number)
    .filter((place) => asked.targets[place] !== undefined);
  const kept = dataCategories.filter(
    (each) => form.all('category').includes(each) && asked.dataCategories.includes(each),
  );
  const moment = (name: 'from' | 'until'): string | undefined =>
    form.text(name) === inputMoment(asked.period[name]) ? asked.period[name] : readInputMoment(form.text(name));
  const [from, until] = [moment('from'), moment('until')];
  if (targets.length === 0) problems.push({ field: 'target', text: court.needOne });
  if (kept.length === 0) problems.push({ field: 'category', text: court.needOne });
  if (from === undefined) problems.push({ field: 'from', text: errors.moment });
  if (until === undefined) problems.push({ field: 'until', text: errors.moment });
  if (from === undefined || until === undefined) return undefined;
  if (from < asked.period.from || until > asked.period.until || from >= until)
    problems.push({ field: 'from', text: court.needInside });
  const whole =
    targets.length === asked.targets.length &&
    kept.length === asked.dataCategories.length &&
    from === asked.period.from &&
    until === asked.period.until;
  return whole ? undefined : { targets, dataCategories: kept, period: { from, until } };
}
