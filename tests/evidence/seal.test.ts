import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import type { Authorised } from '../../src/authorisation/authorised.ts';
import { generateIdentity, recipientOf } from '../../src/evidence/age/identity.ts';
import { minimise, type Minimised } from '../../src/evidence/minimise.ts';
import { seal } from '../../src/evidence/seal.ts';
import { mailbox } from './example-case.ts';
import { proveOrder } from './walk.ts';
import { take } from './whole.ts';

const recipient = recipientOf(generateIdentity());
const minimised = await minimise([await take('mailbox.mbox', mailbox())], proveOrder().order.scope, new Uint8Array(32));
const at = '2026-02-14T10:00:00.000Z';

/** The number of bytes that were written before the seal was refused. */
async function sealed(
  proof: Authorised,
  content: Minimised = minimised,
  when = at,
  to: readonly string[] = [recipient],
): Promise<number> {
  let bytes = 0;
  await seal(proof, content, to, when, randomBytes, async (chunks) => {
    for await (const chunk of chunks) bytes += chunk.length;
  });
  return bytes;
}

test('an order that a court authorised is sealed', async () => assert.ok((await sealed(proveOrder())) > 1000));

test('what merely looks authorised seals nothing', async () => {
  for (const forged of [{ ...proveOrder() }, structuredClone(proveOrder()) as unknown, {}, null]) {
    await assert.rejects(sealed(forged as Authorised), { name: 'SealError', code: 'not-authorised' });
  }
});

test('a proven order cannot be changed afterwards', () => {
  const proof = proveOrder() as { at: string };
  assert.throws(() => (proof.at = '2020-01-01T00:00:00.000Z'), TypeError);
});

test('no item outside the order is sealed, whoever says that it is inside', async () => {
  const [first] = minimised.items;
  assert.ok(first);
  const outside = [
    { ...first, at: '2025-12-31T23:59:59.999Z' },
    { ...first, at: '2026-02-01T00:00:00.000Z' },
    { ...first, category: 'subscriber' as const },
    { ...first, account: { kind: 'email' as const, value: 'somebody@else.example' } },
  ];
  for (const item of outside) {
    await assert.rejects(sealed(proveOrder(), { ...minimised, items: [...minimised.items, item] }), { code: 'outside-order' }); // prettier-ignore
  }
});

test('nothing is sealed before the court signed, after the order ended, or to a key that is none', async () => {
  await assert.rejects(sealed(proveOrder(), minimised, '2026-02-12T09:59:59.999Z'), { code: 'expired' });
  await assert.rejects(sealed(proveOrder(), minimised, '2026-03-10T00:00:00.000Z'), { code: 'expired' });
  await assert.rejects(sealed(proveOrder(), minimised, at, [recipient.toUpperCase()]), { code: 'bad-key' });
  await assert.rejects(sealed(proveOrder(), { ...minimised, items: [] }), { code: 'nothing-to-release' });
});
