import { answers, askPreservation, done, people, type Sandbox } from './sandbox.ts';

/** A fresh case whose data are preserved for 90 days. */
export async function preserving({ acts, receive, see, on }: Sandbox): Promise<string> {
  const caseId = await receive(askPreservation);
  const open = new Set<string>((await see(people.officer, caseId)).assessment.questions.map(({ fact }) => fact));
  const findings = answers().filter(({ fact }) => open.has(fact));
  done(await acts().recordFindings({ ...(await on(people.officer, caseId)), findings }));
  const order = { until: '2026-05-31T09:00:00.000Z', reasons: 'Logs vanish in 30 days.' };
  done(await acts().preserve({ ...(await on(people.officer, caseId)), ...order }));
  return caseId;
}
