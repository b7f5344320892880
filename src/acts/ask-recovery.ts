import { holds } from '../authorisation/mandate.ts';
import type { Identities } from '../store/identities.ts';
import { halfLetters, halfSha256 } from '../store/invitation-code.ts';
import type { Reader } from '../store/reader.ts';
import { refused, type Refused } from './answer.ts';
import type { Invited } from './invite-person.ts';
import type { Random } from './leaf-for.ts';
import { oneTimeCode } from './one-time-code.ts';

/**
 * The first of two registrars asks that somebody who lost their keys gets in again, and is shown one half of the new code. It is
 * worth nothing until another registrar approves.
 */
export async function askRecovery(
  input: { mandate: string; person: string; reasons: string },
  tools: { store: Reader; identities: Identities; now: () => string; random: Random },
): Promise<Invited | Refused> {
  const at = tools.now();
  const registrar = await tools.store.mandate(input.mandate);
  if (registrar?.role !== 'registrar' || !holds(registrar, at)) return refused('no-mandate');
  const { authority } = registrar;
  const known = (await tools.store.mandates()).some((each) => each.authority === authority && each.person === input.person); // prettier-ignore
  if (!known) return refused('unknown-person');
  if (input.person === registrar.person) return refused('own-mandate');
  const code = oneTimeCode(halfLetters, tools.random);
  const { person, reasons } = input;
  await tools.identities.askRecovery(
    { person, authority, reasons, askedBy: registrar.id, halfSha256: halfSha256(code) },
    at,
  );
  return { kind: 'invited', code };
}
