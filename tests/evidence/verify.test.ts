import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { canonicalBytes } from '../../src/canonical.ts';
import { generateIdentity, recipientOf } from '../../src/evidence/age/identity.ts';
import { limits } from '../../src/limits.ts';
import { generateKey, encodeVerifierKey, signNote } from '../../src/transparency/note.ts';
import {
  stepNames,
  verificationText,
  verifyPackage,
  type StepName,
  type Verification,
} from '../../src/verify/index.ts';
import { reading, walk, type Bend } from './walk.ts';

/** Whole hand-overs: proven as they are, and refused whatever is changed, by a stranger or by who holds the pen. */

const whole = await walk();
const failures = ({ steps }: Verification): { step: StepName; file: string; code: string }[] =>
  steps.flatMap((step) => (step.ok ? [] : [{ step: step.step, file: step.file, code: step.code }]));
const verified = (files: ReadonlyMap<string, Uint8Array>): Promise<Verification> => verifyPackage(...reading(files));

test('an honest hand-over is proven in every step, with the seal closed and with the seal open', async () => {
  for (const options of [{}, { identity: whole.identity, logKey: whole.logKey }]) {
    const answer = await verifyPackage(...reading(whole.files), options);
    assert.deepEqual(failures(answer), []);
    assert.equal(answer.ok, true);
    assert.deepEqual(answer.steps.map(({ step }) => step), stepNames); // prettier-ignore
    assert.equal(answer.notes.length, 'identity' in options ? 1 : 3);
  }
});

test('whoever does not say which log they trust is told to compare the key', async () => {
  assert.match(verificationText(await verified(whole.files)), /Compare that key with one you have from elsewhere/);
});

test('another log than the trusted one proves nothing', async () => {
  const logKey = encodeVerifierKey(generateKey('log.xb.example/2026', new Uint8Array(32).fill(1)).verifier);
  const answer = await verifyPackage(...reading(whole.files), { logKey });
  assert.ok(failures(answer).length === stepNames.length && failures(answer).every(({ file }) => file === 'log/log.vkey')); // prettier-ignore
});

test('an identity that is not the recipient opens nothing, and the seal says so', async () => {
  const answer = await verifyPackage(...reading(whole.files), { identity: generateIdentity() });
  assert.deepEqual(failures(answer), [{ step: 'seal', file: 'evidence.age', code: 'malformed' }]);
});

suite('every byte is bound', () => {
  for (const [name, bytes] of whole.files) {
    test(`any one byte of ${name} changed is seen, and this file is named`, async () => {
      for (const at of places(name, bytes.length)) {
        const changed = Uint8Array.from(bytes);
        changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
        const answer = await verified(new Map(whole.files).set(name, changed));
        assert.equal(answer.ok, false, `byte ${at}`);
        const files = failures(answer).map(({ file }) => file);
        assert.ok(
          files.length > 0 && files.every((file) => blamed(name).includes(file)),
          `byte ${at}: ${files.join()}`,
        );
      }
    });
  }
});

/**
 * Every byte of a small file; of a larger one its edges and samples. The leaves of all acts and mandates have one form,
 * so those of one act stand for the others, which are sampled. PROVISO_LONG=1: every byte of every file.
 */
function places(name: string, length: number): number[] {
  const all = Array.from({ length }, (_, at) => at);
  if (process.env['PROVISO_LONG'] === '1') return all;
  const isSampled = length > 700 || (name.startsWith('log/') && !/^log\/(?:log|release)\./.test(name));
  return isSampled ? all.filter((at) => at < 8 || at >= length - 8 || at % 37 === 0) : all;
}

/**
 * A changed log key fails where it is first used, which may be the proof that it no longer signs; a changed leaf shows
 * in its proof, a changed commitment in what opens it.
 */
function blamed(name: string): string[] {
  if (name === 'log/log.vkey') return [name, 'log/release.tlog-proof'];
  const act = /^log\/(.+)\.(?:leaf|opening\.json|tlog-proof)$/.exec(name)?.[1];
  return act === undefined ? [name] : [`log/${act}.leaf`, `log/${act}.opening.json`, `log/${act}.tlog-proof`];
}

