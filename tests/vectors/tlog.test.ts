import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { encodeAddCheckpoint, judge, parseAddCheckpoint } from '../../src/transparency/add-checkpoint.ts';
import { decodeTimestamp, subtreeMessage, timestampBytes } from '../../src/transparency/cosignature.ts';
import * as mlDsa from '../../src/transparency/ml-dsa.ts';
import { openCheckpoint, signCheckpoint } from '../../src/transparency/checkpoint.ts';
import { LogError } from '../../src/transparency/log-error.ts';
import { readLogKey } from '../../src/transparency/log-directory.ts';
import { verifyLogTree } from '../../src/transparency/log-tree.ts';
import {
  consistencyProof,
  hashesForAppend,
  leafHash,
  treeHash,
  verifyConsistency,
} from '../../src/transparency/merkle.ts';
import { openNote, signNote } from '../../src/transparency/note.ts';
import {
  encodeSignerKey,
  encodeVerifierKey,
  parseSignerKey,
  parseVerifierKey,
} from '../../src/transparency/note-key.ts';
import { parseTilePath } from '../../src/transparency/tile.ts';
import type { VerifierKey } from '../../src/transparency/note-key.ts';

/** The examples of the C2SP specifications, and a small log that Tessera (transparency-dev) wrote. */

const folder = join(import.meta.dirname, '../../../shared/vectors/tlog');
const missing = existsSync(folder) ? false : 'the folder ../shared/vectors/tlog is not here';
const read = (...path: readonly string[]): Uint8Array => new Uint8Array(readFileSync(join(folder, ...path)));
const text = (...path: readonly string[]): string => readFileSync(join(folder, ...path), 'utf8');

suite('C2SP examples', { skip: missing }, () => {
  test('the signed-note example opens under its key, and under no other', () => {
    const key = parseVerifierKey(text('spec-examples', 'signed-note-example.vkey').trim());
    const note = read('spec-examples', 'signed-note-example.note');
    assert.deepEqual(openNote(note, [key]), { text: 'This is an example message.\n', signedBy: [key] });
    assert.throws(() => openNote(note, []), { code: 'note-unsigned' });
  });

  test('every checkpoint of the examples has the form of a signed note, so that only its key is unknown', () => {
    const names = ['tlog-checkpoint-example.checkpoint', 'tlog-cosignature-example.checkpoint'];
    for (const name of names) {
      assert.throws(() => openNote(read('spec-examples', name), []), { code: 'note-unsigned' }, name);
    }
  });

  test("the example's signature is that of Go's checksum database, under its own origin", () => {
    // The specification shows a real signature under an invented name. This is what sum.golang.org signed.
    const key = parseVerifierKey('sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8');
    const shown = text('spec-examples', 'tlog-checkpoint-example.checkpoint');
    const real = shown
      .replace(/^example\.com\/behind-the-sofa\n/, 'go.sum database tree\n')
      .replace('— example.com/behind-the-sofa ', '— sum.golang.org ');
    const { text: signed } = openNote(new TextEncoder().encode(real), [key]);
    assert.equal(signed.split('\n')[1], '20852163');
  });
});

