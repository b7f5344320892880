import { expectedValue, fits, isFactName, isFound, kindOf, whoMayFind, type FactName } from '../../law/facts.ts';
import { questionOf } from '../../law/catalogue.ts';
import type { CaseView } from '../../acts/see-case.ts';
import type { RecordedFinding } from '../../request/event.ts';
import { limits } from '../../limits.ts';
import type { Door } from '../door.ts';
import type { FieldProblem, Form } from '../form.ts';
import { html, type Html, type Part } from '../html.ts';
import { choiceField, lineField, textField } from '../parts/field.ts';
import { cite, valueText } from '../parts/say.ts';
import { isCleanText } from '../clean-text.ts';

/** The questions of a case that a person may answer, as fields, and the answers read back. */

export const answerField = (fact: string): string => `answer.${fact}`;
export const reasonsField = (fact: string): string => `reasons.${fact}`;

export type Question = Readonly<{ fact: FactName; rules: readonly string[] }>;

/** Open for this person; and answered before by anybody, open to a new answer. */
export function questionsFor({ assessment, mandate, case: { findings } }: CaseView): {
  open: readonly Question[];
  answered: readonly Question[];
} {
  const mine = (fact: FactName): boolean => isFound(fact) && whoMayFind(fact).some((role) => role === mandate.role);
  return {
    open: assessment.questions.filter(({ fact }) => mine(fact)),
    answered: [...findings.keys()]
      .filter(isFactName)
      .filter(mine)
      .map((fact) => ({ fact, rules: [] })),
  };
}

export function questionFields(
  door: Door,
  of: Question,
  form: Form,
  problems: readonly FieldProblem[],
  place: Part,
): Html {
  const { words, law } = door;
  const { desk } = words;
  const [, , help] = law.facts[of.fact];
  const problem = (field: string): string | undefined => problems.find((each) => each.field === field)?.text;
  const id = answerField(of.fact);
  const cites = [...new Set(of.rules.map((rule) => cite(words, rule)))].join(', ');
  const common = {
    id,
    label: html`${questionOf(law, of.fact)}`,
    help: html`${help}${cites !== '' && html` <span class="p-cite">${desk.findings.policy}: ${cites}</span>`}`,
    problem: problem(id),
  };
  return html`<div class="p-question">
    <p class="p-small">${place}</p>
    ${answer(door, of.fact, common, form)}
    ${textField({ id: reasonsField(of.fact), label: desk.findings.reasons, value: form.text(reasonsField(of.fact)), problem: problem(reasonsField(of.fact)), rows: 3 })}
  </div>`;
}

function answer({ words, law }: Door, fact: FactName, common: Parameters<typeof lineField>[0], form: Form): Html {
  const kind = kindOf(fact);
  const chosen = form.all(common.id);
  switch (kind.kind) {
    case 'boolean': {
      const options = [true, false].map((value) => ({
        value: String(value),
        label: valueText(words, law, fact, value),
      }));
      return choiceField({ ...common, kind: 'radio', options, chosen, inline: true });
    }
    case 'oneOf':
    case 'many': {
      const options = kind.values.map((value) => ({ value, label: valueText(words, law, fact, value) }));
      return choiceField({ ...common, kind: kind.kind === 'oneOf' ? 'radio' : 'checkbox', options, chosen });
    }
    case 'years':
      return lineField({
        ...common,
        label: html`${common.label} (${words.desk.findings.yearsHelp})`,
        value: form.text(common.id),
      });
    case 'number':
    case 'instant':
    case 'text':
      return lineField({ ...common, value: form.text(common.id) });
  }
}

/** The answers that were given. A question without answer and reasons stays open; half of one is a problem. */
export function readAnswers(
  door: Door,
  questions: readonly Question[],
  form: Form,
): Readonly<{ findings: readonly RecordedFinding[]; problems: readonly FieldProblem[] }> {
  const { desk, errors } = door.words;
  const findings: RecordedFinding[] = [];
  const problems: FieldProblem[] = [];
  for (const { fact } of questions) {
    const given = form.all(answerField(fact)).filter((text) => text.trim() !== '');
    const reasons = form.text(reasonsField(fact));
    if (given.length === 0 && reasons === '') continue;
    const value = valueOf(fact, given);
    if (given.length === 0) problems.push({ field: answerField(fact), text: desk.findings.answerMissing });
    else if (!fits(fact, value)) problems.push({ field: answerField(fact), text: errors.value(expectedValue(fact)) });
    if (reasons === '') problems.push({ field: reasonsField(fact), text: desk.findings.reasonsMissing });
    else if (!isCleanText(reasons))
      problems.push({ field: reasonsField(fact), text: errors.text(limits.textCharacters) });
    findings.push({ fact, value, reasons });
  }
  return { findings, problems };
}

function valueOf(fact: FactName, given: readonly string[]): unknown {
  const kind = kindOf(fact).kind;
  const [first = ''] = given;
  if (kind === 'many') return given;
  if (given.length > 1) return given;
  if (kind === 'boolean') return first === 'true' ? true : first === 'false' ? false : first;
  if (kind === 'years' || kind === 'number')
    return /^\d{1,4}(?:\.\d{1,2})?$/.test(first.trim()) ? Number(first) : first.trim();
  return first.trim();
}
