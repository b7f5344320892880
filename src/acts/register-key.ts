import { personKeyId, type PersonKey } from '../authorisation/person-key.ts';
import type { Identities } from '../store/identities.ts';
import { codeSha256 } from '../store/invitation-code.ts';
import type { Reader } from '../store/reader.ts';
import { refused, type Refused } from './answer.ts';
import { leafForRegister, type Random } from './leaf-for.ts';

/**
 * A person registers a key of their own: the first one with the code of an invitation, others while signed in. That the
 * person holds the key was shown before (a passkey's answer, a note); here it goes into the register, with a leaf.
 */
export async function registerKey(
  input: {
    key: PersonKey;
    /** As it was typed; absent for who is signed in. */
    code?: string;
    /** Of a passkey: its COSE key, and where its counter stands. */
    cose?: Uint8Array;
    counter?: number;
  },
  tools: { store: Reader; identities: Identities; now: () => string; random: Random },
): Promise<Readonly<{ kind: 'registered'; keyId: string }> | Refused> {
  const at = tools.now();
  const { key, code, cose, counter } = input;
  const own = (await tools.store.mandates()).find(({ person }) => person === key.person);
  if (own === undefined) return refused('unknown-person');
  const keyId = personKeyId(key);
  const registration = {
    key,
    ...(code !== undefined && { codeSha256: codeSha256(code) }),
    ...(cose !== undefined && { cose }),
    ...(counter !== undefined && { counter }),
  };
  const leaf = leafForRegister(own, { key: keyId }, at, tools.random);
  const done = await tools.identities.register(registration, leaf, at);
  if (done === 'registered') return { kind: 'registered', keyId };
  return refused(done === 'known' ? 'has-identity' : 'not-invited');
}
