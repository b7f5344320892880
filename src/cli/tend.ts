import { limits } from '../limits.ts';
import type { Terminal } from './command.ts';

/** Does a work again and again beside the server, one at a time. What goes wrong is said once, until something else does. */
export function tend(
  failure: string,
  work: () => Promise<unknown>,
  { complain, now }: Terminal,
): Readonly<{ stop: () => Promise<void> }> {
  let said = '';
  let running: Promise<void> = Promise.resolve();
  const once = async (): Promise<void> => {
    try {
      await work();
      said = '';
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      if (message !== said) complain(`${now()} ${failure}: ${message}`);
      said = message;
    }
  };
  let busy = false;
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    running = once().finally(() => {
      busy = false;
    });
  }, limits.publishMilliseconds);
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}

/** @returns a work that is done the first time it is asked for in each hour (UTC), and until it succeeds in it */
export function hourly(work: () => Promise<unknown>, now: () => string): () => Promise<void> {
  let done = '';
  return async () => {
    const hour = now().slice(0, 13);
    if (hour === done) return;
    await work();
    done = hour;
  };
}
