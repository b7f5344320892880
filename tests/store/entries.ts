import { randomBytes, randomUUID } from 'node:crypto';
import type { Mandate } from '../../src/authorisation/mandate.ts';
import type { EvidenceRequest } from '../../src/request/request.ts';
import type { Entry } from '../../src/store/writer.ts';

/** Acts as the store sees them, without the acts. */

const at = '2026-03-01T09:00:00.000Z';

export const leaf = (text: string = randomUUID()): Entry['leaf'] => ({
  authority: 'xb-central-authority',
  encode: (previous) => new TextEncoder().encode(JSON.stringify({ text, previous: previous ?? null })),
  opening: { seed: text },
});

export const mandate: Mandate = {
  id: 'xb-central-authority/test', person: 'test', name: 'Test', role: 'case-officer', authority: 'xb-central-authority',
  authorityName: 'Central Authority', state: 'XB', vkey: 'unused', validFrom: '2020-01-01T00:00:00.000Z', validUntil: '2030-01-01T00:00:00.000Z',
}; // prettier-ignore

export const opening = (caseId: string = randomUUID()): Entry => ({
  caseId,
  version: 0,
  state: 'received',
  body: {
    kind: 'request-received', form: 'proviso-request/1', requestSha256: '00', authority: 'xb-central-authority', requestingAuthority: 'xa-central-authority',
    request: { format: 'proviso-request/1', id: caseId, requestingState: 'XA', requestedState: 'XB' } satisfies EvidenceRequest,
  }, // prettier-ignore
  by: mandate.id,
  at,
  leaf: leaf(),
  opens: { requestId: caseId, requestingState: 'XA', requestedState: 'XB', authority: 'xb-central-authority', requestingAuthority: 'xa-central-authority' },
  secrets: { link: randomBytes(32) },
  act: { id: randomUUID(), inputSha256: 'a', value: null },
}); // prettier-ignore

export const finding = (caseId: string, version: number): Entry => ({
  caseId,
  version,
  state: 'received',
  body: { kind: 'findings-recorded', findings: [] },
  by: mandate.id,
  at,
  leaf: leaf(),
  act: { id: randomUUID(), inputSha256: 'b', value: null },
});
