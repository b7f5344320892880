import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { createPublicKey } from 'node:crypto';
import { decodeCredentialPublicKey, cose } from '@simplewebauthn/server/helpers';
import { z } from 'zod';
import { personKey, type Passkey } from '../../authorisation/person-key.ts';
import type { KnownPasskey } from '../../store/identities.ts';

/** Passkeys at the door (WebAuthn Level 3): what the browser is asked, and what may be believed of its answer. */

/** Where passkeys of this installation are made and used. */
export type Place = Readonly<{ origin: string; rpId: string }>;

const answer = z
  .object({ id: z.string().max(1_400), rawId: z.string().max(1_400), type: z.literal('public-key') })
  .loose();

const readAnswer = (text: string): z.infer<typeof answer> | undefined => {
  try {
    return answer.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}; // prettier-ignore

/** ES256, Ed25519, RS256: what assertion.ts can check again, offline. */
const algorithms = [-7, -8, -257];

/** What a browser is asked for a new passkey; `known` are not made twice on one device. */
export const creationOptions = (
  of: Readonly<{ place: Place; product: string; person: string; name: string; challenge: string; known: readonly string[] }>,
): Promise<object> =>
  generateRegistrationOptions({
    rpName: of.product,
    rpID: of.place.rpId,
    userName: of.person,
    userDisplayName: of.name,
    userID: new TextEncoder().encode(of.person),
    challenge: Uint8Array.from(Buffer.from(of.challenge, 'base64url')),
    attestationType: 'none',
    supportedAlgorithmIDs: algorithms,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    excludeCredentials: of.known.map((id) => ({ id })),
  }); // prettier-ignore

/** What a browser is asked for a signature; whichever passkey of this place, where `allowed` is empty. */
export const assertionOptions = (place: Place, challenge: string, allowed: readonly string[] = []): Promise<object> =>
  generateAuthenticationOptions({
    rpID: place.rpId,
    challenge: Uint8Array.from(Buffer.from(challenge, 'base64url')),
    userVerification: 'required',
    allowCredentials: allowed.map((id) => ({ id })),
  });

export type NewPasskey = Readonly<{ key: Passkey; cose: Uint8Array; counter: number }>;

/** @returns the new key, as the register keeps it; `undefined` where anything does not hold */
export async function readNewPasskey(
  text: string,
  of: Readonly<{ place: Place; person: string; name: string; isChallenge: (challenge: string) => Promise<boolean>; at: string }>,
): Promise<NewPasskey | undefined> {
  const response = readAnswer(text);
  if (response === undefined) return undefined;
  const checked = await verifyRegistrationResponse({
    response: response as never,
    expectedChallenge: of.isChallenge,
    expectedOrigin: of.place.origin,
    expectedRPID: of.place.rpId,
    requireUserVerification: true,
    supportedAlgorithmIDs: algorithms,
  }).catch(() => undefined);
  const made = checked?.registrationInfo?.credential;
  if (checked?.verified !== true || made === undefined) return undefined;
  const { person, name, at, place } = of;
  const key = personKey.safeParse({
    format: 'proviso-key/1', kind: 'passkey', person, name, registeredAt: at,
    credentialId: made.id, jwk: jwkOf(made.publicKey), ...place,
  }).data; // prettier-ignore
  return key?.kind === 'passkey' ? { key, cose: made.publicKey, counter: made.counter } : undefined;
} // prettier-ignore

/** RFC 9052 key to RFC 7517 key. */
function jwkOf(bytes: Uint8Array<ArrayBuffer>): unknown {
  const key = decodeCredentialPublicKey(bytes);
  const part = (label: number): string => Buffer.from((key.get(label as never) as Uint8Array | undefined) ?? []).toString('base64url');
  if (cose.isCOSEPublicKeyEC2(key)) return { kty: 'EC', crv: 'P-256', x: part(-2), y: part(-3) };
  if (cose.isCOSEPublicKeyOKP(key)) return { kty: 'OKP', crv: 'Ed25519', x: part(-2) };
  return createPublicKey({ key: { kty: 'RSA', n: part(-1), e: part(-2) }, format: 'jwk' }).export({ format: 'jwk' });
} // prettier-ignore

/** Which passkey a browser's answer names. */
export const credentialOf = (text: string): string | undefined => readAnswer(text)?.id;

/** @returns where the key's counter stands now; `undefined` where the answer is not to be believed */
export async function checkSignIn(
  text: string,
  { key: { key }, cose: publicKey, counter }: KnownPasskey,
  place: Place,
  isChallenge: (challenge: string) => Promise<boolean>,
): Promise<number | undefined> {
  if (key.kind !== 'passkey' || key.origin !== place.origin || key.rpId !== place.rpId) return undefined;
  const checked = await verifyAuthenticationResponse({
    response: readAnswer(text) as never,
    expectedChallenge: isChallenge,
    expectedOrigin: place.origin,
    expectedRPID: place.rpId,
    requireUserVerification: true,
    credential: { id: key.credentialId, publicKey: new Uint8Array(publicKey), counter },
  }).catch(() => undefined);
  return checked?.verified === true ? checked.authenticationInfo.newCounter : undefined;
}

const parts = z.object({
  response: z.object({ authenticatorData: z.string(), clientDataJSON: z.string(), signature: z.string() }).loose(),
});

/** The parts of an answer that an authorisation keeps. */
export function signatureParts(text: string): { credentialId: string; authenticatorData: string; clientDataJSON: string; signature: string } | undefined {
  const whole = readAnswer(text);
  const response = parts.safeParse(whole).data?.response;
  if (whole === undefined || response === undefined) return undefined;
  const { authenticatorData, clientDataJSON, signature } = response;
  return { credentialId: whole.id, authenticatorData, clientDataJSON, signature };
} // prettier-ignore
