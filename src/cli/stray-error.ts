import { limits } from '../limits.ts';

/**
 * Listens for an error that nobody caught; the database driver throws one where a connection dies during a small write
 * (decision 0085). What was under way is then unknown, so the process is to end; what was acknowledged is on disk. One that
 * cannot end in `limits.lastMilliseconds`, or meets a second such error, is ended with exit code 1.
 * `forget` stops listening: an error on the way out, or of a start that fails, ends the process as Node does.
 */
export function strayError(): Readonly<{ met: Promise<Error>; forget: () => void }> {
  const { promise: met, resolve } = Promise.withResolvers<Error>();
  const listener = (error: Error): void => {
    setTimeout(() => process.exit(1), limits.lastMilliseconds).unref();
    resolve(error);
  };
  process.once('uncaughtException', listener);
  return { met, forget: () => process.off('uncaughtException', listener) };
}
