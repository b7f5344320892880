// C2SP tlog-witness v1.0.0: signs that a log only grew, and keeps what shows that it did not.
import { createServer } from 'node:net';
import { join } from 'node:path';
import { sha256Hex } from '../canonical.ts';
import { readIfThere, writeDurably } from '../durable-file.ts';
import { concat } from '../transparency/bytes.ts';
import { judge, type Held } from '../transparency/add-checkpoint.ts';
import { openCheckpoint } from '../transparency/checkpoint.ts';
import { signatureLine, type SignerKey, type VerifierKey } from '../transparency/note.ts';

/** An HTTP answer of tlog-witness. */
export type WitnessAnswer = Readonly<{ status: number; type: string; body: string }>;

export type Witness = Readonly<{
  key: VerifierKey;
  /** Judges, persists and only then signs; one at a time. */
  addCheckpoint: (body: Uint8Array) => Promise<WitnessAnswer>;
  /** The last checkpoint that was cosigned, with our signature; for monitors. */
  latest: (origin: string) => Promise<Uint8Array | undefined>;
  close: () => Promise<void>;
}>;

type Setting = Readonly<{
  /** Its own: one file for each log, and `forks/`. */
  folder: string;
  signer: SignerKey;
  logs: readonly VerifierKey[];
  /** POSIX seconds. */
  seconds: () => number;
}>;

/** @throws Error where another process works over the same folder, or what is kept there is not what we wrote */
export async function openWitness({ folder, signer, logs, seconds }: Setting): Promise<Witness> {
  const unlock = await lock(folder);
  const pathOf = (origin: string): string => join(folder, `${sha256Hex(origin)}.checkpoint`);
  const held = new Map<string, Held>();
  for (const key of logs) {
    const note = await readIfThere(pathOf(key.name));
    if (note !== undefined) held.set(key.name, openCheckpoint(note, key, [signer.verifier]));
  }
  const add = async (body: Uint8Array): Promise<WitnessAnswer> => {
    const answer = judge(body, logs, (origin) => held.get(origin));
    if (answer.status === 409) return { status: 409, type: 'text/x.tlog.size', body: `${answer.size}\n` };
    if (answer.status !== 200) {
      if ('evidence' in answer) await writeDurably(join(folder, 'forks', `${sha256Hex(body)}.request`), body);
      return { status: answer.status, type: 'text/plain; charset=utf-8', body: `${answer.why}\n` };
    }
    const { origin, size, root } = answer.checkpoint;
    const line = signatureLine(new TextEncoder().encode(answer.text), signer, seconds());
    // Before the answer: a signature that we forgot could be followed by one that contradicts it.
    const note = concat(body.subarray(noteStart(body)), new TextEncoder().encode(line));
    await writeDurably(pathOf(origin), note);
    held.set(origin, { size, root });
    return { status: 200, type: 'text/plain; charset=utf-8', body: line };
  };
  let last: Promise<unknown> = Promise.resolve();
  return {
    key: signer.verifier,
    addCheckpoint: (body) => {
      const next = last.then(() => add(body));
      last = next.catch(() => undefined);
      return next;
    },
    latest: async (origin) => (logs.some(({ name }) => name === origin) ? readIfThere(pathOf(origin)) : undefined),
    close: async () => {
      await last;
      await unlock();
    },
  };
}

/** The checkpoint begins after the first empty line. */
const noteStart = (body: Uint8Array): number => body.findIndex((byte, at) => byte === 0x0a && body[at + 1] === 0x0a) + 2; // prettier-ignore

/**
 * One process for one folder: two would each sign what the other has not seen. The name of an abstract socket is free
 * again the moment its process ends, however it ends.
 */
async function lock(folder: string): Promise<() => Promise<void>> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', () => reject(new Error(`another process works over ${folder}`)));
    server.listen(`\0proviso-witness-${sha256Hex(folder)}`, resolve);
  });
  server.unref();
  return () => new Promise((resolve) => server.close(() => resolve()));
}
