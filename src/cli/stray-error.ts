import { limits } from '../limits.ts';

/**
 * Waits for an error that nobody caught; the database driver throws one where a connection dies during a small write
 * (decision 0085). What was under way is then unknown, so the process is to end; what was acknowledged is on disk. One that
 * cannot end in `limits.lastMilliseconds`, or meets a second such error, is ended with exit code 1.
 */
export const strayError = (): Promise<Error> =>
  new Promise((resolve) => {
    process.once('uncaughtException', (error) => {
      setTimeout(() => process.exit(1), limits.lastMilliseconds).unref();
      resolve(error);
    });
  });
