import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import type { Passkey } from '../../src/authorisation/person-key.ts';

/**
 * A passkey in software, written from WebAuthn Level 3 section 6 alone: what it makes is checked by our verifier and by
 * another one. It does whatever it is told, also what no honest authenticator or browser does.
 */
export type Authenticator = Readonly<{
  credentialId: string;
  jwk: Passkey['jwk'];
  /** COSE_Key (RFC 9052) of the public key. */
  cose: Uint8Array;
  assert: (challenge: string, bend?: Bend) => AssertionParts;
  /** The answer to `navigator.credentials.create`, attestation `none`. */
  attest: (challenge: string, bend?: Bend) => Record<string, unknown>;
  /** The answer to `navigator.credentials.get`, as a browser gives it. */
  answer: (challenge: string, bend?: Bend) => Record<string, unknown>;
}>;

export type AssertionParts = Readonly<{
  credentialId: string;
  authenticatorData: string;
  clientDataJSON: string;
  signature: string;
}>;

export type Bend = Readonly<{
  origin?: string;
  rpId?: string;
  type?: string;
  /** Flags: present 0x01, verified 0x04. */
  flags?: number;
  counter?: number;
  crossOrigin?: boolean;
}>;

const sha256 = (data: string | Buffer): Buffer => createHash('sha256').update(data).digest();
const b64u = (data: Buffer | Uint8Array): string => Buffer.from(data).toString('base64url');

export function authenticator(at: Readonly<{ origin: string; rpId: string }>): Authenticator {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const id = randomBytes(32);
  const credentialId = b64u(id);
  const cose = coseOf(x, y);
  const dataOf = (bend: Bend, flags: number, rest: Buffer = Buffer.alloc(0)): Buffer => {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(bend.counter ?? 0);
    return Buffer.concat([sha256(bend.rpId ?? at.rpId), Buffer.from([flags]), counter, rest]);
  };
  const clientOf = (type: string, challenge: string, bend: Bend): Buffer =>
    Buffer.from(
      JSON.stringify({ type: bend.type ?? type, challenge, origin: bend.origin ?? at.origin, crossOrigin: bend.crossOrigin ?? false }),
    ); // prettier-ignore
  const assert: Authenticator['assert'] = (challenge, bend = {}) =>
    signed(privateKey, credentialId, dataOf(bend, bend.flags ?? 0x05), clientOf('webauthn.get', challenge, bend));
  return {
    credentialId,
    jwk: { kty: 'EC', crv: 'P-256', x, y },
    cose: new Uint8Array(cose),
    assert,
    attest: (challenge, bend = {}) => {
      const length = Buffer.alloc(2);
      length.writeUInt16BE(id.length);
      const data = dataOf(bend, bend.flags ?? 0x45, Buffer.concat([Buffer.alloc(16), length, id, cose]));
      return {
        id: credentialId, rawId: credentialId, type: 'public-key', clientExtensionResults: {},
        response: {
          clientDataJSON: b64u(clientOf('webauthn.create', challenge, bend)),
          attestationObject: b64u(attestationObject(data)),
          transports: ['internal'],
        },
      }; // prettier-ignore
    },
    answer: (challenge, bend = {}) => {
      const { authenticatorData, clientDataJSON, signature } = assert(challenge, bend);
      const response = { authenticatorData, clientDataJSON, signature };
      return { id: credentialId, rawId: credentialId, type: 'public-key', clientExtensionResults: {}, response };
    },
  };
}

function signed(key: KeyObject, credentialId: string, data: Buffer, client: Buffer): AssertionParts {
  const signature = sign('sha256', Buffer.concat([data, sha256(client)]), key);
  return {
    credentialId,
    authenticatorData: b64u(data),
    clientDataJSON: b64u(client),
    signature: b64u(signature),
  };
}

/** {1: 2, 3: -7, -1: 1, -2: x, -3: y} in canonical CBOR. */
const coseOf = (x: string, y: string): Buffer =>
  Buffer.concat([
    Buffer.from('a5010203262001215820', 'hex'),
    Buffer.from(x, 'base64url'),
    Buffer.from('225820', 'hex'),
    Buffer.from(y, 'base64url'),
  ]);

/** {"fmt": "none", "attStmt": {}, "authData": bytes} */
function attestationObject(data: Buffer): Buffer {
  const head = Buffer.from('a363666d74646e6f6e656761747453746d74a0686175746844617461', 'hex');
  return Buffer.concat([head, Buffer.from([0x58, data.length]), data]);
}
