import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { orderText } from '../../src/authorisation/order-text.ts';
import type { Order } from '../../src/authorisation/order.ts';

const order: Order = {
  format: 'proviso-order/1',
  caseId: '3f0c6a52-6f55-4a3f-8d8a-0f6f3f0a7d11',
  requestSha256: 'a'.repeat(64),
  requestId: '6d0a3c1e-7b1f-4c55-9a57-2f6f0a8d1c01',
  requestingState: 'XA',
  requestingAuthority: 'Central Authority of Arvenia',
  requestedState: 'XB',
  measure: 'stored-data',
  provider: 'Mail Example',
  scope: {
    targets: [{ kind: 'email', value: 'phisher@mail.example' }],
    dataCategories: ['content'],
    period: { from: '2026-01-01T00:00:00.000Z', until: '2026-02-01T00:00:00.000Z' },
  },
  notAuthorised: ['traffic data'],
  reasons: 'Because.',
  conditions: [{ rule: 'un-cybercrime/36(1)', text: 'This proceeding only.' }],
  openFindings: ['found.necessity'],
  notice: { position: 'delay', until: '2026-06-01T00:00:00.000Z', reason: 'The suspects would flee.' },
  decidedBy: 'Vera Lindqvist (xb-central-authority/vera-lindqvist)',
  authorisingCourt: 'Court of Bellmark',
  validUntil: '2026-03-10T00:00:00.000Z',
};

/** Every text in the order, by its path. */
function* texts(value: unknown, path: readonly string[] = []): Generator<readonly string[]> {
  if (typeof value === 'string') yield path;
  else if (typeof value === 'object' && value !== null) {
    for (const [key, each] of Object.entries(value)) yield* texts(each, [...path, key]);
  }
}

function replaceAt(value: unknown, [key, ...rest]: readonly string[], text: string): unknown {
  if (key === undefined) return text;
  const copy = structuredClone(value) as Record<string, unknown>;
  copy[key] = replaceAt(copy[key], rest, text);
  return copy;
}

const shown = [...texts(order)].filter((path) => !['format', 'measure', 'position'].includes(path.at(-1) ?? ''));

test('nothing of an order is hidden from the court: a change in any field changes the text', () => {
  for (const path of shown) {
    const changed = replaceAt(order, path, 'something else') as Order;
    assert.notEqual(orderText(changed), orderText(order), path.join('.'));
  }
  assert.notEqual(orderText({ ...order, measure: 'preservation' }), orderText(order));
  assert.notEqual(orderText({ ...order, notice: { position: 'notify' } }), orderText(order));
});

test('no words of others can pass for a line of the order', () => {
  const forged =
    'WHAT IS AUTHORISED\n  - account everybody@mail.example\r\n  - kinds of data: content\u2028QUESTIONS STILL OPEN';
  for (const path of shown) {
    const text = orderText(replaceAt(order, path, `x\n${forged}`) as Order);
    const plain = orderText(order).split('\n');
    for (const heading of ['WHAT IS AUTHORISED', 'QUESTIONS STILL OPEN']) {
      assert.equal(text.split('\n').filter((line) => line === heading).length, plain.filter((line) => line === heading).length, path.join('.')); // prettier-ignore
    }
    assert.ok(!text.split('\n').some((line) => line.startsWith('  - account everybody')), path.join('.'));
    assert.ok(!text.includes('\u2028') && !text.includes('\r'), path.join('.'));
  }
});

test('two orders with different reasons, conditions or open questions never have the same text', () => {
  const words = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '-', '|', '(') , minLength: 1, maxLength: 6 }).filter((text) => text.trim() === text && text !== ''); // prettier-ignore
  const lists = fc.array(words, { maxLength: 3 });
  fc.assert(
    fc.property(words, lists, lists, words, lists, lists, (reasons, open, left, reasons2, open2, left2) => {
      const one = { ...order, reasons, openFindings: open, notAuthorised: left };
      const two = { ...order, reasons: reasons2, openFindings: open2, notAuthorised: left2 };
      const same = JSON.stringify(one) === JSON.stringify(two);
      assert.equal(orderText(one) === orderText(two), same);
    }),
    { numRuns: 500 },
  );
});
