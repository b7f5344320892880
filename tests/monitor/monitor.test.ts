import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, suite, test } from 'node:test';
import { mkdirSync, writeFileSync } from 'node:fs';
import { inspectLog, type Finding, type Inspection } from '../../src/monitor/inspect.ts';
import { metricsOf, watchOnce } from '../../src/monitor/monitor.ts';
import { sourceOf, Unreachable } from '../../src/monitor/source.ts';
import { encodeLeaf, type OpenLeaf } from '../../src/transparency/leaf.ts';
import { leafHash } from '../../src/transparency/merkle.ts';
import { generateKey, signatureLine, textOf } from '../../src/transparency/note.ts';
import { encodePolicy, policyOf } from '../../src/transparency/witness-policy.ts';
import { directoryOf, logOf, logSigner } from '../transparency/memory-log.ts';

const now = 1_771_000_000;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const witnesses = [1, 2, 3].map((n) => generateKey(`w${n}.example`, new Uint8Array(32).fill(80 + n), 0x04));
const policy = policyOf(logSigner.verifier, witnesses.map(({ verifier }) => verifier), 2); // prettier-ignore

const cited = (kind: OpenLeaf['kind'], more: Partial<OpenLeaf> = {}): Partial<OpenLeaf> => ({ kind, case: 'ab'.repeat(32), counterpart: 'XA', ...more }); // prettier-ignore
const honest = [
  { kind: 'register' }, cited('request'), cited('decision', { outcome: 'granted' }), cited('authorisation', { outcome: 'narrowed' }),
  cited('production'), cited('release'), cited('collection'),
] as const; // prettier-ignore

function leavesOf(given: readonly Partial<OpenLeaf>[]): Uint8Array[] {
  let previous: string | undefined;
  return given.map((each, n) => {
    const common = { format: 'proviso-leaf/1', authority: 'xb-central-authority', month: '2026-03', commitment: leafHash(Uint8Array.of(n)).toHex() } as const; // prettier-ignore
    const leaf = encodeLeaf({ ...common, ...(previous === undefined ? {} : { previous }), ...each } as OpenLeaf);
    previous = leafHash(leaf).toHex();
    return leaf;
  });
}

/** The published files of a log with these leaves, seen by the first `count` witnesses at `time`. */
async function published(given: readonly Partial<OpenLeaf>[], count = 3, time = now): Promise<Map<string, Uint8Array>> {
  const files = await directoryOf(await logOf(leavesOf(given)));
  const note = files.get('checkpoint') ?? assert.fail();
  const lines = witnesses.slice(0, count).map((witness) => bytes(signatureLine(bytes(textOf(note)), witness, time)));
  return files.set('checkpoint', Buffer.concat([note, ...lines])).set('log.policy', bytes(encodePolicy(policy)));
}

const inspect = (files: ReadonlyMap<string, Uint8Array>, seen: ReadonlyMap<string, Uint8Array>[] = []): Promise<Inspection> => // prettier-ignore
  inspectLog((path) => files.get(path), { policy, seen: seen.map((each) => ({ by: 'somebody', note: each.get('checkpoint') ?? assert.fail() })), now, maxAge: 3_600 }); // prettier-ignore
const codes = (findings: readonly Finding[]): string[] => findings.map((each) => `${each.class} ${each.code}`);

