import type { ProposedOrder } from '../../acts/propose-order.ts';
import type { Door } from '../door.ts';
import { assertionOptions } from '../identity/passkey.ts';
import { orderChallenge } from './sign-forms.ts';

/** What the passkeys of a judge are asked for an order; `undefined` in a sandbox, where nobody has any. */
export async function askedOf(door: Door, shown: ProposedOrder, person: string): Promise<object | undefined> {
  if (door.office === undefined) return undefined;
  const keys = (await door.keysOf(person)).filter(({ endedAt }) => endedAt === undefined);
  const ids = keys.flatMap(({ key }) => (key.kind === 'passkey' ? [key.credentialId] : []));
  return assertionOptions(door.office.place, orderChallenge(shown), ids);
}
