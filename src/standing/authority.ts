import type { Role } from '../authorisation/mandate.ts';

/**
 * Authorities as a register knows them. An authority enters in its own register whom it deals with: another authority’s
 * word about its own number is no entry, whatever a request says.
 */

/** What an authority may do, as the register says. */
export const competences = ['requests', 'emergencies'] as const;
export type Competence = (typeof competences)[number];

export const callBackChannels = ['telephone', 'video'] as const;

/** Where an authority is called back: a channel on which two people hear each other. */
export type CallBack = Readonly<{ channel: (typeof callBackChannels)[number]; address: string }>;

export type AuthorityEntry = Readonly<{
  /** UUID of this entry. A change is a new entry. */
  id: string;
  /** Whose register it stands in, by authority code. */
  keptBy: string;
  /** Who is entered: an authority code, as `xa-central-authority`. */
  authority: string;
  name: string;
  state: string;
  competences: readonly Competence[];
  /** C2SP verifier key of the authority. */
  vkey?: string;
  /** For emergencies (art. 41). */
  callBack?: CallBack;
  validFrom: string;
  validUntil: string;
}>;

export type EnteredAuthority = AuthorityEntry &
  Readonly<{ enteredAt: string; enteredBy?: string; leafIndex: number; endedAt?: string }>;

/** The entry that counts for an authority at an instant: the last one entered that holds and was not ended. */
export const entryAt = (
  entries: readonly EnteredAuthority[],
  authority: string,
  at: string,
): EnteredAuthority | undefined =>
  entries.findLast(
    (entry) =>
      entry.authority === authority &&
      entry.validFrom <= at &&
      at < entry.validUntil &&
      (entry.endedAt === undefined || at < entry.endedAt),
  );

/** Why an authority cannot be called back (art. 41): each is a reason to refuse the emergency path. */
export type NoCallBack = 'not-registered' | 'no-competence' | 'no-key' | 'no-channel' | 'entered-afterwards';

/**
 * The entry by which an authority is called back about a request. What was entered after the request came does not count:
 * a number that arrives with the request, or in its wake, is the caller’s own.
 */
export function callBackEntry(
  entries: readonly EnteredAuthority[],
  authority: string,
  of: Readonly<{ receivedAt: string; at: string }>,
): (EnteredAuthority & Readonly<{ callBack: CallBack; vkey: string }>) | NoCallBack {
  const now = entryAt(entries, authority, of.at);
  if (now === undefined) return 'not-registered';
  const before = entryAt(
    entries.filter(({ enteredAt }) => enteredAt < of.receivedAt),
    authority,
    of.at,
  );
  if (before === undefined) return 'entered-afterwards';
  const { callBack, vkey } = before;
  if (!before.competences.includes('emergencies')) return 'no-competence';
  if (vkey === undefined) return 'no-key';
  return callBack === undefined ? 'no-channel' : { ...before, callBack, vkey };
}

/** Which mandates each kind of authority can grant: no central authority makes judges. */
const officersOf = ['case-officer', 'second-officer', 'requesting-officer', 'registrar'] as const;
const rolesOfKind: Readonly<Record<string, readonly Role[]>> = {
  'central-authority': officersOf,
  'contact-point': officersOf,
  court: ['judge', 'registrar'],
  prosecutor: ['prosecutor', 'registrar'],
  provider: ['provider', 'registrar'],
  oversight: ['overseer', 'registrar'],
  'data-protection': ['data-protection-officer', 'registrar'],
  public: ['person-concerned', 'registrar'],
};

/** @param authority a code as `xb-court-2` */
export const rolesAt = (authority: string): readonly Role[] =>
  rolesOfKind[/^[a-z]{2}-([a-z-]+?)(?:-[1-9][0-9]{0,2})?$/.exec(authority)?.[1] ?? ''] ?? [];