const folders: string[] = [];
const fresh = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'proviso-monitor-'));
  folders.push(folder);
  return folder;
};
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});
function write(folder: string, files: ReadonlyMap<string, Uint8Array>): string {
  for (const [path, content] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

suite('a monitor', () => {
  test('finds nothing in an honest log, and counts its leaves', async () => {
    const { findings, head, kinds } = await inspect(await published(honest));
    assert.deepEqual(findings, []);
    assert.equal(head?.size, 7);
    assert.deepEqual(kinds, { register: 1, request: 1, decision: 1, authorisation: 1, production: 1, release: 1, collection: 1 }); // prettier-ignore
  });

  test('finds each act that stands without the act that must come before it', async () => {
    for (const [left, code] of [
      ['request', 'no-request'],
      ['decision', 'no-grant'],
      ['authorisation', 'no-authorisation'],
      ['production', 'no-production'],
      ['release', 'no-release'],
    ] as const) {
      const { findings } = await inspect(await published(honest.filter(({ kind }) => kind !== left)));
      assert.deepEqual(codes(findings), [`meaning ${code}`], left);
    }
    const refused = honest.map((leaf) => (leaf.kind === 'authorisation' ? { ...leaf, outcome: 'refused' as const } : leaf)); // prettier-ignore
    assert.deepEqual(codes((await inspect(await published(refused))).findings), ['meaning no-authorisation']);
    const other = honest.map((leaf) => (leaf.kind === 'release' ? { ...leaf, case: 'cd'.repeat(32) } : leaf));
    assert.deepEqual(codes((await inspect(await published(other))).findings), ['meaning no-production', 'meaning no-release']); // prettier-ignore
  });

  test('finds a month that goes back', async () => {
    const { findings } = await inspect(await published([{ kind: 'register' }, { kind: 'register', month: '2026-02' }]));
    assert.deepEqual(codes(findings), ['meaning time-goes-back']);
  });

  test('says when too few witnesses signed, when they signed long ago, and when they sign the future', async () => {
    assert.deepEqual(codes((await inspect(await published(honest, 1))).findings), ['time quorum-missing']);
    assert.deepEqual(codes((await inspect(await published(honest, 3, now - 3_601))).findings), ['time stale']);
    assert.deepEqual(codes((await inspect(await published(honest, 3, now + 3_601))).findings), ['time future']);
  });

  test('accepts every earlier head of the same tree; another tree under the same key is a fork, a larger one is lateness', async () => {
    const files = await published(honest);
    const earlier = await Promise.all([1, 4, 7].map((size) => published(honest.slice(0, size))));
    assert.deepEqual((await inspect(files, earlier)).findings, []);
    const rewritten = await published(honest.map((leaf) => (leaf.kind === 'decision' ? { ...leaf, outcome: 'refused' as const } : leaf))); // prettier-ignore
    const fork = await inspect(files, [rewritten]);
    assert.deepEqual(codes(fork.findings), ['fork split-view']);
    assert.equal(fork.forks.length, 1);
    const late = await inspect(await published(honest.slice(0, 4)), [files]);
    assert.deepEqual([codes(late.findings), late.forks], [['time older-than-seen'], []]);
  });

  test('a form that is broken is one finding with the code and the file', async () => {
    const files = await published(honest);
    const tile = files.get('tile/0/000.p/7') ?? assert.fail();
    const { findings } = await inspect(new Map(files).set('tile/0/000.p/7', tile.map((byte) => byte ^ 1))); // prettier-ignore
    assert.deepEqual(codes(findings), ['form tile-mismatch']);
    assert.match(findings[0]?.says ?? '', /tile\/0\/000\.p\/7/);
  });
});

suite('a watch', () => {
  test('remembers what it saw; a rewritten log is a fork, both heads are kept as they were, and the view does not move', async () => {
    const [state, first, second] = [fresh(), write(fresh(), await published(honest.slice(0, 4))), write(fresh(), await published(honest.map((leaf) => (leaf.kind === 'request' ? { ...leaf, counterpart: 'XC' } : leaf))))]; // prettier-ignore
    const watch = (where: string): Promise<Inspection> => watchOnce({ where, state, policy, now, maxAge: 3_600 });
    assert.deepEqual((await watch(first)).findings, []);
    const found = await watch(second);
    assert.deepEqual(codes(found.findings), ['fork split-view']);
    assert.deepEqual(readFileSync(join(state, 'view.checkpoint')), readFileSync(join(first, 'checkpoint')));
    const kept = readdirSync(join(state, 'forks')).map((name) => readFileSync(join(state, 'forks', name), 'utf8'));
    assert.deepEqual(kept.sort(), [first, second].map((each) => readFileSync(join(each, 'checkpoint'), 'utf8')).sort());
    assert.match(metricsOf(found, now), /proviso_log_findings\{class="fork"\} 1\n/);
  });

  test('reads the same over HTTP; what is not there is missing, and a server that fails is no finding about the log', async () => {
    const files = await published(honest);
    let failing = false;
    const server = createServer((incoming, outgoing) => {
      const found = files.get((incoming.url ?? '').slice('/log/'.length));
      outgoing.writeHead(failing ? 503 : found === undefined ? 404 : 200).end(found);
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    try {
      const address = server.address();
      const where = `http://127.0.0.1:${typeof address === 'object' ? (address?.port ?? 0) : 0}/log/`;
      assert.deepEqual((await watchOnce({ where, state: fresh(), policy, now, maxAge: 3_600 })).findings, []);
      assert.equal(await sourceOf(where)('tile/9'), undefined);
      failing = true;
      await assert.rejects(watchOnce({ where, state: fresh(), policy, now, maxAge: 3_600 }), Unreachable);
    } finally {
      server.close();
      server.closeAllConnections();
    }
  });
});
