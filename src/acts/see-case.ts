import { basisOf, worksOn, type Basis } from '../authorisation/access.ts';
import { holds } from '../authorisation/mandate.ts';
import { keepsRole } from '../authorisation/separation.ts';
import type { PolicyName } from '../../law/law.ts';
import type { Assessment } from '../law/assessment.ts';
import type { Case } from '../request/case.ts';
import { acts, roleFor, wasDone, type Act } from '../request/open-acts.ts';
import { reaches } from '../standing/reach.ts';
import type { Reading, RegisteredMandate } from '../store/rows.ts';
import type { Writer } from '../store/writer.ts';
import { refused, type Refused } from './answer.ts';
import { assessCase } from './assess-case.ts';
import { partOfAssessment, partOfCase, reads } from './case-part.ts';

/** A case as one person may see it: nothing that is not theirs to read is in it (case-part.ts). */
export type CaseView = Readonly<{
  kind: 'seen';
  case: Case;
  mandate: RegisteredMandate;
  assessment: Assessment;
  /** Why this person may look at it. */
  basis: Basis;
  /** What this person may do now. */
  open: readonly Act[];
  /** Everybody who did something that this person reads of, by mandate. */
  people: ReadonlyMap<string, RegisteredMandate>;
  /** The letter of the decision as it was sent; absent where there is none, or where this person does not read decisions. */
  letter?: string;
  /** The latest looks at the case, this one included. */
  readings: readonly Reading[];
}>;

/** A person looks at a case; the look itself is recorded (mission C4), also when nothing comes of it. */
export async function seeCase(
  input: { mandate: string; caseId: string; page: string },
  tools: { store: Writer; now: () => string; policy: PolicyName },
): Promise<CaseView | Refused> {
  const { store } = tools;
  const at = tools.now();
  const mandate = await store.mandate(input.mandate);
  if (mandate === undefined || !holds(mandate, at)) return refused('no-mandate');
  const subject = await store.caseById(input.caseId);
  if (subject === undefined || !reaches(mandate, subject.parties)) return refused('unknown-case');
  const mandates = await store.mandates();
  const basis = basisOf(mandate, subject, mandates, at);
  if (basis === undefined) return refused('not-assigned');
  await store.recordReading({ caseId: subject.id, mandate: mandate.id, page: input.page, at, basis });
  const readings = reads(mandate.role, 'readings') ? await store.readings(subject.id, 20) : [];
  const part = partOfCase(mandate, subject, mandates);
  const involved = new Set([
    mandate.id,
    ...Object.values(part.assigned).flat(),
    ...part.events.map(({ by }) => by),
    ...readings.map((look) => look.mandate),
  ]);
  const letterSha256 = reads(mandate.role, 'decision') ? part.decided?.body.letterSha256 : undefined;
  const letter = letterSha256 === undefined ? undefined : await store.document(letterSha256);
  return {
    kind: 'seen',
    ...(letter && { letter: new TextDecoder().decode(letter) }),
    case: part,
    mandate,
    assessment: partOfAssessment(mandate.role, assessCase(subject, { ...tools, mandates })),
    basis,
    open:
      worksOn(basis) && keepsRole(mandate, subject, mandates)
        ? acts.filter((act) => !wasDone(subject, act) && roleFor(subject.state, act) === mandate.role)
        : [],
    people: new Map(mandates.filter(({ id }) => involved.has(id)).map((each) => [each.id, each])),
    readings,
  };
}
