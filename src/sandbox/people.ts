import type { Role } from '../authorisation/mandate.ts';
import type { AuthorityEntry } from '../standing/authority.ts';

/**
 * The people of the sandbox. All invented, in two invented States under the codes that ISO 3166-1 leaves to its users.
 * One of them may no longer do what the others do: his mandate has ended.
 */
export type SandboxPerson = Readonly<{
  id: string;
  /** Stable across this person's mandates. */
  person: string;
  name: string;
  role: Role;
  authority: string;
  authorityName: string;
  state: string;
  validUntil: string;
  /** The registrar of the same authority; absent for those with whom a register begins. */
  grantedBy?: string;
}>;

/** Sandbox mandates begin before the sandbox's first request and end long after it. */
export const sandboxSince = '2025-01-01T00:00:00.000Z';
/** The authority that keeps the sandbox's log, and counts its months. */
export const sandboxLogKeeper = 'xb-central-authority';
const longValid = '2035-01-01T00:00:00.000Z';

const centralAuthorityA = {
  authority: 'xa-central-authority',
  authorityName: 'Central Authority of Arvenia',
  state: 'XA',
};
const centralAuthorityB = {
  authority: 'xb-central-authority',
  authorityName: 'Central Authority of Bellmark',
  state: 'XB',
};

const person = (given: Omit<SandboxPerson, 'id' | 'validUntil'> & { validUntil?: string }): SandboxPerson => ({
  validUntil: longValid,
  ...given,
  id: `${given.authority}/${given.person}`,
});

/** Those who order in an emergency and those who look on, each at an authority of their own. */
const watching = (
  code: 'xa' | 'xb',
  country: string,
  [prosecutor, overseer, officer]: readonly [string, string, string],
): readonly SandboxPerson[] => {
  const state = code.toUpperCase();
  const at = (kind: string, authorityName: string, role: Role, name: string): SandboxPerson =>
    person({
      person: name.toLowerCase().replace(' ', '-'),
      name,
      role,
      authority: `${code}-${kind}`,
      authorityName,
      state,
    });
  return [
    at('prosecutor', `Prosecutor General of ${country}`, 'prosecutor', prosecutor),
    at('oversight', `Oversight Commission of ${country}`, 'overseer', overseer),
    at('data-protection', `Data Protection Authority of ${country}`, 'data-protection-officer', officer),
  ];
};

const grantedInA = { ...centralAuthorityA, grantedBy: 'xa-central-authority/oduya-karim' };
const grantedInB = { ...centralAuthorityB, grantedBy: 'xb-central-authority/henrik-vass' };

export const sandboxPeople: readonly SandboxPerson[] = [
  person({ person: 'oduya-karim', name: 'Oduya Karim', role: 'registrar', ...centralAuthorityA }),
  person({ person: 'henrik-vass', name: 'Henrik Vass', role: 'registrar', ...centralAuthorityB }),
  person({ person: 'amara-nwosu', name: 'Amara Nwosu', role: 'requesting-officer', ...grantedInA }),
  person({ person: 'pilar-soto', name: 'Pilar Soto', role: 'second-officer', ...grantedInA }),
  person({ person: 'vera-lindqvist', name: 'Vera Lindqvist', role: 'case-officer', ...grantedInB }),
  person({ person: 'mats-ekberg', name: 'Mats Ekberg', role: 'second-officer', ...grantedInB }),
  person({
    person: 'jonas-petit',
    name: 'Jonas Petit',
    role: 'case-officer',
    ...grantedInB,
    validUntil: '2025-12-31T00:00:00.000Z',
  }),
  person({
    person: 'ines-okafor',
    name: 'Ines Okafor',
    role: 'judge',
    authority: 'xb-court',
    authorityName: 'Court of Bellmark, Investigations Chamber',
    state: 'XB',
  }),
  person({
    person: 'tomas-rey',
    name: 'Tomas Rey',
    role: 'provider',
    authority: 'xb-provider',
    authorityName: 'Mail Example',
    state: 'XB',
  }),
  person({
    person: 'samir-dahl',
    name: 'Samir Dahl',
    role: 'person-concerned',
    authority: 'xb-public',
    authorityName: 'Resident of Bellmark',
    state: 'XB',
  }),
  ...watching('xa', 'Arvenia', ['Rosa Danjuma', 'Emil Farouk', 'Lucia Obi']),
  ...watching('xb', 'Bellmark', ['Greta Holm', 'Bruno Adeyemi', 'Maja Torres']),
];

/** Whom the registers of the sandbox hold from the beginning. The numbers are of the range that is kept for invented ones. */
export const sandboxAuthorities: readonly Omit<AuthorityEntry, 'vkey'>[] = [
  {
    id: '5f0c2d1e-7a41-4c0e-9b57-0d6a4c1be001',
    keptBy: 'xb-central-authority',
    authority: 'xa-central-authority',
    name: centralAuthorityA.authorityName,
    state: 'XA',
    competences: ['requests', 'emergencies'],
    callBack: { channel: 'telephone', address: '+1 202 555 0143' },
    validFrom: sandboxSince,
    validUntil: longValid,
  },
  {
    id: '5f0c2d1e-7a41-4c0e-9b57-0d6a4c1be002',
    keptBy: 'xa-central-authority',
    authority: 'xb-central-authority',
    name: centralAuthorityB.authorityName,
    state: 'XB',
    competences: ['requests', 'emergencies'],
    callBack: { channel: 'telephone', address: '+1 202 555 0178' },
    validFrom: sandboxSince,
    validUntil: longValid,
  },
];
