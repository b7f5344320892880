import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** A file or folder of the repository, or beside it. */
export const at = (path: string): string => join(root, path);

/** Runs `proviso` as a shell would. Nothing of this process's environment reaches it but PATH. */
export function proviso(...words: string[]): { exit: number | null; out: string; complaint: string } {
  const run = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', at('src/main.ts'), ...words], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] },
    timeout: 120_000,
  });
  return { exit: run.status, out: run.stdout, complaint: run.stderr };
}
