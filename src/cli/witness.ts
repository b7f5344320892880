import { randomBytes } from 'node:crypto';
import { join, resolve } from 'node:path';
import { limits } from '../limits.ts';
import { openKeyring } from '../store/keyring.ts';
import { LogError } from '../transparency/log-error.ts';
import {
  encodeSignerKey,
  encodeVerifierKey,
  generateKey,
  parseSignerKey,
  parseVerifierKey,
} from '../transparency/note.ts';
import { serveWitness } from '../witness/serve.ts';
import { openWitness } from '../witness/witness.ts';
import { BadUsage, readWords, type Command } from './command.ts';
import { readInput } from './files.ts';
import { stopSignal } from './stop-signal.ts';

const options = {
  data: { type: 'string' },
  name: { type: 'string' },
  log: { type: 'string', multiple: true },
  port: { type: 'string' },
  host: { type: 'string' },
} as const;

/** A witness for other people's logs: a process, a folder and a key of its own (C2SP tlog-witness). */
export const witness: Command = {
  usage: 'witness --data DIR --name NAME --log VKEYFILE [--log VKEYFILE ...] [--port N] [--host H]',
  does: 'signs checkpoints of the named logs when they only grew, and keeps what shows that one did not',
  run: async (words, terminal) => {
    const { values } = readWords(words, options, { least: 0, most: 0 });
    const { data, name, log = [], port = '7380', host = '127.0.0.1' } = values;
    if (data === undefined || name === undefined || log.length === 0) throw new BadUsage('--data, --name and --log are needed'); // prettier-ignore
    if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
      throw new BadUsage(`--port: expected 0 to 65535, got ${port}`);
    const logs = await Promise.all(log.map(readKey));
    const folder = resolve(data);
    const stopped = stopSignal();
    const signer = keyOf(folder, name);
    const opened = await openWitness({ folder, signer, logs, seconds: () => Math.floor(Date.parse(terminal.now()) / 1_000) }); // prettier-ignore
    try {
      const journal = (error: unknown): void => terminal.complain(`${terminal.now()} ${String(error)}`);
      const served = await serveWitness(opened, { host, port: Number(port) }, journal);
      terminal.print(`witness ${served.url}`);
      terminal.print(`key     ${encodeVerifierKey(signer.verifier)}`);
      await stopped;
      await served.close();
    } finally {
      await opened.close();
    }
    return 0;
  },
};

/** Made at the first start, kept in the folder. @throws BadUsage for a name that no key can have */
function keyOf(folder: string, name: string): ReturnType<typeof parseSignerKey> {
  const random = randomBytes(32);
  try {
    generateKey(name, random, 0x04);
  } catch (error) {
    throw error instanceof LogError ? new BadUsage(`--name: ${error.message}`) : error;
  }
  return parseSignerKey(openKeyring(join(folder, 'keys')).secret(`${name}.skey`, () => encodeSignerKey(generateKey(name, random, 0x04)))); // prettier-ignore
}

async function readKey(path: string): Promise<ReturnType<typeof parseVerifierKey>> {
  try {
    return parseVerifierKey(new TextDecoder().decode(await readInput(path, limits.noteBytes)).trim());
  } catch (error) {
    throw error instanceof LogError ? new BadUsage(`${path}: ${error.message}`) : error;
  }
}
