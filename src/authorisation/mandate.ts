/**
 * A mandate: one person's role at one authority, for a time, with the key that person signs with.
 * Roles are mandates with dates, per authority; what no valid mandate allows is refused (absent means no).
 */
export const roles = [
  'case-officer',
  'second-officer', // records the call-back of an emergency; may be assigned to a case beside its officer
  'prosecutor', // orders disclosure in an emergency when no judge can be reached; never counts as independent review
  'judge',
  'provider',
  'requesting-officer',
  'person-concerned',
  'overseer', // sees every case of the State, and who read it
  'data-protection-officer', // sees what happens to personal data, never their contents
  'registrar', // keeps the register of an authority's mandates and of other authorities
] as const;
export type Role = (typeof roles)[number];

export type Mandate = Readonly<{
  /** Unique and stable, also the name in the key: `xb-court/ines-okafor`. */
  id: string;
  person: string;
  /** The name that people read. */
  name: string;
  role: Role;
  authority: string;
  authorityName: string;
  state: string;
  /**
   * C2SP verifier key (Ed25519) of this person in this role; its name is the mandate's id. Absent for who signs with keys
   * of their own alone (person-key.ts): no server holds one then.
   */
  vkey?: string;
  /** age recipient to which evidence for this person's authority is sealed. */
  recipient?: string;
  validFrom: string;
  validUntil: string;
  /** The mandate of the registrar who granted it; absent for those with whom a register begins. */
  grantedBy?: string;
}>;

/** Whether the mandate holds at an instant (UTC, ISO 8601): from inclusive, until exclusive, and not once it was revoked. */
export const holds = (mandate: Mandate & Readonly<{ revokedAt?: string }>, at: string): boolean =>
  mandate.validFrom <= at && at < mandate.validUntil && (mandate.revokedAt === undefined || at < mandate.revokedAt);
