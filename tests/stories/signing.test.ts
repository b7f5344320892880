import assert from 'node:assert/strict';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { suite, test } from 'node:test';
import { verifyAuthenticationResponse } from '@simplewebauthn/server';
import { leafForRegister } from '../../src/acts/leaf-for.ts';
import type { CourtSignature } from '../../src/acts/authorise.ts';
import type { Answer } from '../../src/acts/answer.ts';
import { challengeFor, isAsserted } from '../../src/authorisation/assertion.ts';
import { signAuthorisation } from '../../src/authorisation/authorised.ts';
import { personKeyId, type Passkey, type PersonKey } from '../../src/authorisation/person-key.ts';
import { encodeVerifierKey, generateKey } from '../../src/transparency/note.ts';
import { verifyPackage } from '../../src/verify/index.ts';
import { authenticator, type Authenticator, type Bend } from '../identity/authenticator.ts';
import { reading } from '../evidence/walk.ts';
import { contentsOf } from '../evidence/whole.ts';
import { done, mailbox, people, sandbox, site } from './sandbox.ts';

/** A court signs with its own device: a passkey over the hash of the text that it was shown, or a key kept offline. */

const place = { origin: 'https://desk.xb.example', rpId: 'xb.example' };
const at = '2026-03-02T09:00:00.000Z';
const { acts, composed, store, on, see, granted, serve, served, setClock } = sandbox();
const judge = 'ines-okafor';

const passkeyOf = ({ credentialId, jwk }: Authenticator, person = judge): Passkey => ({
  format: 'proviso-key/1',
  kind: 'passkey',
  person,
  name: 'Desk',
  registeredAt: at,
  credentialId,
  jwk,
  ...place,
});

async function register(key: PersonKey, mandate: string = people.judge): Promise<string> {
  const keyId = personKeyId(key);
  const of = await store().writer.mandate(mandate);
  assert.ok(of);
  const leaf = leafForRegister(of, { key: keyId }, at, composed().tools.random);
  assert.equal(await store().identities.register({ key }, leaf, at), 'registered');
  return keyId;
}

type Shown = Readonly<{ text: string; sha256: string }>;
async function shownTo(caseId: string): Promise<Shown> {
  const shown = await acts().proposeOrder({ mandate: people.judge, caseId });
  if (shown.kind === 'refused') throw new Error(shown.code);
  return shown;
}
const authoriseWith = async (caseId: string, sign: (shown: Shown) => CourtSignature): Promise<Answer> => {
  const shown = await shownTo(caseId);
  const frame = await on(people.judge, caseId);
  return acts().authorise({ ...frame, shownSha256: shown.sha256, signature: sign(shown) });
};
const byPasskey =
  (key: Authenticator, bend?: Bend) =>
  ({ text }: Shown): CourtSignature => ({ form: 'assertion', ...key.assert(challengeFor(text), bend) });
const code = (answer: Answer): string => (answer.kind === 'refused' ? answer.code : answer.kind);

async function handOver(caseId: string): Promise<Map<string, Uint8Array>> {
  await serve(caseId);
  done(await acts().produce({ ...(await on(people.provider, caseId)), exhibits: [mailbox, site] }));
  done(await acts().release(await on(people.officer, caseId)));
  return contentsOf(done(await acts().collect(await on(people.sender, caseId))).value);
}

