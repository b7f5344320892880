import { z } from 'zod';
import { holds, type Mandate } from '../authorisation/mandate.ts';
import { AgeError } from './age/age-error.ts';
import { parseRecipient } from './age/key-text.ts';

/** To whom evidence is sealed: keys come from the register, never from a request. */

/** `age1...` or `age1pq1...`, as the register and a manifest have it. */
export const ageRecipient = z.string().refine(isRecipient, { error: 'an age recipient: X25519 or hybrid' });

/** Who asks, as the register has it. */
const asks = 'requesting-officer';

/** The mandates whose key an authority's evidence may be sealed to at an instant: of that authority, to ask, in force. */
export const sealedFor = (mandates: readonly Mandate[], authority: string, at: string): Mandate[] =>
  mandates.filter((each) => each.authority === authority && each.role === asks && each.recipient && holds(each, at));

/**
 * The keys that evidence for an authority is sealed to, each once. Where it has hybrid post-quantum keys, those alone:
 * one weaker key would make them worth nothing. Empty where no key is in force.
 */
export function recipientsOf(mandates: readonly Mandate[], authority: string, at: string): string[] {
  const keys = sealedFor(mandates, authority, at).flatMap(({ recipient }) => recipient ?? []);
  const hybrid = keys.filter((key) => parseRecipient(key).kind === 'hybrid');
  return [...new Set(hybrid.length > 0 ? hybrid : keys)].toSorted();
}

function isRecipient(text: string): boolean {
  try {
    return parseRecipient(text).key.length > 0;
  } catch (error) {
    if (error instanceof AgeError) return false;
    throw error;
  }
}
