import { consentMatters, type ConsentMatter } from '../request/aftermath.ts';
import type { Writer } from '../store/writer.ts';
import type { ActOnCase } from './act-input.ts';
import { refused, type Answer } from './answer.ts';
import type { Random } from './leaf-for.ts';
import { perform } from './perform.ts';

/** What consent is asked for; `matter` is a code of src/request/aftermath.ts. */
export type AskConsent = ActOnCase &
  Readonly<{ matter: string; recipient: string; purpose: string; exculpatory: boolean }>;

/**
 * The recipient asks the sending authority before it passes evidence on (art. 36(3)) or uses it in another proceeding
 * (art. 40(19)): one recipient or proceeding, one purpose. One question at a time.
 */
export async function askConsent(
  input: AskConsent,
  tools: { store: Writer; now: () => string; random: Random },
): Promise<Answer> {
  const { recipient, purpose, exculpatory } = input;
  return perform(
    'ask-consent',
    input,
    { matter: input.matter, recipient, purpose, exculpatory },
    tools,
    ({ subject }) => {
      const matter = consentMatters.find((each): each is ConsentMatter => each === input.matter);
      if (matter === undefined) return refused('no-ground', consentMatters);
      return {
        state: 'consent-asked',
        body: { kind: 'consent-asked', matter, recipient, purpose, exculpatory },
        outbox: [{ recipient: subject.parties.authority, body: { notice: 'consent-asked', caseId: subject.id } }],
        value: null,
      };
    },
  );
}
