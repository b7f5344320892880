import { checkAuthorisation, signedAt, type AuthorisationStep } from '../authorisation/authorised.ts';
import { basisOf } from '../authorisation/access.ts';
import { holds } from '../authorisation/mandate.ts';
import type { Order } from '../authorisation/order.ts';
import { reaches } from '../standing/reach.ts';
import type { Log } from '../store/log.ts';
import type { Reader } from '../store/reader.ts';
import type { RegisteredMandate } from '../store/rows.ts';
import { LogError } from '../transparency/log-error.ts';
import { verifyWitnessedProof } from '../transparency/proof.ts';
import { readLeaf } from '../transparency/sealed-leaf.ts';
import { refused, type Refused } from './answer.ts';
import { storedOrder } from './stored-order.ts';

/** The steps of an authorisation’s check, and its place in the log. */
export type OrderCheck = AuthorisationStep | 'log';

/** An order and every check of it, for whoever has to obey it. */
export type CheckedOrder = Readonly<{
  kind: 'checked';
  order: Order;
  text: string;
  sha256: string;
  judge: RegisteredMandate;
  signedAt: string;
  leafIndex: number;
  checks: readonly Readonly<{ name: OrderCheck; holds: boolean; says: string }>[];
}>;

/** Whether the signed order is genuine, step by step (mission E5): its text, signature, judge, validity and log proof. */
export async function checkOrder(
  input: { mandate: string; caseId: string },
  tools: { store: Reader; now: () => string; log: Log },
): Promise<CheckedOrder | Refused> {
  const at = tools.now();
  const mandate = await tools.store.mandate(input.mandate);
  if (mandate === undefined || !holds(mandate, at)) return refused('no-mandate');
  const subject = await tools.store.caseById(input.caseId);
  if (subject === undefined || !reaches(mandate, subject.parties)) return refused('unknown-case');
  if (basisOf(mandate, subject, await tools.store.mandates(), at) === undefined) return refused('not-assigned');
  const stored = await storedOrder(subject, at, tools.store);
  // An order of a request that was taken back is executed by nobody, however genuine it is.
  if (stored === undefined || subject.state === 'withdrawn') return refused('not-open');
  const { order, text, sha256, judge, leafIndex } = stored;
  const logged = await isLogged(leafIndex, sha256, tools.log);
  const checks = [
    ...checkAuthorisation(stored),
    {
      name: 'log',
      holds: logged,
      says: logged ? `the log holds it as leaf ${leafIndex}` : 'the log does not hold it',
    } as const,
  ];
  return { kind: 'checked', order, text, sha256, judge, signedAt: signedAt(stored) ?? '', leafIndex, checks };
}

/** Whether the log holds this leaf, seen by a quorum of witnesses, and the leaf commits to this text. */
export async function isLogged(leafIndex: number, orderTextSha256: string, log: Log): Promise<boolean> {
  try {
    const [proven] = await log.prove([leafIndex]);
    if (proven === undefined) return false;
    const { bytes, opening } = proven.leaf;
    const { index } = verifyWitnessedProof(proven.proof, bytes, log.policy);
    return index === leafIndex && readLeaf(bytes, opening).fields['orderText'] === orderTextSha256;
  } catch (error) {
    if (error instanceof LogError) return false;
    throw error;
  }
}
