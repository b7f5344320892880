import { holds, type Mandate, type Role } from '../authorisation/mandate.ts';
import { limits } from '../limits.ts';
import { rolesAt } from '../standing/authority.ts';
import type { RegisteredMandate } from '../store/rows.ts';
import { encodeVerifierKey } from '../transparency/note-key.ts';
import type { SignerKey } from '../transparency/note.ts';
import { refused } from './answer.ts';
import {
  performOnRegister,
  type ActOnRegister,
  type RegisterAnswer,
  type RegisterTools,
} from './perform-on-register.ts';

export type GrantMandate = ActOnRegister &
  Readonly<{
    /** The person’s lasting identifier, `vera-lindqvist`: the same in every mandate that this person ever has. */
    person: string;
    name: string;
    role: Role;
    /** Absent, or in the past: from now. Nobody could do yesterday what was granted today. */
    validFrom?: string;
    validUntil: string;
  }>;

/**
 * A registrar grants a mandate of their own authority, to somebody else. What kind of authority it is says which roles it
 * has: a central authority makes no judges.
 */
export async function grantMandate(
  input: GrantMandate,
  tools: RegisterTools &
    Readonly<{
      signer: (mandate: string) => SignerKey;
      /** The keys of invented judges; in production who signs for a court brings a key of their own. */
      courtSigner?: (mandate: string) => SignerKey;
    }>,
): Promise<RegisterAnswer<{ mandate: string }>> {
  const { person, name, role, validFrom = null, validUntil } = input;
  return performOnRegister(
    'grant-mandate',
    input,
    { person, name, role, validFrom, validUntil },
    tools,
    async (registrar, at) => {
      if (person === registrar.person) return refused('own-mandate');
      if (!rolesAt(registrar.authority).includes(role)) return refused('other-authority', [role]);
      const from = validFrom === null || validFrom < at ? at : validFrom;
      const latest = new Date(Date.parse(from) + limits.mandateDays * 86_400_000).toISOString();
      if (validUntil <= from || validUntil > latest) return refused('mandate-dates');
      const mandates = await tools.store.mandates();
      // One identifier is one person: the separation of roles is by person.
      if (mandates.some((each) => each.person === person && each.name !== name))
        return refused('known-person', [person]);
      if (mandates.some((each) => isLike(each, registrar.authority, person, role) && holds(each, at)))
        return refused('mandate-holds', [person]);
      const mandate = mandateOf({ person, name, role, from, validUntil }, registrar, mandates, tools);
      return { change: { kind: 'mandate-granted', mandate }, value: { mandate: mandate.id } };
    },
  );
}

const isLike = (each: Mandate, authority: string, person: string, role: Role): boolean =>
  each.authority === authority && each.person === person && each.role === role;

function mandateOf(
  of: Readonly<{ person: string; name: string; role: Role; from: string; validUntil: string }>,
  registrar: RegisteredMandate,
  mandates: readonly RegisteredMandate[],
  tools: Parameters<typeof grantMandate>[1],
): Mandate {
  const { authority, authorityName, state } = registrar;
  const taken = new Set(mandates.map(({ id }) => id));
  const first = `${authority}/${of.person}`;
  let id = first;
  for (let count = 2; taken.has(id); count++) id = `${first}.${count}`;
  const signer = of.role === 'judge' || of.role === 'prosecutor' ? tools.courtSigner : tools.signer;
  const recipient = mandates.find((each) => each.authority === authority && each.recipient !== undefined)?.recipient;
  return {
    id,
    person: of.person,
    name: of.name,
    role: of.role,
    authority,
    authorityName,
    state,
    ...(signer && { vkey: encodeVerifierKey(signer(id).verifier) }),
    ...(of.role === 'requesting-officer' && recipient !== undefined && { recipient }),
    validFrom: of.from,
    validUntil: of.validUntil,
    grantedBy: registrar.id,
  };
}
