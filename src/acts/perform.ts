import { canonicalJson, sha256Hex } from '../canonical.ts';
import { basisOf, worksOn } from '../authorisation/access.ts';
import { holds } from '../authorisation/mandate.ts';
import { keepsRole } from '../authorisation/separation.ts';
import type { Case } from '../request/case.ts';
import { isAccessAct, rolesFor, wasDone, type AccessAct, type Act, type SecrecyAct } from '../request/open-acts.ts';
import { reaches } from '../standing/reach.ts';
import type { Entry, Writer } from '../store/writer.ts';
import type { RegisteredMandate } from '../store/rows.ts';
import type { ActOnCase } from './act-input.ts';
import { refused, type Answer, type Refused } from './answer.ts';
import { leafInCase } from './custodian-copies.ts';
import type { Random } from './leaf-for.ts';

/** What an act on a case works with: the case and the person's mandate, both checked, at one instant. */
export type Admitted = Readonly<{ subject: Case; mandate: RegisteredMandate; at: string }>;

/** What an act decided: everything that one transaction writes, but for what `perform` knows already. */
export type Outcome<Value> = Pick<Entry, 'state' | 'body'> &
  Partial<Pick<Entry, 'documents' | 'outbox' | 'provider' | 'secrets' | 'assigned' | 'destroysEvidence'>> & {
    value: Value;
  };

/**
 * The frame of every act on a case: answered before? admitted? still as seen? Then the act decides, and what it decided
 * is appended together with its leaf. Nothing is stored unless the act answers `done`.
 * @param matter what the act is about, for recognising the same act sent twice (bytes by their hash)
 */
export async function perform<Value>(
  act: Act | AccessAct | SecrecyAct,
  input: ActOnCase,
  matter: unknown,
  tools: { store: Writer; now: () => string; random: Random },
  decide: (admitted: Admitted) => Refused | Outcome<Value> | Promise<Refused | Outcome<Value>>,
): Promise<Answer<Value>> {
  const inputSha256 = fingerprint({ act, mandate: input.mandate, caseId: input.caseId, matter });
  const before = await answeredBefore<Value>(tools.store, input.actId, inputSha256);
  if (before !== undefined) return before;
  const admitted = await admit(act, input, tools);
  if ('kind' in admitted) {
    // Sent twice at the same moment: the other one may have been answered since we looked.
    const other =
      admitted.code === 'stale' ? await answeredBefore<Value>(tools.store, input.actId, inputSha256) : undefined;
    return other ?? admitted;
  }
  const outcome = await decide(admitted);
  if ('kind' in outcome) return outcome;
  const { value, ...written } = outcome;
  const { subject, mandate, at } = admitted;
  const { request } =
    written.body.kind === 'information-supplied' || written.body.kind === 'corrected'
      ? written.body
      : subject.latest.body;
  const caseKey = await tools.store.caseSecret(subject.id, 'link');
  const mandates = await tools.store.mandates();
  const { leaf, copies } = await leafInCase(subject, { body: written.body, request, by: mandate, at, caseKey, random: tools.random, mandates }); // prettier-ignore
  const appended = await tools.store.append({
    ...written,
    leaf,
    outbox: [...(written.outbox ?? []), ...copies],
    caseId: input.caseId,
    version: input.version,
    by: input.mandate,
    at,
    act: { id: input.actId, inputSha256, value },
  });
  if (appended.kind === 'appended') return { kind: 'done', caseId: input.caseId, leafIndex: appended.leafIndex, value };
  if (appended.kind === 'closed') return refused('log-closed', [appended.why]);
  if (appended.kind === 'busy') return refused('log-busy');
  return (await answeredBefore<Value>(tools.store, input.actId, inputSha256)) ?? refused('stale');
}

export const fingerprint = (matter: unknown): string => sha256Hex(canonicalJson(matter));

/** The earlier answer to the same act; a refusal where the id was used for something else. */
export async function answeredBefore<Value>(
  store: Pick<Writer, 'receipt'>,
  actId: string,
  inputSha256: string,
): Promise<Answer<Value> | undefined> {
  const receipt = await store.receipt(actId);
  if (receipt === undefined) return undefined;
  return receipt.inputSha256 === inputSha256 ? (receipt.answer as Answer<Value>) : refused('conflict');
}

/** Whether this person, under this mandate, now, may do this act on this case as they saw it. */
export async function admit(
  act: Act | AccessAct | SecrecyAct,
  input: Pick<ActOnCase, 'mandate' | 'caseId'> & { version?: number },
  tools: { store: Pick<Writer, 'mandate' | 'mandates' | 'caseById'>; now: () => string },
): Promise<Admitted | Refused> {
  const at = tools.now();
  const mandate = await tools.store.mandate(input.mandate);
  if (mandate === undefined || !holds(mandate, at)) return refused('no-mandate');
  const subject = await tools.store.caseById(input.caseId);
  // A case out of reach answers like one that is not there: its existence is nobody's business.
  if (subject === undefined || !reaches(mandate, subject.parties)) return refused('unknown-case');
  const mandates = await tools.store.mandates();
  const basis = basisOf(mandate, subject, mandates, at);
  // Who watches over a case reads it and acts on nothing.
  if (basis === 'oversight') return refused('no-mandate');
  if (!isAccessAct(act) && !worksOn(basis)) return refused('not-assigned');
  // First: of two officers who decide at once the second is told that the case moved, not that the act is not open.
  if (input.version !== undefined && input.version !== subject.version) return refused('stale');
  const roles = wasDone(subject, act) ? [] : rolesFor(subject.state, act);
  if (roles.length === 0) return refused('not-open');
  if (!roles.includes(mandate.role)) return refused('no-mandate');
  if (!keepsRole(mandate, subject, mandates)) return refused('separation');
  return { subject, mandate, at };
}
