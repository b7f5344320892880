import { addedByCourt } from '../../authorisation/narrow.ts';
import { dataCategories } from '../../request/request.ts';
import type { Scope } from '../../request/scope.ts';
import { widestOrder } from '../../request/service.ts';
import type { Shown } from '../case-form.ts';
import { html, type Html } from '../html.ts';
import { details, hash, notice, section, summaryList, typed } from '../parts/blocks.ts';
import { actForm, actPage } from '../parts/case-form-frame.ts';
import { button, choiceField, lineField, textField } from '../parts/field.ts';
import { inputMoment } from '../parts/moment.ts';
import type { PageContent } from '../parts/page.ts';
import { paths } from '../paths.ts';
import { signForms, type OrderShown } from './sign-forms.ts';

/** What the court is shown: the text exactly as it will be signed, then the three things that a court can do with it. */
export function orderPage(shown: Shown<OrderShown>, narrowed: boolean): PageContent {
  const { door, extra, view } = shown;
  const text = door.words.court;
  const { decided } = view.case;
  const officer = decided && view.people.get(decided.by);
  const script = door.office === undefined ? {} : { script: door.assets.passkeyScript };
  const content = actPage(
    shown,
    text.heading,
    html`<p>${text.lead}</p>
      ${narrowed && notice('info', text.narrowed)}
      <div class="p-order" role="region" aria-label="${text.text}" tabindex="0"><pre>${extra.text}</pre></div>
      ${summaryList([
        [text.hash, hash(extra.sha256)],
        [text.draftedBy, officer === undefined ? (decided?.by ?? '') : html`${officer.name}, ${officer.authorityName}`],
      ])}
      ${section('sign', text.signHeading, signForms(shown))}
      ${section(
        'narrow',
        text.narrowHeading,
        details(
          text.narrowLead,
          narrowForm(shown),
          shown.problems.some(({ field }) => isNarrowing(field)),
        ),
      )}
      ${section('refuse', text.refuseHeading, refuse(shown))}`,
    true,
  );
  return { ...content, ...script };
}

const isNarrowing = (field: string): boolean =>
  ['target', 'category', 'from', 'until', 'validUntil', 'conditions'].includes(field);

function refuse(shown: Shown<OrderShown>): Html {
  const text = shown.door.words.court;
  const body = html`${textField({ id: 'reasons', label: text.reasons, help: text.reasonsHelp, value: shown.form.text('reasons'), problem: shown.problems.find(({ field }) => field === 'reasons')?.text, rows: 5 })}
  ${button(text.refuse, 'danger')}`;
  return actForm(shown, paths.orderRefusal(shown.view.case.id), body);
}

/** It changes nothing but what is shown. What is typed into it is in no address. */
function narrowForm(shown: Shown<OrderShown>): Html {
  const { door, view, extra, problems } = shown;
  const { words } = door;
  const text = words.court;
  const { categories, targetKinds } = words.case.request;
  const whole: Scope = widestOrder(view.case) ?? extra.order.scope;
  const now = extra.order.scope;
  const problem = (field: string): string | undefined => problems.find((each) => each.field === field)?.text;
  const kept = whole.targets.flatMap((target, place) =>
    now.targets.some(({ kind, value }) => kind === target.kind && value === target.value) ? [String(place)] : [],
  );
  const added = extra.order.conditions.filter(({ rule }) => rule === addedByCourt).map(({ text: says }) => says);
  const conditions = shown.form.text('narrow') === '1' ? shown.form.text('conditions') : added.join('\n');
  const fields = html` ${choiceField({
      id: 'target',
      kind: 'checkbox',
      label: text.targets,
      options: whole.targets.map(({ kind, value }, place) => ({
        value: String(place),
        label: html`<span class="p-kind">${targetKinds[kind]}</span> ${typed(value)}`,
      })),
      chosen: kept,
      problem: problem('target'),
    })}
    ${choiceField({
      id: 'category',
      kind: 'checkbox',
      label: text.categories,
      options: dataCategories
        .filter((each) => whole.dataCategories.includes(each))
        .map((value) => ({ value, label: categories[value] })),
      chosen: now.dataCategories,
      problem: problem('category'),
    })}
    <div class="p-pair">
      ${lineField({ id: 'from', label: text.from, type: 'datetime-local', value: inputMoment(now.period.from), problem: problem('from') })}
      ${lineField({ id: 'until', label: text.until, type: 'datetime-local', value: inputMoment(now.period.until), problem: problem('until') })}
    </div>
    ${lineField({ id: 'validUntil', label: text.validUntil, type: 'datetime-local', value: inputMoment(extra.order.validUntil), problem: problem('validUntil') })}
    ${textField({ id: 'conditions', label: text.conditions, help: text.conditionsHelp, value: conditions, problem: problem('conditions'), rows: 3 })}
    <div class="p-actions">
      ${button(text.show, 'secondary')}<a class="ds-link" href="${paths.order(view.case.id)}">${text.whole}</a>
    </div>`;
  return actForm(shown, paths.order(view.case.id), fields, { fields: { narrow: 1 } });
}
