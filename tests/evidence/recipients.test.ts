import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Mandate } from '../../src/authorisation/mandate.ts';
import { armour } from '../../src/evidence/age/armour.ts';
import { generateIdentity, recipientOf } from '../../src/evidence/age/identity.ts';
import { fileNames } from '../../src/evidence/hand-over-files.ts';
import { recipientsOf } from '../../src/evidence/recipients.ts';
import { verifyPackage, type Verification } from '../../src/verify/index.ts';
import { reading, walk } from './walk.ts';

/** To whom evidence is sealed, and how a lie about it shows. */

const failures = ({ steps }: Verification): string[] =>
  steps.flatMap((each) => (each.ok ? [] : [`${each.step}: ${each.file}: ${each.code}`]));
const at = '2026-02-14T10:00:00.000Z';
const [plain, other, hybrid] = [recipientOf(generateIdentity()), recipientOf(generateIdentity()), recipientOf(generateIdentity(undefined, 'hybrid'))]; // prettier-ignore
const stranger = recipientOf(generateIdentity());

function mandate(change: Partial<Mandate>): Mandate {
  return {
    id: 'xa-authority/officer', person: 'officer', name: 'Officer', role: 'requesting-officer', authority: 'xa-authority',
    authorityName: 'Authority', state: 'XA', vkey: 'key', validFrom: '2025-01-01T00:00:00.000Z', validUntil: '2027-01-01T00:00:00.000Z', ...change,
  }; // prettier-ignore
}

test('keys are those of the asking authority that are in force, each once', () => {
  const mandates = [
    mandate({ recipient: plain }),
    mandate({ recipient: plain, id: 'xa-authority/second' }),
    mandate({ recipient: other, validUntil: at }),
    mandate({ recipient: other, validFrom: '2026-02-14T10:00:00.001Z' }),
    mandate({ recipient: other, authority: 'xc-authority' }),
    mandate({ recipient: other, role: 'case-officer' }),
  ];
  assert.deepEqual(recipientsOf(mandates, 'xa-authority', at), [plain]);
  assert.deepEqual(recipientsOf(mandates.slice(2), 'xa-authority', at), []);
});

test('where an authority has a hybrid key, a weaker one is not used', () => {
  const mandates = [mandate({ recipient: plain }), mandate({ recipient: hybrid }), mandate({ recipient: other })];
  assert.deepEqual(recipientsOf(mandates, 'xa-authority', at), [hybrid]);
});

test('a hand-over to a hybrid key is proven, closed and opened', async () => {
  const { files, identity } = await walk({ keyKind: 'hybrid' });
  for (const options of [{}, { identity }])
    assert.deepEqual(failures(await verifyPackage(...reading(files), options)), []);
});

test('a reader who was added in silence shows without opening the seal', async () => {
  const { files } = await walk({
    recipients: (own) => [own, stranger],
    manifest: (m) => ({ ...m, sealed: { ...m.sealed, recipients: m.sealed.recipients.filter((each) => each !== stranger) } }),
  }); // prettier-ignore
  assert.deepEqual(failures(await verifyPackage(...reading(files))), ['seal: evidence.age: contradiction']);
});

test('recipients that are swapped for somebody else’s, in the seal or in the manifest, are seen', async () => {
  const sealed = await walk({ recipients: () => [stranger] });
  assert.deepEqual(failures(await verifyPackage(...reading(sealed.files))), ['seal: register.json: contradiction']);
  const named = await walk({ manifest: (m) => ({ ...m, sealed: { ...m.sealed, recipients: [stranger] } }) });
  assert.deepEqual(failures(await verifyPackage(...reading(named.files))), ['seal: register.json: contradiction']);
  const own = await walk({
    recipients: () => [stranger],
    manifest: (m) => ({ ...m, sealed: { ...m.sealed, recipients: [recipientOf(whole.identity)] } }),
  });
  const opened = await verifyPackage(...reading(own.files), { identity: own.identity });
  assert.deepEqual(failures(opened), ['seal: evidence.age: malformed'], 'it is not sealed to who should open it');
});

const whole = await walk();

test('a sealed file in armour, alone or with something after it, is not the one that was logged', async () => {
  for (const more of ['', '\n', 'x']) {
    const armoured = Buffer.concat([...(await Array.fromAsync(armour([whole.files.get(fileNames.sealed) ?? Buffer.of()]))), Buffer.from(more)]); // prettier-ignore
    const { files } = await walk({ document: (name, bytes) => (name === fileNames.sealed ? armoured : bytes) });
    assert.deepEqual(failures(await verifyPackage(...reading(files))), ['seal: evidence.age: changed']);
  }
});
