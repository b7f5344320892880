import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { openBatchQueue } from '../../src/store/batch-queue.ts';

type Item = Readonly<{ n: number; key: string }>;

test('everything taken is done once, never two of one key together, and those of one key in their order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', ''), fc.boolean()), { maxLength: 60 }), fc.integer({ min: 1, max: 9 }), async (sent, batch) => {
      const batches: (readonly Item[])[] = [];
      const queue = openBatchQueue<Item, number>({
        batch,
        waiting: 1_000,
        keysOf: ({ key }) => (key === '' ? [] : [key]),
        run: async (items) => {
          batches.push(items);
          await setImmediate();
          return items.map(({ n }) => ({ status: 'fulfilled', value: n }));
        },
      });
      const answers: Promise<number>[] = [];
      for (const [n, [key, pause]] of sent.entries()) {
        answers.push(queue.add({ n, key }) ?? assert.fail('refused'));
        if (pause) await setImmediate();
      }
      assert.deepEqual(await Promise.all(answers), sent.map((_, n) => n));
      await queue.idle();
      for (const items of batches) {
        assert.ok(items.length > 0 && items.length <= batch);
        const keys = items.flatMap(({ key }) => (key === '' ? [] : [key]));
        assert.equal(new Set(keys).size, keys.length);
      }
      const done = batches.flat();
      assert.equal(done.length, sent.length);
      for (const key of ['a', 'b', 'c', '']) {
        const own = done.filter((item) => item.key === key).map(({ n }) => n);
        assert.deepEqual(own, own.toSorted((a, b) => a - b));
      }
    }),
    { numRuns: 60 },
  ); // prettier-ignore
});

test('what comes when nothing is under way starts at once; what comes meanwhile goes together', async () => {
  const sizes: number[] = [];
  let finish = Promise.withResolvers<undefined>();
  const queue = openBatchQueue<number, number>({
    batch: 256,
    waiting: 1_000,
    keysOf: () => [],
    run: async (items) => {
      sizes.push(items.length);
      await finish.promise;
      return items.map((value) => ({ status: 'fulfilled', value }));
    },
  });
  const first = queue.add(1);
  await setImmediate();
  const others = Array.from({ length: 300 }, (_, n) => queue.add(n));
  finish.resolve(undefined);
  finish = Promise.withResolvers();
  finish.resolve(undefined);
  await Promise.all([first, ...others]);
  assert.deepEqual(sizes, [1, 256, 44]);
});

test('beyond the limit nothing is taken; a batch that fails as a whole answers everybody', async () => {
  const queue = openBatchQueue<number, number>({ batch: 2, waiting: 3, keysOf: () => [], run: () => Promise.reject(new Error('the disk is full')) }); // prettier-ignore
  const answers = [1, 2, 3, 4, 5].map((n) => queue.add(n));
  assert.deepEqual(answers.slice(3), [undefined, undefined]);
  const settled = await Promise.allSettled(answers.filter((each) => each !== undefined));
  assert.deepEqual(settled.map(({ status }) => status), ['rejected', 'rejected', 'rejected']); // prettier-ignore
});
