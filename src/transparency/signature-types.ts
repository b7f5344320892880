// C2SP signed-note v1.0.0, "Signature types": all that is known of each, in one table.
import * as ed25519 from './ed25519.ts';

type SignatureType = Readonly<{
  name: string;
  publicKeyBytes: number;
  secretBytes: number;
  publicKey: (secret: Uint8Array) => Uint8Array;
  /** Signs the note's text. */
  sign: (secret: Uint8Array, text: Uint8Array) => Uint8Array;
  verify: (publicKey: Uint8Array, text: Uint8Array, signature: Uint8Array) => boolean;
}>;

/** A type that is absent here is unknown: its keys cannot be parsed and its signatures are passed over. */
export const signatureTypes = Object.freeze({
  0x01: {
    name: 'Ed25519',
    publicKeyBytes: ed25519.publicKeyBytes,
    secretBytes: ed25519.seedBytes,
    publicKey: ed25519.publicKeyOf,
    sign: ed25519.sign,
    verify: ed25519.verify,
  },
} satisfies Record<number, SignatureType>);

export type SignatureTypeId = keyof typeof signatureTypes;

export const isSignatureType = (id: number | undefined): id is SignatureTypeId =>
  id !== undefined && Object.hasOwn(signatureTypes, id);
