import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { encodeAddCheckpoint } from '../../src/transparency/add-checkpoint.ts';
import { signCheckpoint } from '../../src/transparency/checkpoint.ts';
import { consistencyProof } from '../../src/transparency/merkle.ts';
import { generateKey, openNote } from '../../src/transparency/note.ts';
import { remoteWitness } from '../../src/witness/remote.ts';
import { serveWitness, type ServedWitness } from '../../src/witness/serve.ts';
import { openWitness, type Witness } from '../../src/witness/witness.ts';
import { logOf, logSigner, numbered, signedHead } from '../transparency/memory-log.ts';

const folder = mkdtempSync(join(tmpdir(), 'proviso-witness-'));
const signer = generateKey('w.example', new Uint8Array(32).fill(21), 0x04);
let witness: Witness;
let served: ServedWitness;
before(async () => {
  witness = await openWitness({ folder, signer, logs: [logSigner.verifier], seconds: () => 1_771_000_000 });
  served = await serveWitness(witness, { host: '127.0.0.1', port: 0 }, (error) => {
    throw error;
  });
});
after(async () => {
  await served.close();
  await witness.close();
  rmSync(folder, { recursive: true, force: true });
});

const post = async (body: Uint8Array): Promise<Readonly<{ status: number; type: string | null; text: string }>> => {
  const answer = await fetch(`${served.url}/add-checkpoint`, { method: 'POST', body: new Uint8Array(body) });
  return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() };
};

suite('a witness over HTTP', () => {
  test('it signs a log that grows, says in the form of the specification what size it holds, and refuses the rest', async () => {
    const [small, large] = [await logOf(numbered(3)), await logOf(numbered(8))];
    const [three, eight] = [await signedHead(small), await signedHead(large)];
    const first = await post(encodeAddCheckpoint({ oldSize: 0, proof: [], checkpoint: three }));
    assert.equal(first.status, 200);
    const note = Buffer.concat([three, Buffer.from(first.text)]);
    assert.deepEqual(openNote(note, [logSigner.verifier, signer.verifier]).signedBy, [logSigner.verifier, signer.verifier]); // prettier-ignore
    const conflict = await post(encodeAddCheckpoint({ oldSize: 0, proof: [], checkpoint: eight }));
    assert.deepEqual(conflict, { status: 409, type: 'text/x.tlog.size', text: '3\n' });
    const forged = signCheckpoint({ origin: logSigner.verifier.name, size: 3, root: new Uint8Array(32) }, logSigner);
    assert.equal((await post(encodeAddCheckpoint({ oldSize: 3, proof: [], checkpoint: forged }))).status, 422);
    const proof = await consistencyProof(3, 8, large.readHashes);
    const remote = await remoteWitness(signer.verifier, `${served.url}/`).addCheckpoint(encodeAddCheckpoint({ oldSize: 3, proof, checkpoint: eight })); // prettier-ignore
    assert.equal(remote.status, 200);
    const shown = await fetch(`${served.url}/checkpoint?origin=${encodeURIComponent(logSigner.verifier.name)}`);
    assert.equal(await shown.text(), `${new TextDecoder().decode(eight)}${remote.body}`);
  });

  test('ten submissions at once of which each is right alone: one is signed, nine are told the size', async () => {
    const origin = 'log.example/race';
    const log = generateKey(origin, new Uint8Array(32).fill(22));
    const racing = await openWitness({ folder: join(folder, 'race'), signer, logs: [log.verifier], seconds: () => 1 });
    const root = (n: number): Uint8Array => new Uint8Array(32).fill(n);
    const sent = Array.from({ length: 10 }, (_, n) => encodeAddCheckpoint({ oldSize: 0, proof: [], checkpoint: signCheckpoint({ origin, size: n + 1, root: root(n) }, log) })); // prettier-ignore
    const answers = await Promise.all(sent.map((body) => racing.addCheckpoint(body)));
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, ...Array.from({ length: 9 }, () => 409)]);
    await racing.close();
  });

  test('other paths, other methods and bodies that are too large are refused', async () => {
    assert.equal((await fetch(`${served.url}/`)).status, 404);
    assert.equal((await fetch(`${served.url}/add-checkpoint`)).status, 405);
    assert.equal((await fetch(`${served.url}/checkpoint?origin=unknown`)).status, 404);
    assert.equal((await post(new Uint8Array(200_000))).status, 413);
  });

  test('one that is not there, or that redirects, is absent and no error', async () => {
    const absent = remoteWitness(signer.verifier, 'http://127.0.0.1:1');
    assert.equal((await absent.addCheckpoint(new Uint8Array())).status, 503);
  });
});
