import type { Writer } from '../store/writer.ts';
import type { ActOnCase } from './act-input.ts';
import type { Answer } from './answer.ts';
import type { Random } from './leaf-for.ts';
import { perform } from './perform.ts';

/** The asking State says that it deleted what a judge refused afterwards, and how. Its word stands in the log. */
export async function confirmDeletion(
  input: ActOnCase & Readonly<{ statement: string }>,
  tools: { store: Writer; now: () => string; random: Random },
): Promise<Answer> {
  const { statement } = input;
  return perform('confirm-deletion', input, { statement }, tools, ({ subject }) => ({
    state: 'deleted',
    body: { kind: 'deletion-confirmed', statement },
    outbox: [{ recipient: subject.parties.authority, body: { notice: 'deletion-confirmed', caseId: subject.id } }],
    value: null,
  }));
}
