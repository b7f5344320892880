import type { Role } from '../authorisation/mandate.ts';
import { paths } from './paths.ts';

/** Where each person's work begins. */
export function homeOf(role: Role): string {
  if (role === 'person-concerned') return paths.notices;
  if (role === 'data-protection-officer') return paths.readings;
  if (role === 'registrar') return paths.register;
  return paths.cases;
}
