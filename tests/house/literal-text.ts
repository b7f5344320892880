import ts from 'typescript';
import type { Source } from './sources.ts';

/** Attributes whose value is read to a person. */
const spoken = /\b(?:aria-label|aria-description|title|alt|placeholder|label|data-label)="([^"]*)"/g;

/** @returns a line for each text that a person would read and that stands in a template, not in a catalogue. */
export function literalTexts({ path, text }: Source): readonly string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const faults: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node) && node.tag.getText(file) === 'html') {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
      faults.push(...textsOf(markupOf(node.template)).map((each) => `${path}:${line + 1}: "${each}"`));
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return faults;
}

/** The template's own markup; a hole becomes a character that is neither a letter nor markup. */
function markupOf(template: ts.TemplateLiteral): string {
  if (ts.isNoSubstitutionTemplateLiteral(template)) return template.text;
  return [template.head.text, ...template.templateSpans.map(({ literal }) => literal.text)].join('\u0001');
}

function textsOf(markup: string): readonly string[] {
  const attributes = [...markup.matchAll(spoken)].map(([, value = '']) => value);
  // Commands and names of files are the same in every language.
  const between = markup.replace(/<code[^>]*>[^]*?<\/code>/g, '').split(/<[^>]*>/);
  return [...attributes, ...between].map((each) => each.replaceAll('\u0001', ' ').trim()).filter((each) => /\p{L}/u.test(each)); // prettier-ignore
}
