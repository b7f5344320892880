import { basisOf, worksOn } from '../authorisation/access.ts';
import { holds } from '../authorisation/mandate.ts';
import { reaches } from '../standing/reach.ts';
import type { Reader } from '../store/reader.ts';
import { refused, type Refused } from './answer.ts';
import type { CustodianCopy } from './custodian-copies.ts';

/** What opens the sealed leaves of a case, sealed to the key of this person's authority: one age file for each leaf. */
export type SealedCopies = Readonly<{ kind: 'copies'; files: readonly Uint8Array[] }>;

/** An authority fetches its copies of what opens the sealed leaves of a case. Only its own key opens them. */
export async function sealedCopies(
  input: { mandate: string; caseId: string },
  tools: { store: Reader; now: () => string },
): Promise<SealedCopies | Refused> {
  const at = tools.now();
  const mandate = await tools.store.mandate(input.mandate);
  if (mandate === undefined || !holds(mandate, at)) return refused('no-mandate');
  const subject = await tools.store.caseById(input.caseId);
  if (subject === undefined) return refused('unknown-case');
  // An overseer keeps copies of every case of its State, without looking into one.
  const oversees = mandate.role === 'overseer' && mandate.state === subject.parties.requestedState;
  if (!oversees && !reaches(mandate, subject.parties)) return refused('unknown-case');
  const basis = basisOf(mandate, subject, await tools.store.mandates(), at);
  if (!oversees && !worksOn(basis)) return refused('not-assigned');
  const rows = await tools.store.sentTo(subject.id, mandate.authority, 'custodian-copy');
  return { kind: 'copies', files: rows.map((body) => new Uint8Array(Buffer.from((body as CustodianCopy).copy, 'base64'))) }; // prettier-ignore
}
