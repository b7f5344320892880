import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { byteReader } from '../src/evidence/byte-reader.ts';
import { encrypt } from '../src/evidence/age/encrypt.ts';
import { decrypt } from '../src/evidence/age/decrypt.ts';
import { generateIdentity, recipientOf } from '../src/evidence/age/identity.ts';
import { sealStream } from '../src/evidence/age/seal-stream.ts';
import { streamOf } from '../src/evidence/byte-source.ts';
import { fileSource } from '../src/evidence/file-source.ts';
import { sha256Of } from '../src/evidence/hash-items.ts';
import { intake } from '../src/evidence/intake.ts';
import { minimise } from '../src/evidence/minimise.ts';
import { writeZip } from '../src/evidence/zip-writer.ts';
import { exampleScope } from '../tests/evidence/example-case.ts';
import { largeMailbox } from '../tests/evidence/large-mailbox.ts';

/**
 * What evidence costs: `npm run bench bench/evidence.ts [GIB]` (1, or more). Each figure is a ratio within this one run,
 * ours and the peer by turns, the best of three of each; files lie in memory where the machine has /dev/shm.
 * 1. seal (with both hashes that the manifest needs, and the archive) and open, against the `age` tool;
 * 2. verify, against `sha256sum`; 3. minimise a mailbox, against Python's `mailbox` module with the same selection.
 */

const gib = Number(process.argv[2] ?? '1');
const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'proviso-bench-'));
const at = (name: string): string => join(folder, name);
const identity = generateIdentity();

async function writeStream(path: string, stream: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<number> {
  const file = await open(path, 'w');
  let size = 0;
  for await (const piece of stream) {
    await file.write(piece);
    size += piece.length;
  }
  await file.close();
  return size;
}

/** A write for each 64 KiB would be measured, not what is written. */
async function* inMegabytes(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = byteReader(stream);
  while (!(await reader.isAtEnd())) yield await reader.take(2 ** 20);
}

async function seconds(work: () => unknown): Promise<number> {
  const from = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - from) / 1e9;
}

function run(program: string, ...words: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(program, words, { encoding: 'utf8', maxBuffer: 1e6 });
  if (status !== 0) throw new Error(`${program}: ${stderr}`);
  return stdout.trim();
}

async function compare(
  what: string,
  bytes: number,
  ours: () => unknown,
  peer: string,
  theirs: () => unknown,
): Promise<void> {
  // prettier-ignore
  const [mine, other] = [[] as number[], [] as number[]];
  for (let turn = 0; turn < 3; turn += 1) {
    mine.push(await seconds(ours));
    other.push(await seconds(theirs));
  }
  const [best, bestOther] = [Math.min(...mine), Math.min(...other)];
  const speed = (time: number): string => `${Math.round(bytes / 1e6 / time)} MB/s`;
  console.log(`${what}: ${speed(best)}, ${peer} ${speed(bestOther)}, ratio ${(bestOther / best).toFixed(2)}`);
}

const selection = `
import mailbox, sys, email.utils, datetime
inside, out = 0, open(sys.argv[2], 'wb')
box = mailbox.mbox(sys.argv[1])
for key in box.iterkeys():
    message = box.get_message(key)
    _, sender = email.utils.parseaddr(message['From'])
    when = email.utils.parsedate_to_datetime(message['Date'])
    if sender == 'phisher@mail.example' and datetime.date(2026, 1, 1) <= when.date() < datetime.date(2026, 2, 1):
        out.write(box.get_bytes(key, from_=True))
        inside += 1
print(inside)
`;

try {
  const bytes = await writeStream(at('mailbox'), largeMailbox(gib * 2 ** 30, 120_000));
  const source = await fileSource(at('mailbox'));
  const recipient = recipientOf(identity);
  writeFileSync(at('identity'), `${identity}\n`);
  const zip = (): AsyncIterable<Uint8Array> => writeZip([{ name: 'exhibit-01.mbox', source }]);
  const seal = (): Promise<number> =>
    writeStream(
      at('ours.age'),
      sealStream(zip(), [recipient], randomBytes, () => undefined),
    );
  const format = (): Promise<number> => writeStream(at('ours.age'), inMegabytes(encrypt(streamOf(source), [recipient], randomBytes))); // prettier-ignore
  await compare('seal, the age format alone', bytes, format, 'age', () => run('age', '-r', recipient, '-o', at('age.age'), at('mailbox'))); // prettier-ignore
  await compare('seal as released: archive, and SHA-256 of both sides', bytes, seal, 'age', () =>
    run('age', '-r', recipient, '-o', at('age.age'), at('mailbox')),
  );
  const sealed = await fileSource(at('age.age'));
  const opening = (): Promise<number> => writeStream(at('opened'), inMegabytes(decrypt(streamOf(sealed), [identity])));
  await compare('open', bytes, opening, 'age', () => run('age', '-d', '-i', at('identity'), '-o', at('opened'), at('age.age'))); // prettier-ignore
  await compare(
    'verify',
    bytes,
    () => sha256Of(streamOf(sealed)),
    'sha256sum',
    () => run('sha256sum', at('age.age')),
  );
  for (const name of ['ours.age', 'age.age', 'opened']) rmSync(at(name));
  const counts = new Set<string>();
  const select = async (): Promise<void> => {
    const { files, items } = await minimise([await intake('mailbox.mbox', source)], exampleScope, randomBytes(32));
    for (const file of files) await writeStream(at(file.name), streamOf(file.source));
    counts.add(String(items.length));
  };
  writeFileSync(at('selection.py'), selection);
  await compare('minimise', bytes, select, 'python3 mailbox', () => counts.add(run('python3', at('selection.py'), at('mailbox'), at('selected')))); // prettier-ignore
  console.log(`messages that both selected: ${[...counts].join(' or ')}; most memory ${Math.round((process.resourceUsage().maxRSS * 1024) / 1e6)} MB`); // prettier-ignore
} finally {
  rmSync(folder, { recursive: true });
}
