import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { CaseEvent, EventBody } from '../../src/request/event.ts';
import { dutiesOf, dutyState, isPending, type Duty } from '../../src/request/duty.ts';
import { dutyKinds, dutyTable, inDays } from '../../src/request/duty-table.ts';
import type { EvidenceRequest } from '../../src/request/request.ts';

const parties = { authority: 'xb-central-authority', requestingAuthority: 'xa-central-authority', requestedState: 'XB', requestingState: 'XA', provider: 'xb-provider' }; // prettier-ignore
const begin = '2026-03-02T09:00:00.000Z';
const request = (more: Partial<EvidenceRequest> = {}): EvidenceRequest => ({ format: 'proviso-request/1', id: '6f1c1a52-3f9a-4e0b-9a0c-0c7f1e2d3a4b', requestingState: 'XA', requestedState: 'XB', measure: 'stored-data', ...more }); // prettier-ignore
const received = (more: Partial<EvidenceRequest> = {}): EventBody => ({ kind: 'request-received', form: 'proviso-request/1', requestSha256: '0'.repeat(64), request: request(more), authority: parties.authority, requestingAuthority: parties.requestingAuthority }); // prettier-ignore
const supplied: EventBody = { kind: 'information-supplied', form: 'proviso-request/1', requestSha256: '1'.repeat(64), request: request() }; // prettier-ignore
const decided = (outcome: 'grant' | 'refuse'): EventBody => ({ kind: 'decided', requestSha256: '0'.repeat(64), outcome, reasons: 'So.', grounds: [], policy: 'recommended', assessmentSha256: '2'.repeat(64), conditions: [] }); // prettier-ignore
const asked: EventBody = { kind: 'information-asked', facts: ['stated.period.from'], message: 'Which?' };
const consulted: EventBody = { kind: 'consulted', grounds: ['40(21)(b)'], message: 'So?', answerBy: inDays(begin, 14) };
const withdrawn: EventBody = { kind: 'withdrawn', reasons: 'Found.' };

/** A history, a day between two events. */
const history = (...bodies: EventBody[]): CaseEvent[] => bodies.map((body, index) => ({ number: index + 1, at: inDays(begin, index), by: 'x/y', leafIndex: index, body })); // prettier-ignore
const duties = (...bodies: EventBody[]): readonly Duty[] => dutiesOf({ parties, events: history(...bodies) });
const pending = (all: readonly Duty[]): string[] => all.filter(isPending).map(({ kind }) => kind);

const anyBody = fc.constantFrom<EventBody>(
  supplied, asked, consulted, withdrawn, decided('grant'), decided('refuse'),
  { kind: 'consultation-answered', message: 'No.' },
  { kind: 'duty-extended', duty: 'decide#1', until: inDays(begin, 50), reasons: 'So.' },
  { kind: 'authorisation-refused', reasons: 'So.' },
  { kind: 'collected' },
); // prettier-ignore

test('a duty once met or ended stays so, whatever follows, and one of a kind is pending at a time', () => {
  fc.assert(
    fc.property(fc.array(anyBody, { maxLength: 12 }), anyBody, (bodies, more) => {
      const before = duties(received(), ...bodies);
      const after = duties(received(), ...bodies, more);
      for (const duty of before.filter((each) => !isPending(each)))
        assert.deepEqual(after.find(({ id }) => id === duty.id), duty); // prettier-ignore
      assert.equal(new Set(after.map(({ id }) => id)).size, after.length);
      for (const kind of dutyKinds)
        assert.ok(after.filter((each) => each.kind === kind && isPending(each)).length <= 1);
      for (const { met, ended } of after) assert.ok(met === undefined || ended === undefined);
    }),
  );
});

test('while the asking State owes something, the officer owes no decision, and owes one again when it came', () => {
  assert.deepEqual(pending(duties(received())), ['acknowledge', 'decide']);
  assert.deepEqual(pending(duties(received(), asked)), ['supply-information']);
  assert.deepEqual(pending(duties(received(), asked, supplied)), ['decide']);
  assert.deepEqual(pending(duties(received(), consulted)), ['answer-consultation']);
  assert.deepEqual(pending(duties(received(), asked, decided('refuse'))), []);
  assert.deepEqual(pending(duties(received(), decided('grant'))), ['authorise']);
});

test('a withdrawn request owes nothing to anybody', () => {
  fc.assert(
    fc.property(fc.array(anyBody, { maxLength: 8 }), (bodies) => {
      const left = pending(duties(received(), ...bodies, withdrawn));
      assert.deepEqual(left, []);
    }),
  );
});

test('haste is the treaty’s, the number of days is ours, and an earlier date with reasons is the asking State’s', () => {
  const due = (more: Partial<EvidenceRequest>): [string | undefined, string | undefined] => {
    const first = duties(received(more)).find(({ kind }) => kind === 'decide');
    return [first?.due, first?.source.date];
  };
  assert.deepEqual(due({}), [inDays(begin, 30), 'ours']);
  assert.deepEqual(due({ measure: 'preservation' }), [inDays(begin, 1), 'ours']);
  assert.deepEqual(due({ measure: 'traffic-disclosure' }), [inDays(begin, 3), 'ours']);
  assert.deepEqual(due({ urgency: { dataAtRisk: true } }), [inDays(begin, 3), 'ours']);
  const by = inDays(begin, 10);
  assert.deepEqual(due({ urgency: { by, reason: 'The trial begins.' } }), [by, 'request']);
  assert.deepEqual(due({ urgency: { by } }), [inDays(begin, 30), 'ours'], 'no reasons, no date');
  assert.deepEqual(due({ urgency: { by: inDays(begin, -1), reason: 'Past.' } }), [inDays(begin, 30), 'ours']);
});

test('a duty is overdue from its date on, an extension moves that date, and a met one is never overdue', () => {
  const decide = (all: readonly Duty[]): Duty | undefined => all.find(({ kind }) => kind === 'decide');
  const duty = decide(duties(received()));
  assert.ok(duty);
  const just = new Date(Date.parse(duty.due) - 1).toISOString();
  assert.deepEqual([dutyState(duty, just), dutyState(duty, duty.due)], ['open', 'overdue']);
  const until = inDays(duty.due, 10);
  const later = decide(duties(received(), { kind: 'duty-extended', duty: duty.id, until, reasons: 'Experts.' }));
  assert.ok(later);
  assert.deepEqual([dutyState(later, duty.due), dutyState(later, until)], ['extended', 'overdue']);
  assert.equal(later.extensions[0]?.reasons, 'Experts.');
  const met = decide(duties(received(), decided('refuse')));
  assert.ok(met);
  assert.equal(dutyState(met, inDays(begin, 900)), 'met');
});

test('a reminder comes before the date, and not before the duty', () => {
  for (const duty of duties(received({ measure: 'preservation' }), asked, supplied, decided('grant'))) {
    assert.ok(duty.remindAt < duty.due, duty.id);
    assert.ok(duty.remindAt >= duty.opened.at, duty.id);
  }
});

test('each kind of duty has an owner, a provision and an end', () => {
  for (const kind of dutyKinds) {
    const { source, metBy } = dutyTable[kind];
    assert.match(source.cites, /^\d+(?:\(\w+\))*$/);
    // Data that are kept for somebody are kept until an end, which nobody meets.
    assert.ok(metBy.length > 0 || kind === 'keep-preserved');
  }
});
