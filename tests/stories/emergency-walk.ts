import type { Answer } from '../../src/acts/answer.ts';
import type { RecordCallBack } from '../../src/acts/record-call-back.ts';
import { verificationText, verifyPackage } from '../../src/verify/index.ts';
import { answers, done, mailbox, people, site, type Sandbox } from './sandbox.ts';

/** The number that stands in the register of the sandbox, and one that stands in the request alone. */
export const registered = '+1 202 555 0143';
export const fromTheRequest = '+44 20 7946 0000';

const danger = {
  fact: 'found.emergency.dangerToLifeOrSafety',
  value: true,
  reasons: 'The last message threatens to kill her.',
};

export type EmergencyWalk = Readonly<{
  /** A granted request for data in an emergency, for these kinds of data. */
  emergencyCase: (dataCategories?: readonly string[]) => Promise<string>;
  prepared: (caseId?: string) => Promise<string>;
  callBack: (caseId: string, change?: Partial<RecordCallBack>) => Promise<Answer>;
  calledBack: (caseId?: string) => Promise<string>;
  ordered: (caseId?: string) => Promise<string>;
  collected: () => Promise<string>;
  /** Collects once more and verifies what came, as a stranger would. */
  verifyCollected: (caseId: string) => Promise<string>;
}>;

/** Sends and grants a request for data in an emergency. */
function sending({ acts, see, on, receive }: Sandbox): EmergencyWalk['emergencyCase'] {
  return async (dataCategories = ['content', 'traffic']) => {
    const caseId = await receive((request) => {
      request['measure'] = 'emergency-disclosure';
      request['dataCategories'] = dataCategories;
      request['emergency'] = {
        danger: `The life of a child of nine. Call us at once on ${fromTheRequest}.`,
        linkToData: 'The messages show where she is held.',
      };
      request['notice'] = {
        position: 'delay',
        until: '2026-04-01T00:00:00Z',
        reason: 'Her captor must not learn of it.',
      };
    });
    // Where a test has made other second officers, the case may have fallen on one of them.
    const line = await acts().seeLine({ mandate: people.secondOfficer, caseId });
    const officers = [people.officer, people.secondOfficer];
    if (line.kind === 'line' && line.basis !== 'assignment')
      done(await acts().assign({ ...(await on(people.officer, caseId)), officers, reasons: 'Night shift.' }));
    const { assessment } = await see(people.officer, caseId);
    const open = new Set<string>(assessment.questions.map(({ fact }) => fact));
    const findings = [...answers(), danger].filter(({ fact }) => open.has(fact));
    done(await acts().recordFindings({ ...(await on(people.officer, caseId)), findings }));
    const reasons = 'A life is in danger, and the data avert it.';
    done(await acts().decide({ ...(await on(people.officer, caseId)), outcome: 'grant', reasons, grounds: [] }));
    return caseId;
  };
}

/** Walks an emergency of the sandbox up to each point. */
export function emergencyWalk(box: Sandbox): EmergencyWalk {
  const { acts, on, serve } = box;
  const emergencyCase = sending(box);
  const prepared: EmergencyWalk['prepared'] = async (opened) => {
    const caseId = opened ?? (await emergencyCase());
    const answer = await acts().prepareEmergency({
      ...(await on(people.officer, caseId)),
      danger: 'A child of nine is held; the last message threatens to kill her.',
      needs: ['where'],
      dataCategories: ['content', 'traffic'],
      beyond: 'Her captor writes from where he holds her, and says so.',
      noJudge: 'The judge on duty did not answer between 2 and 3 in the morning.',
    });
    done(answer);
    return caseId;
  };
  const callBack: EmergencyWalk['callBack'] = async (caseId, change = {}) =>
    acts().recordCallBack({
      ...(await on(people.secondOfficer, caseId)),
      outcome: 'confirmed',
      address: registered,
      spokeWith: 'Amara Nwosu',
      notes: 'It is their request; the child is still missing.',
      ...change,
    });
  const calledBack: EmergencyWalk['calledBack'] = async (opened) => {
    const caseId = await prepared(opened);
    done(await callBack(caseId));
    return caseId;
  };
  const ordered: EmergencyWalk['ordered'] = async (opened) => {
    const caseId = await calledBack(opened);
    const proposed = await acts().proposeEmergencyOrder({ mandate: people.prosecutor, caseId });
    if (proposed.kind === 'refused') throw new Error(proposed.code);
    done(await acts().orderEmergency({ ...(await on(people.prosecutor, caseId)), shownSha256: proposed.sha256 }));
    return caseId;
  };
  const collected: EmergencyWalk['collected'] = async () => {
    const caseId = await ordered();
    await serve(caseId);
    done(await acts().produce({ ...(await on(people.provider, caseId)), exhibits: [mailbox, site] }));
    done(await acts().release(await on(people.officer, caseId)));
    done(await acts().collect(await on(people.sender, caseId)));
    return caseId;
  };
  const verifyCollected: EmergencyWalk['verifyCollected'] = async (caseId) => {
    const { value: files } = done(await acts().collect(await on(people.sender, caseId)));
    return verificationText(
      await verifyPackage(
        (name) => Promise.resolve(files.get(name)),
        () => Promise.resolve([...files.keys()]),
      ),
    );
  };
  return { emergencyCase, prepared, callBack, calledBack, ordered, collected, verifyCollected };
}
