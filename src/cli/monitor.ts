import { resolve } from 'node:path';
import { writeDurably } from '../durable-file.ts';
import { metricsOf, watchOnce } from '../monitor/monitor.ts';
import { isUrl, Unreachable } from '../monitor/source.ts';
import { BadUsage, readWords, type Command } from './command.ts';
import { assertFolder } from './files.ts';
import { readPolicy } from './read-policy.ts';
import { stopSignal } from './stop-signal.ts';

const options = {
  state: { type: 'string' },
  policy: { type: 'string' },
  'max-age': { type: 'string' },
  every: { type: 'string' },
  metrics: { type: 'string' },
} as const;

/** Watches a log for others. One JSON line for each look; exit 0 all is well, 1 something is not, 2 it cannot be read. */
export const monitor: Command = {
  usage: 'monitor DIR|URL --state DIR [--policy FILE] [--max-age SECONDS] [--every SECONDS] [--metrics FILE]',
  does: 'reads a published log whole, compares it with what was seen before and what witnesses show; JSON lines',
  run: async (words, terminal) => {
    const { values, names } = readWords(words, options, { least: 1, most: 1 });
    const [where = ''] = names;
    if (!isUrl(where)) await assertFolder(where);
    if (values.state === undefined) throw new BadUsage('--state DIR is needed: what was seen is remembered there');
    const maxAge = seconds('--max-age', values['max-age'] ?? '86400');
    const every = values.every === undefined ? undefined : seconds('--every', values.every);
    const policy = values.policy === undefined ? undefined : await readPolicy(values.policy);
    const state = resolve(values.state);
    const stopped = every === undefined ? undefined : stopSignal();
    let worst = 0;
    for (;;) {
      const at = terminal.now();
      const now = Math.floor(Date.parse(at) / 1_000);
      try {
        const found = await watchOnce({ where, state, now, maxAge, ...(policy && { policy }) });
        const { head, findings, kinds } = found;
        const seen = head && {
          origin: head.origin,
          size: head.size,
          root: head.root.toHex(),
          witnesses: head.cosigned.length,
        };
        terminal.print(JSON.stringify({ at, ok: findings.length === 0, ...seen, kinds, findings }));
        if (values.metrics !== undefined) await writeDurably(resolve(values.metrics), new TextEncoder().encode(metricsOf(found, now)), 0o644); // prettier-ignore
        if (findings.length > 0) worst = 1;
      } catch (error) {
        if (!(error instanceof Unreachable)) throw error;
        terminal.print(JSON.stringify({ at, ok: false, findings: [{ class: 'time', code: 'unreachable', says: error.message }] })); // prettier-ignore
        worst = Math.max(worst, 2);
      }
      if (every === undefined || stopped === undefined) return worst;
      const next = new Promise<'next'>((resume) => setTimeout(() => resume('next'), every * 1_000).unref());
      if ((await Promise.race([stopped.then(() => 'stop' as const), next])) === 'stop') return worst;
    }
  },
};

function seconds(name: string, text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new BadUsage(`${name}: expected seconds, got ${text}`);
  return Number(text);
}
