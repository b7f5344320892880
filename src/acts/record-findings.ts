import { findingFault } from '../law/findings-file.ts';
import type { RecordedFinding } from '../request/event.ts';
import type { Writer } from '../store/writer.ts';
import type { ActOnCase } from './act-input.ts';
import { refused, type Answer } from './answer.ts';
import type { Random } from './leaf-for.ts';
import { perform } from './perform.ts';

/**
 * A person answers questions that the law leaves to judgement, each with reasons (mission B1: none is computed from
 * silence). Only facts that a case officer may find are taken; the latest answer stands, earlier ones stay in the record.
 */
export async function recordFindings(
  input: ActOnCase & Readonly<{ findings: readonly RecordedFinding[] }>,
  tools: { store: Writer; now: () => string; random: Random },
): Promise<Answer> {
  return perform('record-findings', input, input.findings, tools, ({ subject, mandate }) => {
    const names = input.findings.map((finding) => finding.fact);
    const wrong = input.findings.filter((finding) => findingFault({ ...finding, mandate: mandate.role }) !== undefined);
    if (wrong.length > 0)
      return refused(
        'not-a-finding',
        wrong.map(({ fact }) => fact),
      );
    if (names.length === 0 || new Set(names).size !== names.length) return refused('not-a-finding', names);
    const body = { kind: 'findings-recorded', findings: input.findings } as const;
    return { state: subject.state, body, value: names };
  });
}
