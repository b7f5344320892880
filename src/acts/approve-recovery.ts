import { holds } from '../authorisation/mandate.ts';
import type { Identities } from '../store/identities.ts';
import { halfLetters, halfSha256 } from '../store/invitation-code.ts';
import type { Reader } from '../store/reader.ts';
import { sha256Hex } from '../canonical.ts';
import { refused, type Refused } from './answer.ts';
import type { Invited } from './invite-person.ts';
import { leafForRegister, type Random } from './leaf-for.ts';
import { oneTimeCode } from './one-time-code.ts';

/**
 * The second registrar, another person, approves and is shown the other half. From then on nothing that the person had signs
 * or lets in, and both halves together are the code of a new invitation.
 */
export async function approveRecovery(
  input: { mandate: string; recovery: string },
  tools: { store: Reader; identities: Identities; now: () => string; random: Random },
): Promise<Invited | Refused> {
  const at = tools.now();
  const registrar = await tools.store.mandate(input.mandate);
  if (registrar?.role !== 'registrar' || !holds(registrar, at)) return refused('no-mandate');
  const asked = (await tools.identities.recoveries(registrar.authority)).find(({ id }) => id === input.recovery);
  if (asked === undefined) return refused('unknown-person');
  const first = await tools.store.mandate(asked.askedBy);
  // By person: two mandates of one registrar are one registrar.
  if (first === undefined || [first.person, asked.person].includes(registrar.person)) return refused('separation');
  const code = oneTimeCode(halfLetters, tools.random);
  const leaf = leafForRegister(registrar, { recovery: sha256Hex(`${asked.id}\n${asked.person}`) }, at, tools.random);
  const approved = await tools.identities.approveRecovery(
    { id: asked.id, by: registrar.id, halfSha256: halfSha256(code) },
    leaf,
    at,
  );
  return approved ? { kind: 'invited', code } : refused('stale');
}