void suite('a passkey', () => {
  test('signs what was shown, and the hand-over proves it offline with the key of the register', async () => {
    const key = authenticator(place);
    await register(passkeyOf(key));
    const caseId = await granted();
    done(await authoriseWith(caseId, byPasskey(key)));
    const files = await handOver(caseId);
    assert.ok(files.has('authorisation.json') && !files.has('authorisation.note') && files.has('log/key-1.leaf'));
    const answer = await verifyPackage(...reading(files));
    assert.deepEqual(answer.steps.filter(({ ok }) => !ok), []); // prettier-ignore
    for (const name of [
      'authorisation.json',
      'order.txt',
      'register.json',
      'log/key-1.leaf',
      'log/key-1.opening.json',
    ]) {
      const bytes = Uint8Array.from(files.get(name) ?? []);
      const place = bytes.length >> 1;
      bytes[place] = (bytes[place] ?? 0) ^ 1;
      const changed = await verifyPackage(...reading(new Map(files).set(name, bytes)));
      assert.equal(changed.ok, false, `one bit of ${name}`);
    }
  });

  test('is believed by another verifier for the same reasons', async () => {
    const key = authenticator(place);
    const text = 'ORDER\n';
    const challenge = challengeFor(text);
    assert.equal(challenge, createHash('sha256').update(text).digest('base64url'));
    const bends: Bend[] = [{}, { origin: 'https://evil.example' }, { rpId: 'evil.example' }, { flags: 0x01 }, { type: 'webauthn.create' }]; // prettier-ignore
    for (const bend of bends) {
      const ours = isAsserted({ format: 'proviso-assertion/1', by: 'x', at, ...key.assert(challenge, bend) }, text, passkeyOf(key)); // prettier-ignore
      const theirs = await verifyAuthenticationResponse({
        response: key.answer(challenge, bend) as never,
        expectedChallenge: challenge,
        expectedOrigin: place.origin,
        expectedRPID: place.rpId,
        requireUserVerification: true,
        credential: { id: key.credentialId, publicKey: new Uint8Array(key.cose), counter: 0 },
      }).then(
        ({ verified }) => verified,
        () => false,
      );
      assert.deepEqual([ours, theirs], [bend === bends[0], bend === bends[0]], JSON.stringify(bend));
    }
  });

  test('on another site, without its person, for another text, of another person, or unknown authorises nothing', async () => {
    const [key, strange, ended, officers] = [authenticator(place), authenticator(place), authenticator(place), authenticator(place)]; // prettier-ignore
    await register(passkeyOf(key));
    await register(passkeyOf(officers, 'vera-lindqvist'), people.officer);
    const endedId = await register(passkeyOf(ended));
    const mandate = await store().writer.mandate(people.judge);
    assert.ok(mandate);
    const leaf = leafForRegister(mandate, { keyEnded: endedId }, at, composed().tools.random);
    assert.equal(await store().identities.endKey(judge, endedId, leaf, at), true);
    const caseId = await granted();
    const size = (await see(people.judge, caseId)).case.version;
    const lies: Record<string, (shown: Shown) => CourtSignature> = {
      'another origin': byPasskey(key, { origin: 'https://desk.xb.example.evil.example' }),
      'another relying party': byPasskey(key, { rpId: 'desk.xb.example' }),
      'nobody verified': byPasskey(key, { flags: 0x01 }),
      'a frame of another site': byPasskey(key, { crossOrigin: true }),
      'a registration, not a signature': byPasskey(key, { type: 'webauthn.create' }),
      'one byte of the text changed': ({ text }) => byPasskey(key)({ text: `${text} `, sha256: '' }),
      'a key that nobody registered': byPasskey(strange),
      'a key that ended': byPasskey(ended),
      'the officer’s key': byPasskey(officers),
      'another key named': (shown) =>
        ({ ...byPasskey(strange)(shown), credentialId: key.credentialId }) as CourtSignature,
      'no signature': () => ({ form: 'note', bytes: new Uint8Array() }),
      'a random one': (shown) => ({ ...byPasskey(key)(shown), signature: randomBytes(71).toString('base64url') }) as CourtSignature, // prettier-ignore
    };
    for (const [lie, sign] of Object.entries(lies))
      assert.equal(code(await authoriseWith(caseId, sign)), 'not-signed', lie);
    assert.equal((await see(people.judge, caseId)).case.version, size, 'nothing was recorded');
  });
});

void suite('a key kept offline', () => {
  test('signs what was shown; no key that a server holds is needed', async () => {
    const own = generateKey(people.judge, randomBytes(32));
    await register({ format: 'proviso-key/1', kind: 'ed25519', person: judge, name: 'Safe', registeredAt: at, vkey: encodeVerifierKey(own.verifier) }); // prettier-ignore
    const caseId = await granted();
    const strange = generateKey(people.judge, randomBytes(32));
    const by = (key: typeof own, when: string) => ({ text }: Shown): CourtSignature => ({ form: 'note', bytes: signAuthorisation(text, { id: people.judge }, when, key) }); // prettier-ignore
    assert.equal(code(await authoriseWith(caseId, by(strange, at))), 'not-signed');
    assert.equal(
      code(await authoriseWith(caseId, by(own, '2026-03-02T09:00:01.000Z'))),
      'not-signed',
      'a later instant',
    );
    assert.equal(code(await authoriseWith(caseId, by(own, '2026-03-01T09:00:00.000Z'))), 'not-signed', 'before the grant'); // prettier-ignore
    done(await authoriseWith(caseId, by(own, at)));
    const answer = await verifyPackage(...reading(await handOver(caseId)));
    assert.deepEqual(answer.steps.filter(({ ok }) => !ok), []); // prettier-ignore
  });
});

