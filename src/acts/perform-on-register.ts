import { canonicalJson, sha256Hex } from '../canonical.ts';
import { holds } from '../authorisation/mandate.ts';
import type { RegisterChange } from '../store/register.ts';
import type { RegisteredMandate } from '../store/rows.ts';
import type { Writer } from '../store/writer.ts';
import { LogError } from '../transparency/log-error.ts';
import { refused, type Refused } from './answer.ts';
import { leafForMandate, leafForRegister, type Random } from './leaf-for.ts';
import { answeredBefore, fingerprint } from './perform.ts';

/** What every act on a register is told beside its own matter. */
export type ActOnRegister = Readonly<{ actId: string; /** The registrar's mandate. */ mandate: string }>;

export type RegisterAnswer<Value = unknown> = Readonly<{ kind: 'done'; leafIndex: number; value: Value }> | Refused;

export type RegisterTools = Readonly<{ store: Writer; now: () => string; random: Random }>;

/**
 * The frame of every act on the register of an authority: answered before? a registrar of this authority, now? Then the
 * act decides, and what it decided is written together with its leaf. A register is kept for its own authority alone.
 */
export async function performOnRegister<Value>(
  act: 'grant-mandate' | 'revoke-mandate' | 'enter-authority' | 'end-authority',
  input: ActOnRegister,
  matter: unknown,
  tools: RegisterTools,
  decide: (
    registrar: RegisteredMandate,
    at: string,
  ) => Promise<Refused | Readonly<{ change: RegisterChange; value: Value }>>,
): Promise<RegisterAnswer<Value>> {
  const { store, random } = tools;
  const inputSha256 = fingerprint({ act, mandate: input.mandate, matter });
  const before = (): Promise<RegisterAnswer<Value> | undefined> =>
    answeredBefore<Value>(store, input.actId, inputSha256);
  const known = await before();
  if (known !== undefined) return known;
  const at = tools.now();
  const registrar = await store.mandate(input.mandate);
  if (registrar?.role !== 'registrar' || !holds(registrar, at)) return refused('no-mandate');
  const decided = await decide(registrar, at);
  if ('kind' in decided) return decided;
  const { change, value } = decided;
  const leaf =
    change.kind === 'mandate-granted'
      ? leafForMandate(change.mandate, at, random)
      : leafForRegister(registrar, { [fieldOf[change.kind]]: sha256Hex(canonicalJson(change)) }, at, random);
  try {
    const { authority } = registrar;
    const entry = { change, authority, at, by: registrar.id, leaf, act: { id: input.actId, inputSha256, value } };
    const leafIndex = await store.appendToRegister(entry);
    return leafIndex === undefined ? ((await before()) ?? refused('stale')) : { kind: 'done', leafIndex, value };
  } catch (error) {
    if (error instanceof LogError && error.code === 'log-closed') return refused('log-closed', [error.message]);
    throw error;
  }
}

/** Under which name the leaf commits to each change. A mandate is committed to as the mandate that it is. */
const fieldOf = {
  'mandate-revoked': 'revocation',
  'authority-entered': 'authority',
  'authority-ended': 'ending',
} as const;
