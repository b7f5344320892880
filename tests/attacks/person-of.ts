import type { Role } from '../../src/authorisation/mandate.ts';
import { people } from '../stories/sandbox.ts';

/** A person of the sandbox for each role. */
export const personOf = {
  'requesting-officer': people.sender,
  'case-officer': people.officer,
  'second-officer': people.secondOfficer,
  prosecutor: people.prosecutor,
  judge: people.judge,
  provider: people.provider,
  'person-concerned': people.person,
  overseer: people.overseer,
  'data-protection-officer': people.dataProtection,
  registrar: people.registrar,
} as const satisfies Record<Role, string>;
export const roles = Object.keys(personOf) as Role[];
/** Who reads no cases at all. */
export const readNothing = new Set<Role>(['person-concerned', 'data-protection-officer', 'registrar']);