void suite('an authorisation that was taken back', () => {
  test('stops production and release, and no signature of it is ever good again', async () => {
    const key = authenticator(place);
    await register(passkeyOf(key));
    const caseId = await granted();
    let kept: CourtSignature | undefined;
    const before = await shownTo(caseId);
    done(await authoriseWith(caseId, (shown) => (kept = byPasskey(key)(shown))));
    done(await acts().revoke({ ...(await on(people.judge, caseId)), reasons: 'Obtained by a false statement.' }));
    assert.equal(code(await acts().produce({ ...(await on(people.provider, caseId)), exhibits: [mailbox] })), 'not-open'); // prettier-ignore
    assert.equal((await acts().checkOrder({ mandate: people.provider, caseId })).kind, 'refused');
    const replayed = await acts().authorise({ ...(await on(people.judge, caseId)), shownSha256: before.sha256, ...(kept && { signature: kept }) }); // prettier-ignore
    assert.equal(code(replayed), 'shown-changed');
    assert.ok(kept);
    const signature = kept;
    assert.equal(
      code(await authoriseWith(caseId, () => signature)),
      'not-signed',
      'the old signature under the new text',
    );
    const after = await shownTo(caseId);
    assert.ok(after.text.includes(`order whose text has SHA-256 ${before.sha256}`));
    done(await authoriseWith(caseId, byPasskey(key)));
    const answer = await verifyPackage(...reading(await handOver(caseId)));
    assert.deepEqual(answer.steps.filter(({ ok }) => !ok), []); // prettier-ignore
  });

  test('after production nothing is released', async () => {
    const caseId = await served();
    done(await acts().produce({ ...(await on(people.provider, caseId)), exhibits: [mailbox] }));
    done(await acts().revoke({ ...(await on(people.judge, caseId)), reasons: 'The person is a lawyer.' }));
    assert.equal(code(await acts().release(await on(people.officer, caseId))), 'not-open');
  });
});

test('a court adds conditions; they are in the text, travel, and none of the decision’s is taken away', async () => {
  const caseId = await granted();
  const narrowing = { conditions: ['Only for the proceeding named here.'] };
  const shown = await acts().proposeOrder({ mandate: people.judge, caseId, narrowing });
  assert.ok(shown.kind === 'shown' && shown.text.includes('Only for the proceeding named here. (court)'));
  done(await acts().authorise({ ...(await on(people.judge, caseId)), narrowing, shownSha256: shown.sha256 }));
  const answer = await verifyPackage(...reading(await handOver(caseId)));
  assert.deepEqual(answer.steps.filter(({ ok }) => !ok), []); // prettier-ignore
});

test('what was authorised stays authorised when the key that signed it ends later', async () => {
  const key = authenticator(place);
  const keyId = await register(passkeyOf(key));
  const caseId = await granted();
  done(await authoriseWith(caseId, byPasskey(key)));
  const mandate = await store().writer.mandate(people.judge);
  assert.ok(mandate);
  const leaf = leafForRegister(mandate, { keyEnded: keyId }, at, composed().tools.random);
  await store().identities.endKey(judge, keyId, leaf, at);
  setClock('2026-03-03T09:00:00.000Z');
  assert.equal((await verifyPackage(...reading(await handOver(caseId)))).ok, true);
  setClock(at);
});

test('an order is extended by a new signature over a text that names the old one, and is served again', async () => {
  const key = authenticator(place);
  await register(passkeyOf(key));
  const caseId = await granted();
  let old: CourtSignature | undefined;
  done(await authoriseWith(caseId, (shown) => (old = byPasskey(key)(shown))));
  await serve(caseId);
  const before = (await see(people.judge, caseId)).case.authorised?.body;
  const shown = await acts().proposeExtension({ mandate: people.judge, caseId });
  assert.ok(shown.kind === 'shown' && before && old);
  assert.ok(shown.text.includes(before.orderTextSha256) && shown.order.validUntil > before.validUntil);
  const frame = { ...(await on(people.judge, caseId)), shownSha256: shown.sha256 };
  assert.equal(code(await acts().extend({ ...frame, signature: old })), 'not-signed', 'the old signature');
  assert.equal(code(await acts().extend({ ...frame, mandate: people.officer })), 'no-mandate');
  done(await acts().extend({ ...frame, actId: randomUUID(), signature: byPasskey(key)(shown) }));
  assert.equal(code(await acts().produce({ ...(await on(people.provider, caseId)), exhibits: [mailbox] })), 'not-open');
  const answer = await verifyPackage(...reading(await handOver(caseId)));
  assert.deepEqual(answer.steps.filter(({ ok }) => !ok), []); // prettier-ignore
});
