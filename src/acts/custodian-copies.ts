import { canonicalBytes } from '../canonical.ts';
import { holds } from '../authorisation/mandate.ts';
import { encrypt } from '../evidence/age/encrypt.ts';
import type { CaseParties } from '../standing/reach.ts';
import type { RegisteredMandate } from '../store/rows.ts';
import type { Case } from '../request/case.ts';
import { sealedUntil } from '../request/secrecy.ts';
import type { LeafDraft } from '../store/append-leaves.ts';
import { leafFor, type Random } from './leaf-for.ts';

/** An outbox row's body: what opens a sealed leaf, sealed to the key of one who keeps it (age, in base64). */
export type CustodianCopy = Readonly<{ notice: 'custodian-copy'; caseId: string; copy: string }>;

/**
 * What opens a sealed leaf, for each who must be able to open it against the will of the others: the authority that asked,
 * the one that was asked, and the overseers of its State. Each has a copy that no other key opens.
 * @returns rows for the outbox, one for each authority that has a key in the register
 */
export async function custodianCopies(
  leaf: LeafDraft,
  of: { caseId: string; parties: CaseParties; at: string; mandates: readonly RegisteredMandate[]; random: Random },
): Promise<{ recipient: string; body: CustodianCopy }[]> {
  const { parties, mandates, caseId, at, random } = of;
  const keepers = mandates.filter(
    ({ authority, role, state, recipient, ...mandate }) =>
      recipient !== undefined &&
      holds({ authority, role, state, ...mandate }, at) &&
      (authority === parties.authority ||
        authority === parties.requestingAuthority ||
        (role === 'overseer' && state === parties.requestedState)),
  );
  const keys = new Map(keepers.map(({ authority, recipient }) => [authority, recipient ?? '']));
  return Promise.all(
    [...keys].map(async ([recipient, key]) => {
      const copy = Buffer.concat(await Array.fromAsync(encrypt([canonicalBytes(leaf.opening)], [key], random)));
      return { recipient, body: { notice: 'custodian-copy', caseId, copy: copy.toString('base64') } as const };
    }),
  );
}

/** The leaf of what happens in a case: open, or under seal with a copy of what opens it for each who keeps one. */
export async function leafInCase(
  subject: Case,
  of: Omit<Parameters<typeof leafFor>[0], 'caseId' | 'openBy'> & { mandates: readonly RegisteredMandate[] },
): Promise<{ leaf: LeafDraft; copies: { recipient: string; body: CustodianCopy }[] }> {
  const { mandates, ...parts } = of;
  const openBy = sealedUntil(subject.secrecy, of.body, of.at.slice(0, 7));
  const leaf = leafFor({ ...parts, caseId: subject.id, openBy });
  const { id: caseId, parties } = subject;
  const copies = openBy === undefined ? [] : await custodianCopies(leaf, { caseId, parties, at: of.at, mandates, random: of.random }); // prettier-ignore
  return { leaf, copies };
}
