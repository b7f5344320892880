/**
 * Many callers, one batch at a time: what comes while a batch is under way goes together into the next one. An item
 * that comes when nothing is under way starts at once, so nobody waits for company.
 */
export type BatchQueue<Item, Result> = Readonly<{
  /** `undefined`: too many wait already, and nothing was taken. */
  add: (item: Item) => Promise<Result> | undefined;
  /** Everything that was added is done. */
  idle: () => Promise<void>;
}>;

type Waiting<Item, Result> = Readonly<{ item: Item; answer: PromiseWithResolvers<Result> }>;

/**
 * @param of.batch items in one batch, at most
 * @param of.waiting items that may wait, at most
 * @param of.keysOf two items with a key in common never share a batch; the later one waits for the next
 * @param of.run answers every item, in their order
 */
export function openBatchQueue<Item, Result>(of: {
  batch: number;
  waiting: number;
  keysOf: (item: Item) => readonly string[];
  run: (items: readonly Item[]) => Promise<readonly PromiseSettledResult<Result>[]>;
}): BatchQueue<Item, Result> {
  let queue: Waiting<Item, Result>[] = [];
  let running: Promise<void> | undefined;
  const next = (): readonly Waiting<Item, Result>[] => {
    const [taken, left, keys] = [[] as typeof queue, [] as typeof queue, new Set<string>()];
    for (const each of queue) {
      const own = of.keysOf(each.item);
      const fits = taken.length < of.batch && own.every((key) => !keys.has(key));
      // Also of one that waits: nobody overtakes on the same key.
      for (const key of own) keys.add(key);
      (fits ? taken : left).push(each);
    }
    queue = left;
    return taken;
  };
  const work = async (): Promise<void> => {
    // What is added in the same turn goes together.
    await Promise.resolve();
    while (queue.length > 0) {
      const taken = next();
      const results = await settled(of.run(taken.map(({ item }) => item)));
      taken.forEach(({ answer }, at) => {
        const result = 'reason' in results ? results : results.all[at];
        if (result !== undefined && 'value' in result) answer.resolve(result.value);
        else answer.reject(result?.reason ?? new Error('a batch that left an item unanswered'));
      });
    }
    running = undefined;
  };
  return {
    add: (item) => {
      if (queue.length >= of.waiting) return undefined;
      const answer = Promise.withResolvers<Result>();
      queue.push({ item, answer });
      running ??= work();
      return answer.promise;
    },
    idle: async () => running,
  };
}

type Settled<Result> = Readonly<{ all: readonly PromiseSettledResult<Result>[] } | { reason: unknown }>;

async function settled<Result>(run: Promise<readonly PromiseSettledResult<Result>[]>): Promise<Settled<Result>> {
  try {
    return { all: await run };
  } catch (reason) {
    return { reason };
  }
}