test('a file that is larger than its limit is refused, whoever reads it', async () => {
  const files = new Map(whole.files).set('order.txt', Buffer.alloc(limits.handOverTextBytes + 1));
  const found = failures(await verified(files));
  assert.ok(found.length > 0 && found.every(({ file, code }) => file === 'order.txt' && code === 'refused'));
});

test('a disk that fails is an error, not a finding about the hand-over', async () => {
  const [, list] = reading(whole.files);
  await assert.rejects(
    verifyPackage(() => Promise.reject(new Error('EIO')), list),
    /EIO/,
  );
});

test('a signature of a key that nobody named cannot be added to a proof', async () => {
  const name = 'log/request.tlog-proof';
  const stranger = signNote('x\n', [generateKey('stranger.example', new Uint8Array(32).fill(5))]);
  const line = Buffer.from(stranger).toString('utf8').split('\n').at(-2) ?? '';
  const files = new Map(whole.files).set(name, Buffer.concat([whole.files.get(name) ?? Buffer.of(), Buffer.from(`${line}\n`)])); // prettier-ignore
  assert.deepEqual(failures(await verified(files)).map(({ file, code }) => [file, code]).at(0), [name, 'malformed']); // prettier-ignore
});

test('any file removed is missed, and named', async () => {
  for (const name of whole.files.keys()) {
    const files = new Map(whole.files);
    files.delete(name);
    const found = failures(await verified(files));
    assert.ok(found.length > 0 && found.every((each) => each.file === name && each.code === 'missing'), `${name}: ${JSON.stringify(found)}`); // prettier-ignore
  }
});

test('a file that can be read but is not listed is missing', async () => {
  const [read] = reading(whole.files);
  const listed = [...whole.files.keys()].filter((name) => name !== 'order.txt');
  const answer = await verifyPackage(read, () => Promise.resolve(listed));
  assert.deepEqual(failures(answer), [{ step: 'files', file: 'order.txt', code: 'missing' }]);
});

test('more files than a hand-over has are not even looked at', async () => {
  const [read] = reading(whole.files);
  const listed = [...whole.files.keys(), ...Array.from({ length: 64 }, (_, index) => `more-${index}`)];
  const answer = await verifyPackage(read, () => Promise.resolve(listed));
  assert.deepEqual(failures(answer), [{ step: 'files', file: 'manifest.json', code: 'refused' }]);
});

test('any file added is seen, and named', async () => {
  for (const name of ['note.txt', 'log/extra.leaf', 'request.xml']) {
    const files = new Map(whole.files).set(name, Buffer.from('added'));
    assert.deepEqual(failures(await verified(files)), [{ step: 'files', file: name, code: 'unexpected' }]);
  }
});

test('any file cut short, emptied or doubled is seen', async () => {
  for (const [name, bytes] of whole.files) {
    for (const changed of [bytes.subarray(0, -1), new Uint8Array(), Buffer.concat([bytes, bytes]), Buffer.concat([bytes, Buffer.from('\n')])]) {
      const answer = await verified(new Map(whole.files).set(name, changed));
      assert.equal(answer.ok, false, `${name}, ${changed.length} bytes`);
    }
  } // prettier-ignore
});

test('any two files swapped are seen', async () => {
  const names = [...whole.files.keys()];
  for (const [index, one] of names.entries()) {
    const other = names[(index + 5) % names.length] ?? '';
    const files = new Map(whole.files);
    files.set(one, whole.files.get(other) ?? new Uint8Array()).set(other, whole.files.get(one) ?? new Uint8Array());
    assert.equal((await verified(files)).ok, false, `${one} and ${other}`);
  }
});

test('a file of another hand-over does not fit into this one', async () => {
  const other = await walk({ at: { release: '2026-02-15T10:00:00.000Z' } });
  for (const [name, bytes] of other.files) {
    if (Buffer.from(bytes).equals(whole.files.get(name) ?? new Uint8Array())) continue;
    assert.equal((await verified(new Map(whole.files).set(name, bytes))).ok, false, name);
  }
});

