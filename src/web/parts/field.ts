import { attributes, html, type Html, type Part } from '../html.ts';

/** Fields of a form: label, help, the field, and what is wrong with it, tied together for those who do not see them. */

type Common = Readonly<{
  id: string;
  label: Part;
  help?: Part;
  value?: string;
  problem?: string | undefined;
}>;

const helpId = (id: string): string => `${id}--help`;
const problemId = (id: string): string => `${id}--problem`;

const described = ({ id, help, problem }: Common): Readonly<Record<string, string | undefined>> => ({
  'aria-describedby':
    [help !== undefined && helpId(id), problem !== undefined && problemId(id)].filter(Boolean).join(' ') || undefined,
  'aria-invalid': problem === undefined ? undefined : 'true',
});

const help = (of: Common): Html | false =>
  of.help !== undefined && html`<div data-field="description" id="${helpId(of.id)}">${of.help}</div>`;

const problem = (of: Common): Html | false =>
  of.problem !== undefined &&
  html`<div class="ds-validation-message" data-field="validation" id="${problemId(of.id)}">${of.problem}</div>`;

/** One line. Case data is never offered again by the browser. */
export const lineField = (
  of: Common & Readonly<{ type?: 'text' | 'datetime-local'; name?: string; required?: boolean }>,
): Html =>
  html`<div class="ds-field">
    <label class="ds-label" data-weight="medium" for="${of.id}">${of.label}</label>
    ${help(of)}
    <input
      class="ds-input"
      ${attributes({ id: of.id, name: of.name ?? of.id, type: of.type ?? 'text', value: of.value ?? '', autocomplete: 'off', required: of.required, ...described(of) })}
    />
    ${problem(of)}
  </div>`;

/** One of many, where a list of circles would be too long. An option may be in a language of its own. */
export const selectField = (
  of: Common &
    Readonly<{
      name?: string;
      options: readonly Readonly<{ value: string; label: string; lang?: string }>[];
      chosen: string;
    }>,
): Html =>
  html`<div class="ds-field">
    <label class="ds-label" data-weight="medium" for="${of.id}">${of.label}</label>
    ${help(of)}
    <select class="ds-input" ${attributes({ id: of.id, name: of.name ?? of.id, ...described(of) })}>
      ${of.options.map(({ value, label, lang }) => html`<option ${attributes({ value, lang, selected: value === of.chosen })}>${label}</option>`)}
    </select>
    ${problem(of)}
  </div>`;

/** Paragraphs. */
export const textField = (of: Common & Readonly<{ rows?: number; code?: boolean; required?: boolean }>): Html =>
  html`<div class="ds-field">
    <label class="ds-label" data-weight="medium" for="${of.id}">${of.label}</label>
    ${help(of)}
    <textarea
      class="ds-input${of.code === true ? ' p-code' : ''}"
      ${attributes({ id: of.id, name: of.id, rows: of.rows ?? 4, autocomplete: 'off', spellcheck: of.code === true ? 'false' : undefined, required: of.required, ...described(of) })}
    >
${of.value ?? ''}</textarea>
    ${problem(of)}
  </div>`;

export const fileField = (of: Common & Readonly<{ accept?: string; multiple?: boolean }>): Html =>
  html`<div class="ds-field">
    <label class="ds-label" data-weight="medium" for="${of.id}">${of.label}</label>
    ${help(of)}
    <input
      class="ds-input"
      type="file"
      ${attributes({ id: of.id, name: of.id, accept: of.accept, multiple: of.multiple, ...described(of) })}
    />
    ${problem(of)}
  </div>`;

export type Option = Readonly<{ value: string; label: Part; help?: Part }>;

/** One of several, or several of them. The first option carries the id of the group, so that an error can lead to it. */
export const choiceField = (
  of: Omit<Common, 'value'> &
    Readonly<{
      kind: 'radio' | 'checkbox';
      name?: string;
      options: readonly Option[];
      chosen: readonly string[];
      inline?: boolean;
    }>,
): Html =>
  html`<fieldset
    class="ds-fieldset${of.problem === undefined ? '' : ' p-wrong'}"
    ${attributes({ 'aria-describedby': described(of)['aria-describedby'] })}
  >
    <legend class="ds-label" data-weight="medium">${of.label}</legend>
    ${help(of)} ${problem(of)}
    <div class="${of.inline === true ? 'p-options p-options--inline' : 'p-options'}">
      ${of.options.map((option, index) => choice(of, option, index === 0 ? of.id : `${of.id}-${index}`))}
    </div>
  </fieldset>`;

function choice(
  of: Readonly<{ id: string; kind: 'radio' | 'checkbox'; name?: string; chosen: readonly string[] }>,
  option: Option,
  id: string,
): Html {
  const hint = option.help === undefined ? undefined : `${id}--hint`;
  return html`<div class="ds-field">
    <input
      class="ds-input"
      ${attributes({ type: of.kind, id, name: of.name ?? of.id, value: option.value, checked: of.chosen.includes(option.value), 'aria-describedby': hint })}
    />
    <label class="ds-label" for="${id}">${option.label}</label>
    ${hint !== undefined && html`<div data-field="description" id="${hint}">${option.help ?? ''}</div>`}
  </div>`;
}

/** What every form of ours carries: who sends it, which act it is, on which version of the case. */
export const hiddenFields = (values: Readonly<Record<string, string | number | undefined>>): readonly Html[] =>
  Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [html`<input type="hidden" name="${name}" value="${value}" />`],
  );

export const button = (text: string, variant: 'primary' | 'secondary' | 'danger' = 'primary'): Html =>
  html`<button
    class="ds-button"
    type="submit"
    ${attributes({
      'data-variant': variant === 'secondary' ? 'secondary' : undefined,
      'data-color': variant === 'danger' ? 'danger' : 'accent',
    })}
  >
    ${text}
  </button>`;
