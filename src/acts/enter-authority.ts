import { randomUUID } from 'node:crypto';
import { limits } from '../limits.ts';
import { rolesAt, type AuthorityEntry } from '../standing/authority.ts';
import { LogError } from '../transparency/log-error.ts';
import { parseVerifierKey } from '../transparency/note-key.ts';
import { refused } from './answer.ts';
import {
  performOnRegister,
  type ActOnRegister,
  type RegisterAnswer,
  type RegisterTools,
} from './perform-on-register.ts';

/** An authority as it is to stand in the register, without what the register itself adds. */
export type EnterAuthority = ActOnRegister &
  Readonly<{ entry: Omit<AuthorityEntry, 'id' | 'keptBy' | 'validFrom'> & Readonly<{ validFrom?: string }> }>;

/**
 * A registrar enters an authority that theirs deals with: name, competences, key, and the channel on which it is called
 * back in an emergency, from when until when. A change is a new entry; the one before stays to be read.
 */
export async function enterAuthority(
  input: EnterAuthority,
  tools: RegisterTools,
): Promise<RegisterAnswer<{ entry: string }>> {
  const { entry } = input;
  return performOnRegister('enter-authority', input, entry, tools, (registrar, at) =>
    Promise.resolve(entered(entry, registrar.authority, at)),
  );
}

function entered(entry: EnterAuthority['entry'], keptBy: string, at: string) {
  const { authority, state, vkey } = entry;
  // Nobody vouches for itself in its own register.
  if (authority === keptBy) return refused('own-mandate');
  if (rolesAt(authority).length === 0 || authority.slice(0, 2) !== state.toLowerCase())
    return refused('other-authority', [authority]);
  if (vkey !== undefined && !isKey(vkey)) return refused('not-a-key');
  const validFrom = entry.validFrom === undefined || entry.validFrom < at ? at : entry.validFrom;
  const latest = new Date(Date.parse(validFrom) + limits.mandateDays * 86_400_000).toISOString();
  if (entry.validUntil <= validFrom || entry.validUntil > latest) return refused('mandate-dates');
  const id = randomUUID();
  return {
    change: { kind: 'authority-entered', entry: { ...entry, id, keptBy, validFrom } },
    value: { entry: id },
  } as const;
}

function isKey(vkey: string): boolean {
  try {
    parseVerifierKey(vkey);
    return true;
  } catch (error) {
    if (error instanceof LogError) return false;
    throw error;
  }
}
