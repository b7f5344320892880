import type { Identities } from '../store/identities.ts';
import type { Reader } from '../store/reader.ts';
import { personKeyId } from '../authorisation/person-key.ts';
import { refused, type Refused } from './answer.ts';
import { leafForRegister, type Random } from './leaf-for.ts';

/** A person ends a key of their own: it signs nothing more. The last one is ended by a recovery, or nobody could get in. */
export async function endKey(
  input: { person: string; keyId: string },
  tools: { store: Reader; identities: Identities; now: () => string; random: Random },
): Promise<Readonly<{ kind: 'ended' }> | Refused> {
  const at = tools.now();
  const own = (await tools.store.mandates()).find(({ person }) => person === input.person);
  const passkeys = (await tools.store.keysOf(input.person)).filter(
    ({ key, endedAt }) => endedAt === undefined && key.kind === 'passkey',
  );
  const isLast = passkeys.length === 1 && passkeys.some(({ key }) => personKeyId(key) === input.keyId);
  if (own === undefined) return refused('unknown-person');
  if (isLast) return refused('last-key');
  const leaf = leafForRegister(own, { keyEnded: input.keyId }, at, tools.random);
  const ended = await tools.identities.endKey(input.person, input.keyId, leaf, at);
  return ended ? { kind: 'ended' } : refused('unknown-person');
}
