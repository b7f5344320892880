import { holds, type Role } from '../authorisation/mandate.ts';
import { limits } from '../limits.ts';
import { rolesAt, type EnteredAuthority } from '../standing/authority.ts';
import type { Reader } from '../store/reader.ts';
import type { RegisterEvent } from '../store/register.ts';
import type { RegisteredMandate } from '../store/rows.ts';
import { refused, type Refused } from './answer.ts';

/** The register of one authority, as its registrar sees it. */
export type RegisterView = Readonly<{
  kind: 'register';
  registrar: RegisteredMandate;
  at: string;
  /** Every mandate of the authority, those that ended too. */
  mandates: readonly RegisteredMandate[];
  authorities: readonly EnteredAuthority[];
  /** What was done to it, last first. */
  history: readonly RegisterEvent[];
  /** Roles that this authority has. */
  roles: readonly Role[];
  /** Names of everybody who kept it. */
  people: ReadonlyMap<string, RegisteredMandate>;
}>;

export async function seeRegister(
  input: { mandate: string },
  tools: { store: Reader; now: () => string },
): Promise<RegisterView | Refused> {
  const { store } = tools;
  const at = tools.now();
  const registrar = await store.mandate(input.mandate);
  if (registrar?.role !== 'registrar' || !holds(registrar, at)) return refused('no-mandate');
  const { authority } = registrar;
  const [all, authorities, history] = await Promise.all([
    store.mandates(),
    store.authorities(authority),
    store.registerHistory(authority, limits.registerListed),
  ]);
  return {
    kind: 'register',
    registrar,
    at,
    mandates: all.filter((each) => each.authority === authority),
    authorities,
    history,
    roles: rolesAt(authority),
    people: new Map(all.map((each) => [each.id, each])),
  };
}
