import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { encodeSignerKey, generateKey, parseSignerKey, type VerifierKey } from '../transparency/note.ts';
import { remoteWitness, type Cosigner } from '../witness/remote.ts';
import { serveWitness } from '../witness/serve.ts';
import { openWitness } from '../witness/witness.ts';
import { openKeyring } from './keyring.ts';

/** Two States and three outsiders; any four of them are enough, so that two that collude can show nobody another log. */
const names = ['state-xa', 'state-xb', 'oversight', 'university', 'press'].map((who) => `${who}.witness.example`);
export const sandboxQuorum = 4;

export type SandboxWitnesses = Readonly<{ cosigners: readonly Cosigner[]; close: () => Promise<void> }>;

/**
 * The five witnesses of a sandbox, each with its own folder and key. They show how it works; real ones are other
 * people's machines (`proviso witness`).
 * @param loopback they listen on this machine, and are asked over HTTP as real ones are
 */
export async function openSandboxWitnesses(
  folder: string,
  logKey: VerifierKey,
  loopback: boolean,
): Promise<SandboxWitnesses> {
  const closing: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const each of closing.toReversed()) await each();
  };
  const cosigners: Cosigner[] = [];
  try {
    for (const name of names) {
      const own = join(folder, name);
      const skey = openKeyring(join(own, 'keys')).secret(`${name}.skey`, () => encodeSignerKey(generateKey(name, randomBytes(32), 0x04))); // prettier-ignore
      const witness = await openWitness({ folder: own, signer: parseSignerKey(skey), logs: [logKey], seconds: () => Math.floor(Date.now() / 1_000) }); // prettier-ignore
      closing.push(witness.close);
      if (loopback) {
        const served = await serveWitness(witness, { host: '127.0.0.1', port: 0 }, (error) => {
          throw error;
        });
        closing.push(served.close);
        cosigners.push(remoteWitness(witness.key, served.url));
      } else cosigners.push(witness);
    }
  } catch (error) {
    await close();
    throw error;
  }
  return { cosigners, close };
}
