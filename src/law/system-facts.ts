import { inForceBetween } from '../../law/in-force.ts';
import { narrowsOf, reservesOf } from '../../law/states/states.ts';
import type { ConductElement } from '../request/request.ts';
import { proposedOffences } from './classify.ts';
import type { Fact, FactRecord, Facts, ValueOf } from './facts.ts';
import type { MeasuredFact } from './vocabulary.ts';

/**
 * What the system itself knows of a case: that it carries no live interception, whether the Convention binds both States on the
 * date, what the profile of the requested State says, which offences the stated conduct adds up to, when the request came, and, where a signature
 * was checked, whether it holds. A signature that is not there leaves its fact unknown.
 */
export function systemFacts(of: {
  requestingState: string;
  requestedState: string;
  /** When the request was received: an instant; a date, `YYYY-MM-DD`, is taken as its beginning. */
  on: string;
  offence?: Readonly<{ conduct?: readonly ConductElement[] | undefined }> | undefined;
  /** Set only where a signature over the request was checked against the register of authorities. */
  keyVerified?: boolean;
}): Facts {
  const { requestedState: asked, on, offence, keyVerified } = of;
  const force = inForceBetween(of.requestingState, asked, on);
  const received = Temporal.Instant.from(on.length === 10 ? `${on}T00:00:00Z` : on);
  const compared = 'elements stated in the request, compared with law/offences.ts';
  return [
    measured('measured.receivedAt', received.toString({ fractionalSecondDigits: 3 }), 'clock'),
    measured('measured.carriesRealTime', false, 'Proviso carries no live interception'),
    measured('measured.inForceBetween', force.value, force.how),
    measured('measured.conduct', offence?.conduct ?? ['not-stated'], 'elements stated in the request'),
    measured('measured.offence.proposed', proposedOffences(offence?.conduct), compared),
    measured('measured.requestedState.reserves', reservesOf(asked), `profile of ${asked} in law/states`),
    measured('measured.requestedState.narrows', narrowsOf(asked), `profile of ${asked} in law/states`),
    ...(keyVerified === undefined
      ? []
      : [measured('measured.keyVerified', keyVerified, 'signature checked against the register of authorities')]),
  ];
}

const measured = <F extends MeasuredFact>(name: F, value: ValueOf<F>, how: string): Fact =>
  Object.freeze({ name, value, source: Object.freeze({ by: 'system', how }) }) as FactRecord<F> as Fact;
