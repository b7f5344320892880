import type { ActOnCase } from './act-input.ts';
import type { Answer } from './answer.ts';
import { signOrder, type Authorise, type CourtTools } from './authorise.ts';
import { extensionOf } from './propose-extension.ts';

/** The text that was shown, and the court’s signature over it. */
export type Extend = ActOnCase & Pick<Authorise, 'shownSha256' | 'signature'>;

/**
 * A court extends its order before evidence was handed in under it: a new signature over a new text, which names the old
 * one. It is served again, with a new date.
 */
export const extend = (input: Extend, tools: CourtTools): Promise<Answer> =>
  signOrder('extend', input, tools, ({ subject }) => extensionOf(subject, tools.store));
