import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { encodeAddCheckpoint } from '../../src/transparency/add-checkpoint.ts';
import { signCheckpoint } from '../../src/transparency/checkpoint.ts';
import { encodeVerifierKey, openNote, parseVerifierKey } from '../../src/transparency/note.ts';
import { logSigner } from '../transparency/memory-log.ts';

type Started = Readonly<{ url: string; vkey: string; process: ChildProcess; ended: Promise<number | null> }>;

async function start(folder: string): Promise<Started> {
  const main = join(import.meta.dirname, '../../src/main.ts');
  const words = ['witness', '--data', join(folder, 'witness'), '--name', 'w.example', '--log', join(folder, 'log.vkey'), '--port', '0']; // prettier-ignore
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main, ...words], { stdio: ['ignore', 'pipe', 'inherit'], env: { PATH: process.env['PATH'] } }); // prettier-ignore
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  const said: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(line);
    const [url = '', vkey] = said.map((each) => each.split(/ +/)[1] ?? '');
    if (vkey !== undefined) return { url, vkey, process: child, ended };
  }
  throw new Error(`the witness ended: ${said.join('\n')}`);
}

test('a witness that is killed the moment it has answered still knows what it signed, under the same key', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'proviso-witness-'));
  try {
    writeFileSync(join(folder, 'log.vkey'), `${encodeVerifierKey(logSigner.verifier)}\n`);
    const head = (size: number, fill: number): Uint8Array => signCheckpoint({ origin: logSigner.verifier.name, size, root: new Uint8Array(32).fill(fill) }, logSigner); // prettier-ignore
    const add = async (url: string, oldSize: number, checkpoint: Uint8Array): Promise<Response> =>
      fetch(`${url}/add-checkpoint`, { method: 'POST', body: new Uint8Array(encodeAddCheckpoint({ oldSize, proof: [], checkpoint })) }); // prettier-ignore
    const first = await start(folder);
    const answer = await add(first.url, 0, head(5, 1));
    assert.equal(answer.status, 200);
    const key = parseVerifierKey(first.vkey);
    const note = Buffer.concat([head(5, 1), Buffer.from(await answer.text())]);
    assert.ok(openNote(note, [logSigner.verifier, key]).signedBy.includes(key));
    first.process.kill('SIGKILL');
    await first.ended;
    const second = await start(folder);
    assert.equal(second.vkey, first.vkey);
    assert.equal((await add(second.url, 0, head(9, 1))).status, 409);
    assert.equal((await add(second.url, 5, head(5, 2))).status, 422);
    second.process.kill('SIGTERM');
    assert.equal(await second.ended, 0);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