/** What somebody could do who holds the authority's keys and the log's, and how it still shows. */
const insiders: readonly (readonly [law: string, bend: Bend, step: StepName, file: string])[] = [
  ['a judge who also decides', { document: (name, bytes) => (name === 'register.json' ? replaced(bytes, '"person":"ines-okafor"', '"person":"vera-lindqvist"') : bytes) }, 'separation of persons', 'register.json'],
  ['a judge who shares a key with the officer', { document: (name, bytes) => (name === 'register.json' ? shareKey(bytes) : bytes) }, 'separation of persons', 'register.json'],
  ['an order wider than the request', { order: (o) => ({ ...o, scope: { ...o.scope, period: { ...o.scope.period, until: '2026-03-01T00:00:00.000Z' } } }) }, 'scope', 'decision.json'],
  ['an order wider than the decision', { decided: (d) => ({ ...d, scope: { ...(d as { scope: object }).scope, dataCategories: ['traffic'] } }) }, 'scope', 'order.json'],
  ['a decision to refuse', { decided: (d) => ({ ...d, outcome: 'refuse', grounds: ['40(21)(b)'] }) }, 'authorisation', 'decision.json'],
  ['a decision about another document of the request', { decided: (d) => ({ ...d, requestSha256: '0'.repeat(64) }) }, 'request', 'decision.json'],
  ['an order with other reasons than the decision', { decided: (d) => ({ ...d, reasons: 'Others.' }) }, 'authorisation', 'order.json'],
  ['an order decided by somebody else', { order: (o) => ({ ...o, decidedBy: 'Somebody Else (xb-central-authority/else)' }) }, 'authorisation', 'order.json'],
  ['an order of another request', { order: (o) => ({ ...o, requestSha256: '0'.repeat(64) }) }, 'request', 'order.json'],
  ['an order that was changed after the court signed', { document: (name, bytes) => (name === 'order.json' ? replaced(bytes, 'Used for this proceeding only.', 'Used for anything at all here.') : bytes) }, 'authorisation', 'order.txt'],
  ['a text that was changed after the court signed', { document: (name, bytes) => (name === 'order.txt' ? replaced(bytes, 'phisher@', 'advisor@') : bytes) }, 'authorisation', 'order.txt'],
  ['a released item that the order does not name', { manifest: (m) => ({ ...m, released: { ...m.released, items: m.released.items.map((item, index) => (index === 0 ? { ...item, at: '2025-12-31T00:00:00.000Z' } : item)) } }) }, 'scope', 'manifest.json'],
  ['items that are accounted for nowhere', { manifest: (m) => ({ ...m, withheld: m.withheld.slice(1) }) }, 'scope', 'manifest.json'],
  ['conditions with a day more', { document: (name, bytes) => (name === 'conditions.json' ? replaced(bytes, '"until":"2', '"until":"3') : bytes) }, 'conditions', 'conditions.json'],
  ['conditions that leave out an assurance', { terms: (terms) => ({ ...terms, assurances: [] }) }, 'conditions', 'conditions.json'],
  ['conditions that are longer than the request asked for', { terms: (terms) => ({ ...terms, retention: { ...terms.retention, until: '2036-01-01T00:00:00.000Z' } }) }, 'conditions', 'conditions.json'],
  ['conditions for another authority', { to: 'xc-central-authority' }, 'conditions', 'conditions.json'],
  ['another exhibit than was produced', { manifest: (m) => ({ ...m, produced: m.produced.map((each) => ({ ...each, bytes: each.bytes + 1 })) }) }, 'custody', 'manifest.json'],
  ['a custody entry taken out', { document: (name, bytes) => (name === 'custody.jsonl' ? withoutLine(bytes, 3) : bytes) }, 'custody', 'custody.jsonl'],
  ['a custody that ends before the release', { document: (name, bytes) => (name === 'custody.jsonl' ? withoutLine(bytes, 6) : bytes) }, 'custody', 'custody.jsonl'],
  ['a custody entry with another reason', { document: (name, bytes) => (name === 'custody.jsonl' ? replaced(bytes, 'items inside the order', 'items outside of order') : bytes) }, 'custody', 'custody.jsonl'],
  ['evidence that changed hands before it was authorised', { at: { production: '2026-02-12T09:59:59.999Z' } }, 'custody', 'custody.jsonl'],
  ['an authorisation logged after the production', { sequence: ['request', 'decision', 'production', 'authorisation', 'release'] }, 'log inclusion', 'log/production.tlog-proof'],
  ['a decision logged before the request', { sequence: ['decision', 'request', 'authorisation', 'production', 'release'] }, 'log inclusion', 'log/decision.tlog-proof'],
  ['an authorisation of another case', { logCase: (act) => (act === 'authorisation' ? '00000000-0000-4000-8000-000000000000' : '3f0c6a52-6f55-4a3f-8d8a-0f6f3f0a7d11') }, 'log inclusion', 'log/authorisation.opening.json'],
  ['a mandate that had ended when it was used', { document: (name, bytes) => (name === 'register.json' ? replaced(bytes, '2027-01-01', '2026-02-01') : bytes) }, 'separation of persons', 'register.json'],
  ['a mandate that differs from its registration', { document: (name, bytes) => (name === 'register.json' ? replaced(bytes, 'Mail Example', 'Nail Example') : bytes) }, 'log inclusion', 'log/register-4.opening.json'],
  ['evidence sealed to a key of nobody', { document: (name, bytes) => (name === 'register.json' ? replaced(bytes, recipientOf(whole.identity), recipientOf(generateIdentity())) : bytes) }, 'seal', 'register.json'],
  ['another sealed file than was logged', { document: (name, bytes) => (name === 'evidence.age' ? bytes.subarray(1) : bytes) }, 'seal', 'evidence.age'],
  ['a request that is none', { late: (name, bytes) => (name === 'request.json' ? bytes.subarray(1) : bytes) }, 'request', 'request.json'],
  ['a register that is none', { late: (name, bytes) => (name === 'register.json' ? bytes.subarray(1) : bytes) }, 'separation of persons', 'register.json'],
  ['an order with a field that nobody knows', { late: (name, bytes) => (name === 'order.json' ? replaced(bytes, '{', '{"also":1,') : bytes) }, 'authorisation', 'order.json'],
  ['a manifest in another spelling', { late: (name, bytes) => (name === 'manifest.json' ? Buffer.concat([bytes, Buffer.from(' ')]) : bytes) }, 'files', 'manifest.json'],
  ['a manifest that does not name the order', { manifest: (m) => ({ ...m, files: m.files.filter(({ name }) => name !== 'order.json') }) }, 'authorisation', 'order.json'],
  ['a manifest that names two requests', { manifest: (m) => ({ ...m, files: m.files.flatMap((file) => (file.name === 'request.json' ? [file, { ...file, name: 'request.xml' }] : [file])) }) }, 'request', 'manifest.json'],
  ['a manifest that names a file twice', { manifest: (m) => ({ ...m, files: m.files.flatMap((file) => [file, file]) }) }, 'files', 'manifest.json'],
  ['an act of somebody who is not in the register', { manifest: (m) => ({ ...m, acts: { ...m.acts, production: { ...m.acts.production, by: 'xb-provider/nobody' } } }) }, 'separation of persons', 'register.json'],
  ['an order that is not the one that was logged', { logged: (act, body) => (act === 'authorisation' ? { ...body, orderSha256: '0'.repeat(64) } : body) }, 'authorisation', 'order.json'],
  ['a note that is not the one that was logged', { logged: (act, body) => (act === 'authorisation' ? { ...body, noteSha256: '0'.repeat(64) } : body) }, 'authorisation', 'authorisation.note'],
  ['a decision that is not the one that was logged', { logged: (act, body) => (act === 'decision' ? { ...body, policy: 'strict' } : body) }, 'authorisation', 'decision.json'],
  ['a production that is not the one that was logged', { logged: (act, body) => (act === 'production' ? { ...body, exhibits: [] } : body) }, 'custody', 'production.json'],
  ['a request that is not the one that was logged', { logged: (act, body) => (act === 'request' ? { ...body, requestSha256: '0'.repeat(64) } : body) }, 'request', 'request.json'],
  ['a seal that is not the one that was logged', { logged: (act, body) => (act === 'release' ? { ...body, sealedSha256: '0'.repeat(64) } : body) }, 'seal', 'evidence.age'],
  ['an authorisation that the log has as refused', { logged: (act, body) => (act === 'authorisation' ? { ...body, kind: 'authorisation-refused' } : body) }, 'authorisation', 'log/authorisation.leaf'],
  ['a decision that the log has as something else', { logged: (act, body) => (act === 'decision' ? { ...body, kind: 'information-asked' } : body) }, 'log inclusion', 'log/decision.leaf'],
  ['an authorisation at another time than the court signed', { manifest: (m) => ({ ...m, acts: { ...m.acts, authorisation: { ...m.acts.authorisation, at: '2026-02-12T09:00:00.000Z' } } }) }, 'authorisation', 'authorisation.note'],
  ['a custody without produced', { custody: (step) => (step.act === 'produced' ? undefined : step) }, 'custody', 'custody.jsonl'],
  ['a custody without received', { custody: (step) => (step.act === 'received' ? undefined : step) }, 'custody', 'custody.jsonl'],
  ['a custody without minimised', { custody: (step) => (step.act === 'minimised' ? undefined : step) }, 'custody', 'custody.jsonl'],
  ['a custody without sealed', { custody: (step) => (step.act === 'sealed' ? undefined : step) }, 'custody', 'custody.jsonl'],
  ['a custody without released', { custody: (step) => (step.act === 'released' ? undefined : step) }, 'custody', 'custody.jsonl'],
  ['a custody about another sealed file', { custody: (step) => (step.act === 'sealed' ? { ...step, subject: '0'.repeat(64) } : step) }, 'custody', 'custody.jsonl'],
  ['an exhibit that was looked at but never received', { custody: (step) => (step.act === 'received' ? { ...step, act: 'viewed' } : step) }, 'custody', 'custody.jsonl'],
  ['a release at another time than the manifest says', { custody: (step) => (step.act === 'released' ? { ...step, at: '2026-02-15T10:00:00.000Z' } : step) }, 'custody', 'custody.jsonl'],
  ['a release by somebody else than the manifest says', { manifest: (m) => ({ ...m, acts: { ...m.acts, release: { ...m.acts.release, by: m.acts.request.by } } }) }, 'custody', 'custody.jsonl'],
  ['a custody that begins otherwise than was logged at production', { custody: (step) => (step.act === 'produced' ? { ...step, reason: 'otherwise' } : step) }, 'custody', 'custody.jsonl'],
  ['an act under another case key', { logKey: (act) => (act === 'decision' ? new Uint8Array(32) : undefined) }, 'log inclusion', 'log/decision.leaf'],
  ['a production that the court logged', { logBy: (act) => (act === 'production' ? 2 : undefined) }, 'log inclusion', 'log/production.leaf'],
  ['people who were registered after they acted', { registeredLate: true }, 'log inclusion', 'log/register-1.tlog-proof'],
  ['an order for another State than asked', { order: (o) => ({ ...o, requestingState: 'XC' }) }, 'request', 'order.json'],
  ['an order of another case', { manifest: (m) => ({ ...m, caseId: '00000000-0000-4000-8000-000000000000' }) }, 'request', 'order.json'],
  ['a request from somebody who may not ask', { document: (name, bytes) => (name === 'register.json' ? replaced(bytes, '"requesting-officer"', '"person-concerned"') : bytes) }, 'request', 'register.json'],
  ['a request that names no kind of data', { late: (name, bytes) => (name === 'request.json' ? replaced(bytes, '"dataCategories": ["traffic", "content"],', '') : bytes) }, 'scope', 'request.json'],
  ['a seal of another length', { manifest: (m) => ({ ...m, sealed: { ...m.sealed, ciphertextBytes: m.sealed.ciphertextBytes + 1 } }) }, 'seal', 'evidence.age'],
  ['a content of another length', { manifest: (m) => ({ ...m, sealed: { ...m.sealed, plaintextBytes: m.sealed.plaintextBytes + 1 } }) }, 'seal', 'evidence.age'],
  ['a released file that is not in the seal', { manifest: (m) => ({ ...m, released: { ...m.released, files: [...m.released.files, ...m.released.files.slice(0, 1).map((each) => ({ ...each, name: 'exhibit-09.mbox' }))] } }) }, 'seal', 'evidence.age'],
  ['a released file with another hash', { manifest: (m) => ({ ...m, released: { ...m.released, files: m.released.files.map((each) => ({ ...each, sha256: '0'.repeat(64) })) } }) }, 'seal', 'evidence.age'],
  ['a released item that is listed as withheld', { manifest: (m) => ({ ...m, released: { ...m.released, items: m.released.items.slice(0, -1) }, withheld: [...m.withheld, ...m.withheld.slice(0, 1)] }) }, 'seal', 'evidence.age'],
  ['acts that the log has in another month', { manifest: (m) => ({ ...m, acts: { ...m.acts, request: { ...m.acts.request, at: '2026-01-10T10:00:00.000Z' } } }) }, 'separation of persons', 'manifest.json'],
]; // prettier-ignore

