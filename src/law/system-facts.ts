import { inForceBetween } from '../../law/in-force.ts';
import type { Fact, Facts } from './facts.ts';

/**
 * What the system itself knows of a case: that it carries no live interception, whether the Convention binds both States on
 * the date, and, where a signature was checked, whether it holds. No signature at all leaves that fact unknown.
 */
export function systemFacts(of: {
  requestingState: string;
  requestedState: string;
  /** `YYYY-MM-DD` or an instant. */
  on: string;
  /** Set only where a signature over the request was checked against the register of authorities. */
  keyVerified?: boolean;
}): Facts {
  const force = inForceBetween(of.requestingState, of.requestedState, of.on);
  const facts: Fact[] = [
    measured('measured.carriesRealTime', false, 'Proviso carries no live interception'),
    measured('measured.inForceBetween', force.value, force.how),
  ];
  if (of.keyVerified !== undefined) {
    facts.push(
      measured('measured.keyVerified', of.keyVerified, 'signature checked against the register of authorities'),
    );
  }
  return facts;
}

const measured = (name: Extract<Fact['name'], `measured.${string}`>, value: boolean, how: string): Fact =>
  Object.freeze({ name, value, source: Object.freeze({ by: 'system', how }) });
