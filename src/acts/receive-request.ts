import { randomUUID } from 'node:crypto';
import { sha256Hex } from '../canonical.ts';
import { onDuty } from '../authorisation/access.ts';
import { holds, type Mandate } from '../authorisation/mandate.ts';
import type { EvidenceRequest } from '../request/request.ts';
import type { RequestReceived } from '../request/event.ts';
import { secrecyAsked } from '../request/secrecy.ts';
import { namesState } from '../standing/reach.ts';
import type { Writer } from '../store/writer.ts';
import { refused, type Answer } from './answer.ts';
import { custodianCopies } from './custodian-copies.ts';
import { leafFor, type Random } from './leaf-for.ts';
import { answeredBefore, fingerprint } from './perform.ts';

export type ReceiveRequest = Readonly<{
  actId: string;
  /** The mandate of the requesting officer who sends it. */
  mandate: string;
  /** The document exactly as it came, and what its door read in it. */
  document: Uint8Array;
  form: RequestReceived['form'];
  request: EvidenceRequest;
}>;

/** A request arrives: it is kept as it came, a case is opened, and the log counts it (art. 40(12)-(14)). */
export async function receiveRequest(
  input: ReceiveRequest,
  tools: { store: Writer; now: () => string; random: Random },
): Promise<Answer<{ caseId: string }>> {
  const { store } = tools;
  const { request, form } = input;
  const requestSha256 = sha256Hex(input.document);
  const inputSha256 = fingerprint({ act: 'receive-request', mandate: input.mandate, requestSha256 });
  const before = await answeredBefore<{ caseId: string }>(store, input.actId, inputSha256);
  if (before !== undefined) return before;

  const at = tools.now();
  const sender = await store.mandate(input.mandate);
  if (sender?.role !== 'requesting-officer' || !holds(sender, at)) return refused('no-mandate');
  if (!namesState(request.requestingState, sender.state)) return refused('not-yours', [request.requestingState]);
  const inOffice = (await store.mandates()).filter(
    (mandate) => holds(mandate, at) && namesState(request.requestedState, mandate.state),
  );
  const addressee = inOffice.find(({ role }) => role === 'case-officer');
  if (addressee === undefined) return refused('not-addressed', [request.requestedState]);
  if ((await store.caseIdOfRequest(request.id)) !== undefined) return refused('known-request', [request.id]);

  const caseId = randomUUID();
  const caseKey = tools.random(32);
  const parties = { authority: addressee.authority, requestingAuthority: sender.authority };
  const assigned = {
    [sender.authority]: [sender.id],
    [addressee.authority]: onDutyFor(
      request,
      caseId,
      inOffice.filter(({ authority }) => authority === addressee.authority),
    ),
  };
  const openBy = secrecyAsked(request, at);
  const body: RequestReceived = { kind: 'request-received', form, requestSha256, request, ...parties, assigned, ...(openBy !== undefined && { openBy }) }; // prettier-ignore
  const { random } = tools;
  const leaf = leafFor({ body, caseId, request, by: addressee, at, caseKey, openBy, random });
  const sealedFor = { caseId, parties: { ...parties, requestedState: addressee.state, requestingState: sender.state, provider: null }, at, mandates: inOffice.concat(sender), random }; // prettier-ignore
  const copies = openBy === undefined ? [] : await custodianCopies(leaf, sealedFor);
  const appended = await store.append({
    caseId,
    version: 0,
    state: 'received',
    body,
    by: sender.id,
    at,
    leaf,
    documents: [input.document],
    opens: {
      requestId: request.id,
      requestingState: request.requestingState,
      requestedState: request.requestedState,
      ...parties,
    },
    assigned: Object.values(assigned).flat(),
    secrets: { link: caseKey },
    outbox: [{ recipient: addressee.authority, body: { notice: 'request-received', caseId } }, ...copies],
    act: { id: input.actId, inputSha256, value: { caseId } },
  });
  if (appended.kind === 'appended') return { kind: 'done', caseId, leafIndex: appended.leafIndex, value: { caseId } };
  if (appended.kind === 'closed') return refused('log-closed', [appended.why]);
  if (appended.kind === 'busy') return refused('log-busy');
  return (
    (await answeredBefore<{ caseId: string }>(store, input.actId, inputSha256)) ??
    refused('known-request', [request.id])
  );
}

/** The officer on whom the case falls; for an emergency a second officer too, who will have to call back (art. 41). */
function onDutyFor(request: EvidenceRequest, caseId: string, officers: readonly Mandate[]): readonly string[] {
  const needed = request.measure === 'emergency-disclosure' ? ['case-officer', 'second-officer'] : ['case-officer'];
  return needed.flatMap(
    (role) =>
      onDuty(
        officers.filter((officer) => officer.role === role),
        caseId,
      )?.id ?? [],
  );
}
