import { limits } from '../limits.ts';
import { clock } from '../request/clock-events.ts';
import { stateAfter } from '../request/case.ts';
import { timersOf } from '../request/timer.ts';
import { timerUuid, type ClaimedTimer, type Clocks, type Firing } from '../store/clocks.ts';
import type { Writer } from '../store/writer.ts';
import { leafInCase } from './custodian-copies.ts';
import type { Random } from './leaf-for.ts';
import { fingerprint } from './perform.ts';

type Tools = Readonly<{
  store: Pick<Writer, 'append' | 'caseById' | 'caseSecret' | 'mandates'>;
  clocks: Clocks;
  now: () => string;
  random: Random;
}>;

/**
 * One tick of the clock: duties and timers are brought up to the events, and what is due is fired, each thing once: a
 * reminder into the outbox, a passed date as an event with its leaf. What fired is decided by the events of the case, never
 * by the clock alone: one that goes back fires nothing again.
 * @returns what fired, and the jump of a clock that went back
 */
export async function tick(_input: object, tools: Tools): Promise<{ fired: number; jump?: string }> {
  const at = tools.now();
  const jump = await tools.clocks.see(at);
  await tools.clocks.refresh(limits.timedAtOnce);
  const fired = await tools.clocks.fire(at, limits.timedAtOnce, (timer) => fire(timer, at, tools));
  return { fired, ...(jump && { jump: `the clock went back from ${jump.seenAt} to ${jump.wentBackTo}` }) };
}

async function fire({ caseId, id }: ClaimedTimer, at: string, { store, random }: Tools): Promise<Firing> {
  const subject = await store.caseById(caseId);
  const timer = subject && timersOf(subject).find((each) => each.id === id);
  // Met, ended or put off since the table was written.
  if (subject === undefined || timer === undefined || timer.at > at) return { kind: 'void' };
  if (timer.kind === 'reminder') {
    const { owner, kind, due } = timer.duty;
    const recipient = owner.authority ?? `court of ${subject.parties.requestedState}`;
    return { kind: 'send', recipient, body: { notice: 'duty-reminder', caseId, duty: kind, due } };
  }
  const { body } = timer;
  const { authority, requestingAuthority, provider } = subject.parties;
  const owner = body.kind === 'duty-overdue' ? timer.owner?.authority : undefined;
  const told = new Set([authority, ...(body.kind !== 'duty-overdue' ? [requestingAuthority, provider] : [owner])].filter((each) => typeof each === 'string')); // prettier-ignore
  const caseKey = await store.caseSecret(caseId, 'link');
  const { request } = subject.latest.body;
  const by = { authority, role: 'case-officer' } as const;
  const { leaf, copies } = await leafInCase(subject, { body, request, by, at, caseKey, random, mandates: await store.mandates() }); // prettier-ignore
  const appended = await store.append({
    caseId,
    version: subject.version,
    state: stateAfter(subject, body),
    body,
    by: clock,
    at,
    leaf,
    act: { id: timerUuid(caseId, id), inputSha256: fingerprint({ timer: id, caseId }), value: null },
    outbox: [...[...told].map((recipient) => ({ recipient, body: { notice: body.kind, caseId } })), ...copies],
  });
  // Somebody acted meanwhile, or nothing can be recorded now: the next tick asks the events again.
  return { kind: appended.kind === 'appended' ? 'done' : 'later' };
}
