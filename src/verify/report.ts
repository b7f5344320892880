import type { Verification } from './check-package.ts';

/** The answer as a person reads it: a line per step, then what was not looked at. */
export function verificationText({ ok, steps, notes }: Verification): string {
  const width = Math.max(...steps.map(({ step }) => step.length));
  const lines = steps.map((each) => {
    const says = each.ok ? each.says : `${each.says} [${each.code}: ${each.file}]`;
    return `${each.ok ? 'ok    ' : 'FAILED'}  ${each.step.padEnd(width)}  ${says}`;
  });
  const verdict = ok ? 'The hand-over is proven in every step.' : 'The hand-over is NOT proven.';
  return [...lines, '', ...notes.map((note) => `Note: ${note}`), verdict, ''].join('\n');
}
