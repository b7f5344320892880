import { holds } from '../authorisation/mandate.ts';
import type { Identities } from '../store/identities.ts';
import { codeLetters, codeSha256 } from '../store/invitation-code.ts';
import type { Reader } from '../store/reader.ts';
import { refused, type Refused } from './answer.ts';
import type { Random } from './leaf-for.ts';
import { oneTimeCode } from './one-time-code.ts';

/** A code is shown once, to the registrar who hands it over in person. */
export type Invited = Readonly<{ kind: 'invited'; code: string }>;

/**
 * A registrar invites somebody of their own authority to register the first key. Somebody who ever had a key is not
 * invited again: that is a recovery, and takes two.
 */
export async function invitePerson(
  input: { mandate: string; person: string },
  tools: { store: Reader; identities: Identities; now: () => string; random: Random },
): Promise<Invited | Refused> {
  const { store, identities, random } = tools;
  const at = tools.now();
  const registrar = await store.mandate(input.mandate);
  if (registrar?.role !== 'registrar' || !holds(registrar, at)) return refused('no-mandate');
  const theirs = (await store.mandates()).filter((each) => each.authority === registrar.authority && each.person === input.person); // prettier-ignore
  if (!theirs.some((each) => at < each.validUntil && each.revokedAt === undefined)) return refused('unknown-person');
  if (input.person === registrar.person) return refused('own-mandate');
  if (await isKnown(input.person, tools)) return refused('has-identity');
  const code = oneTimeCode(codeLetters, random);
  await identities.invite({ codeSha256: codeSha256(code), person: input.person, by: registrar.id }, at);
  return { kind: 'invited', code };
}

/** Whether a person ever had a way to sign in. */
export const isKnown = async (
  person: string,
  { store, identities }: { store: Pick<Reader, 'keysOf'>; identities: Pick<Identities, 'hasSubject'> },
): Promise<boolean> => (await store.keysOf(person)).length > 0 || (await identities.hasSubject(person));