suite('what was logged and signed anew by an insider', () => {
  for (const [law, bend, step, file] of insiders) {
    test(`${law} fails at ${step}, in ${file}`, async () => {
      const bent = await walk(bend);
      const found = failures(await verifyPackage(...reading(bent.files), { identity: bent.identity }));
      assert.ok(found.some((each) => each.step === step && each.file === file), JSON.stringify(found)); // prettier-ignore
    });
  }
});

test('the doors before the hand-over refuse first: no seal without a separate court, a mandate and a valid order', async () => {
  const judge = (change: object): Bend => ({ mandate: (m) => (m.role === 'judge' ? { ...m, ...change } : m) });
  await assert.rejects(walk(judge({ person: 'vera-lindqvist' })), { name: 'AuthorisationError', code: 'separation' });
  await assert.rejects(walk(judge({ authority: 'xb-central-authority' })), { code: 'separation' });
  await assert.rejects(walk(judge({ validUntil: '2026-02-12T10:00:00.000Z' })), { code: 'mandate' });
  await assert.rejects(walk(judge({ role: 'case-officer' })), { code: 'mandate' });
  await assert.rejects(walk({ at: { release: '2026-03-10T00:00:00.000Z' } }), { code: 'validity' });
  await assert.rejects(walk({ at: { release: '2026-02-12T09:00:00.000Z' } }), { code: 'validity' });
  const nothing = { from: '2025-06-01T00:00:00.000Z', until: '2025-06-02T00:00:00.000Z' };
  await assert.rejects(walk({ order: (o) => ({ ...o, scope: { ...o.scope, period: nothing } }) }), { name: 'SealError', code: 'nothing-to-release' }); // prettier-ignore
});

