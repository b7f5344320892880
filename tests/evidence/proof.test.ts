import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generateKey, encodeVerifierKey } from '../../src/transparency/note.ts';
import { checkProof, proofText, type ProofVerification } from '../../src/verify/index.ts';
import { walk } from './walk.ts';

/** One leaf of the log, by its proof. */

const { files, logKey } = await walk();
const bytesOf = (name: string): Uint8Array => files.get(name) ?? new Uint8Array();
const proof = bytesOf('log/decision.tlog-proof');
const leaf = bytesOf('log/decision.leaf');
const policy = Buffer.from(bytesOf('log/log.policy')).toString();
const faults = ({ steps }: ProofVerification): string[] =>
  steps.flatMap((each) => (each.ok ? [] : [`${each.step}: ${each.file}: ${each.code}`]));

test('a leaf is proven under the policy that the reader trusts, and under the key alone with a note', async () => {
  const witnessed = await checkProof({ proof, leaf, policy });
  assert.deepEqual([witnessed.ok, witnessed.notes], [true, []]);
  assert.match(proofText(witnessed), /decision \(granted\), logged by xb-central-authority in 2026-02/);
  assert.match(proofText(witnessed), /seen by 2 witnesses/);
  const alone = await checkProof({ proof, leaf, logKey });
  assert.equal(alone.ok, true);
  assert.match(proofText(alone), /was not looked at/);
});

test('what is missing is named, and nothing is proven without it', async () => {
  assert.deepEqual(faults(await checkProof({ proof, policy })), [
    'leaf: leaf: missing',
    'log inclusion: leaf: missing',
  ]);
  assert.deepEqual(faults(await checkProof({ proof, leaf })), ['log inclusion: policy: missing']);
});

test('another leaf, another log, a policy that is none: not proven', async () => {
  const other = encodeVerifierKey(generateKey('log.xb.example/2026', new Uint8Array(32).fill(3)).verifier);
  for (const files of [
    { proof, policy, leaf: bytesOf('log/request.leaf') },
    { proof: bytesOf('log/request.tlog-proof'), policy, leaf },
    { proof, leaf, logKey: other },
    { proof, leaf, logKey: 'not a key' },
    { proof, leaf, policy: 'not a policy' },
    { proof, leaf, policy: policy.replace(/^quorum .*$/m, 'quorum none') + 'x' },
  ])
    assert.deepEqual(faults(await checkProof(files)).length, 1);
});

test('any one byte of the proof or the leaf changed is not proven', async () => {
  for (const name of ['proof', 'leaf'] as const) {
    const bytes = { proof, leaf }[name];
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Uint8Array.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      const answer = await checkProof({ proof, leaf, policy, [name]: changed });
      assert.equal(answer.ok, false, `${name}, byte ${at}`);
    }
  }
});
