import { narrow } from '../authorisation/narrow.ts';
import { beyondNeed, type EmergencyNeed } from '../request/emergency.ts';
import type { DataCategory } from '../request/request.ts';
import { callBackEntry } from '../standing/authority.ts';
import type { Writer } from '../store/writer.ts';
import type { ActOnCase } from './act-input.ts';
import { refused, type Answer } from './answer.ts';
import type { Random } from './leaf-for.ts';
import { perform } from './perform.ts';

export type PrepareEmergency = ActOnCase &
  Readonly<{
    /** The danger to life or safety, as the officer sees it. */
    danger: string;
    needs: readonly EmergencyNeed[];
    dataCategories: readonly DataCategory[];
    /** Needed as soon as one category reaches further than the needs. */
    beyond: string;
    noJudge: string;
  }>;

/**
 * A case officer asks for disclosure at once (art. 41): only of a request that was granted, only where a person found a
 * danger to life or safety, only from an authority whose key and call-back channel stood in the register before the
 * request came. The narrowest data first: what reaches further than the danger needs, needs reasons.
 */
export async function prepareEmergency(
  input: PrepareEmergency,
  tools: { store: Writer; now: () => string; random: Random },
): Promise<Answer> {
  const { danger, needs, dataCategories, beyond, noJudge } = input;
  const matter = { danger, needs, dataCategories, beyond, noJudge };
  return perform('prepare-emergency', input, matter, tools, async ({ subject, at }) => {
    const found = subject.findings.get('found.emergency.dangerToLifeOrSafety');
    if (found?.finding.value !== true || found.beforeChange)
      return refused('needs-facts', ['found.emergency.dangerToLifeOrSafety']);
    const { authority, requestingAuthority } = subject.parties;
    const known = await tools.store.authorities(authority);
    const entry = callBackEntry(known, requestingAuthority, { receivedAt: subject.received.at, at });
    if (typeof entry === 'string') return refused('no-call-back', [entry]);
    const granted = subject.decided?.body.scope;
    const scope = granted && narrow(granted, { dataCategories });
    if (scope === undefined || needs.length === 0) return refused('too-wide');
    const further = beyondNeed(scope.dataCategories, needs);
    if (further.length > 0 && beyond === '') return refused('beyond-need', further);
    const { id, callBack } = entry;
    return {
      state: subject.state,
      body: {
        kind: 'emergency-prepared',
        needs,
        danger,
        scope,
        beyond: further.length > 0 ? beyond : '',
        noJudge,
        entry: id,
        callBack,
      },
      outbox: [{ recipient: authority, body: { notice: 'emergency-prepared', caseId: subject.id } }],
      value: { categories: scope.dataCategories },
    };
  });
}