test('an item that the manifest describes falsely is seen when the seal is opened', async () => {
  const bent = await walk({
    manifest: (m) => ({
      ...m,
      released: {
        ...m.released,
        items: m.released.items.map((item, index) =>
          index === 0 ? { ...item, at: '2026-01-03T00:00:00.000Z' } : item,
        ),
      },
    }),
  });
  assert.equal((await verifyPackage(...reading(bent.files))).ok, true, 'closed, it is the authority that says so');
  const opened = await verifyPackage(...reading(bent.files), { identity: bent.identity });
  assert.deepEqual(failures(opened), [{ step: 'seal', file: 'evidence.age', code: 'outside-scope' }]);
});

const replaced = (bytes: Uint8Array, from: string, to: string): Uint8Array => {
  const text = Buffer.from(bytes).toString('utf8');
  assert.ok(text.includes(from), `the document says ${from}`);
  return Buffer.from(text.replace(from, to));
};

const withoutLine = (bytes: Uint8Array, line: number): Uint8Array =>
  Buffer.from(Buffer.from(bytes).toString('utf8').split('\n').filter((_, index) => index !== line).join('\n')); // prettier-ignore

function shareKey(bytes: Uint8Array): Uint8Array {
  const register = JSON.parse(Buffer.from(bytes).toString('utf8')) as { mandates: { id: string; vkey: string }[] };
  const [, officer, judge] = register.mandates;
  assert.ok(officer && judge);
  judge.vkey = officer.vkey.replace(officer.id, judge.id);
  return canonicalBytes(register);
}
