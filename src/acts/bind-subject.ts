import { holds } from '../authorisation/mandate.ts';
import type { Identities } from '../store/identities.ts';
import type { Reader } from '../store/reader.ts';
import { refused, type Refused } from './answer.ts';
import { isKnown } from './invite-person.ts';

/**
 * A registrar says whom the identity provider means by a subject. Only for somebody who has no way to sign in yet: another
 * way beside the first would let one registrar in as somebody else.
 */
export async function bindSubject(
  input: { mandate: string; person: string; issuer: string; subject: string },
  tools: { store: Reader; identities: Identities; now: () => string },
): Promise<Readonly<{ kind: 'bound' }> | Refused> {
  const at = tools.now();
  const registrar = await tools.store.mandate(input.mandate);
  if (registrar?.role !== 'registrar' || !holds(registrar, at)) return refused('no-mandate');
  const known = (await tools.store.mandates()).some(({ authority, person }) => authority === registrar.authority && person === input.person); // prettier-ignore
  if (!known) return refused('unknown-person');
  if (input.person === registrar.person) return refused('own-mandate');
  if (await isKnown(input.person, tools)) return refused('has-identity');
  const { issuer, subject, person } = input;
  const bound = await tools.identities.bindSubject({ issuer, subject, person, by: registrar.id }, at);
  return bound ? { kind: 'bound' } : refused('has-identity');
}
