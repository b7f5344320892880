import type { Role } from '../authorisation/mandate.ts';

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
}>;

/** Sandbox mandates begin before the sandbox's first request and end long after it. */
export const sandboxSince = '2025-01-01T00:00:00.000Z';
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

export const sandboxPeople: readonly SandboxPerson[] = [
  person({ person: 'amara-nwosu', name: 'Amara Nwosu', role: 'requesting-officer', ...centralAuthorityA }),
  person({ person: 'vera-lindqvist', name: 'Vera Lindqvist', role: 'case-officer', ...centralAuthorityB }),
  person({
    person: 'jonas-petit',
    name: 'Jonas Petit',
    role: 'case-officer',
    ...centralAuthorityB,
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
];