suite('a log that Tessera wrote', { skip: missing }, () => {
  const log = (name: string): Uint8Array => read('tessera-log', name);
  const readFile = (path: string): Uint8Array | undefined =>
    existsSync(join(folder, 'tessera-log', path)) ? log(path) : undefined;
  const signer = missing === false ? parseSignerKey(text('tessera-log', 'log.skey').trim()) : undefined;
  const key = (): VerifierKey => parseVerifierKey(text('tessera-log', 'log.vkey').trim());

  test('its keys are written as they were read', async () => {
    assert.ok(signer);
    assert.equal(encodeSignerKey(signer), text('tessera-log', 'log.skey').trim());
    assert.equal(encodeVerifierKey(signer.verifier), text('tessera-log', 'log.vkey').trim());
    assert.deepEqual(await readLogKey(readFile, key()), key());
  });

  test('each of its checkpoints opens, and is signed here to the same bytes', () => {
    assert.ok(signer);
    const names = readdirSync(join(folder, 'tessera-log')).filter((name) => name.startsWith('checkpoint'));
    assert.equal(names.length, 17);
    for (const name of names) {
      const checkpoint = openCheckpoint(log(name), key());
      assert.deepEqual(signCheckpoint(checkpoint, signer), log(name), name);
    }
  });

  test('its 15 entries, its tile and its root agree, and each size has the root that was signed for it', async () => {
    const stored: Uint8Array[] = [];
    const readHashes = (positions: readonly number[]): Uint8Array[] =>
      positions.map((position) => stored[position] ?? assert.fail(`nothing at ${position}`));
    const entries: Uint8Array[] = [];
    const head = openCheckpoint(log('checkpoint'), key());
    await verifyLogTree(head, readFile, (entry) => entries.push(entry));
    assert.equal(entries.length, 15);
    assert.equal(new TextDecoder().decode(entries[0]), 'one');
    for (const [size, entry] of [...entries, undefined].entries()) {
      const signed = openCheckpoint(log(`checkpoint.${size}`), key());
      assert.deepEqual([signed.size, signed.root], [size, await treeHash(size, readHashes)]);
      const proof = await consistencyProof(0, size, readHashes);
      assert.deepEqual(proof, []);
      if (entry !== undefined) stored.push(...(await hashesForAppend(size, [leafHash(entry)], readHashes)));
    }
    for (let oldSize = 0; oldSize <= 15; oldSize += 1) {
      const { root: oldRoot } = openCheckpoint(log(`checkpoint.${oldSize}`), key());
      const proof = await consistencyProof(oldSize, 15, readHashes);
      verifyConsistency({ oldSize, oldRoot, size: 15, root: head.root, proof });
    }
  });

  test('one flipped byte in a bundle, a tile or the checkpoint is found', async () => {
    for (const path of ['tile/entries/000.p/15', 'tile/0/000.p/15', 'checkpoint']) {
      const whole = log(path);
      for (const at of whole.keys()) {
        const flipped = Uint8Array.from(whole, (byte, index) => (index === at ? byte ^ 1 : byte));
        const altered = (wanted: string): Uint8Array | undefined => (wanted === path ? flipped : readFile(wanted));
        await assert.rejects(async () => {
          const head = openCheckpoint(altered('checkpoint') ?? new Uint8Array(), key());
          await verifyLogTree(head, altered, () => undefined);
        }, LogError);
      }
    }
  });

  test('the path of each of its tiles is one that we write', () => {
    const paths = readdirSync(join(folder, 'tessera-log', 'tile'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, 'tessera-log/').length));
    assert.equal(paths.length, 30);
    for (const path of paths) assert.ok(parseTilePath(path), path);
  });

  test("a note signed with Tessera's key opens, and a second text under the same signature does not", () => {
    assert.ok(signer);
    const note = new TextDecoder().decode(signNote('first\n', [signer]));
    assert.equal(openNote(new TextEncoder().encode(note), [key()]).text, 'first\n');
    assert.throws(() => openNote(new TextEncoder().encode(note.replace('first', 'other')), [key()]), {
      code: 'note-signature',
    });
  });
});

suite('cosignatures that others made', { skip: missing }, () => {
  test('the ML-DSA-44 signature of torchwood over a subtree verifies, and over another subtree does not', () => {
    const given = JSON.parse(text('mldsa', 'subtree.json')) as Record<string, string> & { start: number; end: number };
    const { name, publicKey } = parseVerifierKey(given['vkey'] ?? '');
    const signature = Buffer.from(given['sigLine']?.split(' ')[2] ?? '', 'base64');
    const [time, own] = [decodeTimestamp(signature.subarray(4)), signature.subarray(4 + timestampBytes)];
    const { start, end } = given;
    const subtree = { cosigner: name, time: time ?? -1, origin: given['origin'] ?? '', start, end, hash: Buffer.from(given['root'] ?? '', 'base64') }; // prettier-ignore
    assert.equal(mlDsa.verify(publicKey, subtreeMessage(subtree), own), true);
    assert.equal(mlDsa.verify(publicKey, subtreeMessage({ ...subtree, end: end + 1 }), own), false);
  });

  test('the request that the witness specification shows is read as it is written', () => {
    const body = read('spec-examples', 'add-checkpoint-request-example.txt');
    const parsed = parseAddCheckpoint(body);
    assert.equal(parsed.oldSize, 20_852_014);
    assert.deepEqual(encodeAddCheckpoint(parsed), body);
  });

  test("each answer of litewitness's script is ours too, but for an unknown log, which is 404 since version 1.0.0", () => {
    const script = text('witness-protocol', 'litewitness.txt');
    const key = parseVerifierKey(text('witness-protocol', 'litewitness-log.vkey').trim());
    const steps = [...script.matchAll(/```\n([^`]*)```\nHTTP (\d+)\n\[Asserts\]\n(.*)/g)];
    assert.ok(steps.length > 5);
    let held: { size: number; root: Uint8Array } | undefined;
    for (const [, body = '', status = '', said = ''] of steps) {
      // Its bad signature also has stray bits in the base64, which is 400 here: no note at all. Without them it is 403.
      const sent = body.replace(/6gx=$/m, '6gw=');
      const answer = judge(new TextEncoder().encode(sent), [key], () => held);
      assert.equal(answer.status, said.includes('unknown log') ? 404 : Number(status), `${said}\n${body}`);
      if (answer.status === 200) held = answer.checkpoint;
    }
  });
});
