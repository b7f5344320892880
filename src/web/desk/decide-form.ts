import type { Hono } from 'hono';
import type { ActOnCase } from '../../acts/act-input.ts';
import type { Decide } from '../../acts/decide.ts';
import type { CaseView } from '../../acts/see-case.ts';
import { groundInfo, groundsFor, reservedIn } from '../../law/grounds.ts';
import { limits } from '../../limits.ts';
import { heardOn } from '../../request/case.ts';
import { askedScope } from '../../request/scope.ts';
import { caseForm, type Shown } from '../case-form.ts';
import { isCleanText } from '../clean-text.ts';
import type { Door, Http } from '../door.ts';
import type { FieldProblem } from '../form.ts';
import { html, type Html, type Part } from '../html.ts';
import { details, notice } from '../parts/blocks.ts';
import { actForm, actPage } from '../parts/case-form-frame.ts';
import { button, choiceField, textField } from '../parts/field.ts';
import { factLabel, ruleLine } from '../parts/say.ts';
import { paths } from '../paths.ts';
import { grantFields, readGrant } from './grant-fields.ts';

/** The decision: grant, as a proposal to the court, or refuse on a ground that the treaty offers for this measure. */
export function decideForm(app: Hono<Http>, door: Door): void {
  const text = door.words.desk.decide;
  caseForm<object, Omit<Decide, keyof ActOnCase>>(app, door, {
    act: 'decide',
    page: paths.decision(':id'),
    post: paths.decision(':id'),
    name: 'decision',
    load: () => Promise.resolve({}),
    render: (shown) =>
      actPage(
        shown,
        text.heading,
        html`<p>${text.lead}</p>
          ${inTheWay(shown)}${foundBefore(shown)}${conditions(shown)}${form(shown)}`,
      ),
    read: (sent, view) => {
      const outcome = sent.form.text('outcome');
      const reasons = sent.form.text('reasons');
      const grounds = sent.form.all('grounds');
      const { errors } = door.words;
      const problems: FieldProblem[] = [];
      if (outcome !== 'grant' && outcome !== 'refuse') problems.push({ field: 'outcome', text: errors.choose });
      if (outcome === 'refuse' && grounds.length === 0) problems.push({ field: 'grounds', text: text.groundMissing });
      if (outcome === 'grant' && grounds.length > 0) problems.push({ field: 'grounds', text: text.groundWithGrant });
      if (reasons === '') problems.push({ field: 'reasons', text: errors.reasons });
      else if (!isCleanText(reasons)) problems.push({ field: 'reasons', text: errors.text(limits.textCharacters) });
      const offered: readonly string[] = offeredFor(view);
      if (grounds.some((ground) => !offered.includes(ground))) problems.push({ field: 'grounds', text: errors.choose });
      const grant = readGrant(sent.form, askedScope(view.case.latest.body.request), door);
      if (outcome === 'grant') problems.push(...grant.problems);
      if (problems.length > 0 || (outcome !== 'grant' && outcome !== 'refuse')) return { problems };
      return { input: { outcome, reasons, grounds, ...(outcome === 'grant' && grant.granted) } };
    },
    perform: (input) => door.acts.decide(input),
  });
}

const offeredFor = (view: CaseView): ReturnType<typeof groundsFor> =>
  groundsFor(view.case.latest.body.request.measure ?? 'stored-data', reservedIn(view.assessment.facts));

/** What stands between the request and a grant, before the officer chooses. */
function inTheWay({ door, view }: Shown<object>): Html | false {
  const { words, law } = door;
  const text = words.desk.decide;
  const { bars, owed, asks, questions } = view.assessment;
  const open = questions.filter(({ who }) => who[0] === view.mandate.role);
  const part = (title: string, lines: readonly Html[]): Html | false =>
    lines.length > 0 &&
    html`<p>${title}</p>
      <ul class="p-lines">
        ${lines.map((line) => html`<li>${line}</li>`)}
      </ul>`;
  if (bars.length + owed.length + asks.length + open.length === 0) return false;
  return notice(
    'warning',
    text.cannotGrant,
    html`${part(
      text.cannotBar,
      bars.map((rule) => ruleLine(words, law, rule, 'follows')),
    )}
    ${part(text.cannotOwed, [...owed.map(({ fact }) => html`${factLabel(law, fact)}`), ...asks.map((rule) => ruleLine(words, law, rule, 'follows'))])}
    ${open.length > 0 && html`<p><a class="ds-link" href="${paths.findings(view.case.id)}">${text.cannotOpen(open.length)}</a></p>`}`,
  );
}

/** What was found about the request as it was before the asking State changed it. */
function foundBefore({ door: { words, law }, view }: Shown<object>): Html | false {
  const text = words.desk.decide;
  const facts = [...view.case.findings.values()].filter(({ beforeChange }) => beforeChange);
  return (
    facts.length > 0 &&
    notice(
      'warning',
      text.foundBefore(facts.length),
      html`<p><a class="ds-link" href="${paths.findings(view.case.id)}">${text.foundBeforeHelp}</a></p>
        <ul class="p-lines">
          ${facts.map(({ finding }) => html`<li>${factLabel(law, finding.fact)}</li>`)}
        </ul>`,
    )
  );
}

/** How the consultation on a ground stands, with the way to it. */
function consultation({ door, view }: Shown<object>, ground: string): Part {
  const text = door.words.desk.decide;
  if (heardOn(view.case, door.now()).includes(ground)) return text.heard;
  const asked = view.case.consultations.some(({ consulted }) => consulted.body.grounds.includes(ground));
  return asked
    ? text.waits
    : html`<a class="ds-link" href="${paths.consultation(view.case.id)}">${text.consultFirst}</a>`;
}

function conditions({ door: { words, law }, view }: Shown<object>): Html | false {
  const rules = view.assessment.conditions;
  return (
    rules.length > 0 &&
    details(
      words.case.assessment.count(words.desk.decide.conditions, rules.length),
      html`<ul class="p-lines">
        ${rules.map((rule) => html`<li>${ruleLine(words, law, rule, 'follows')}</li>`)}
      </ul>`,
    )
  );
}

function form(shown: Shown<object>): Html {
  const { door, view, form: sent, problems } = shown;
  const text = door.words.desk.decide;
  const problem = (field: string): string | undefined => problems.find((each) => each.field === field)?.text;
  const options = offeredFor(view).map((ground) => {
    const { says, precondition, consultFirst } = groundInfo(ground);
    const help =
      precondition === true ? text.precondition : consultFirst === true ? consultation(shown, ground) : undefined;
    return { value: ground, label: text.ground(ground, says), ...(help !== undefined && { help }) };
  });
  const body = html`${choiceField({
    id: 'outcome',
    kind: 'radio',
    label: text.outcome,
    options: [
      { value: 'grant', label: text.grant },
      { value: 'refuse', label: text.refuse },
    ],
    chosen: sent.all('outcome'),
    problem: problem('outcome'),
  })}
  ${choiceField({ id: 'grounds', kind: 'checkbox', label: text.grounds, help: text.groundsHelp, options, chosen: sent.all('grounds'), problem: problem('grounds') })}
  ${grantFields(shown)}
  ${textField({ id: 'reasons', label: text.reasons, help: text.reasonsHelp, value: sent.text('reasons'), problem: problem('reasons'), rows: 8 })}
  ${button(text.save)}`;
  return actForm(shown, paths.decision(view.case.id), body);
}
