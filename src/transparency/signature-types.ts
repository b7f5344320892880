// C2SP signed-note v1.0.0, "Signature types": all that is known of each, in one table.
import { concat } from './bytes.ts';
import { checkpointMessage, decodeTimestamp, ed25519Message, encodeTimestamp, timestampBytes } from './cosignature.ts';
import * as ed25519 from './ed25519.ts';
import * as mlDsa from './ml-dsa.ts';

/** Who signs, and for a cosignature when, in POSIX seconds. */
type Signing = Readonly<{ name: string; time?: number }>;

type SignatureType = Readonly<{
  name: string;
  publicKeyBytes: number;
  secretBytes: number;
  publicKey: (secret: Uint8Array) => Uint8Array;
  /** Signs the note's text. */
  sign: (secret: Uint8Array, text: Uint8Array, by: Signing) => Uint8Array;
  verify: (publicKey: Uint8Array, text: Uint8Array, signature: Uint8Array, name: string) => boolean;
  /** The signature is of a witness, and says when it was made. */
  timed: boolean;
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
    timed: false,
  },
  0x04: {
    name: 'Ed25519 cosignature',
    publicKeyBytes: ed25519.publicKeyBytes,
    secretBytes: ed25519.seedBytes,
    publicKey: ed25519.publicKeyOf,
    ...cosigning(ed25519, (_name, time, text) => ed25519Message(time, text)),
  },
  0x06: {
    name: 'ML-DSA-44 cosignature',
    publicKeyBytes: mlDsa.publicKeyBytes,
    secretBytes: mlDsa.seedBytes,
    publicKey: mlDsa.publicKeyOf,
    ...cosigning(mlDsa, checkpointMessage),
  },
} satisfies Record<number, SignatureType>);

/** tlog-cosignature: `timestamped_signature` is the time in eight bytes, then the signature over a message that names it. */
function cosigning(
  scheme: Pick<typeof ed25519, 'sign' | 'verify'>,
  message: (name: string, time: number, text: Uint8Array) => Uint8Array,
): Pick<SignatureType, 'sign' | 'verify' | 'timed'> {
  return {
    timed: true,
    sign: (secret, text, { name, time }) => {
      if (time === undefined) throw new RangeError('a cosignature has a time');
      return concat(encodeTimestamp(time), scheme.sign(secret, message(name, time, text)));
    },
    verify: (publicKey, text, signature, name) => {
      const time = decodeTimestamp(signature);
      if (time === undefined) return false;
      try {
        return scheme.verify(publicKey, message(name, time, text), signature.subarray(timestampBytes));
      } catch {
        // The text is no checkpoint: there is nothing that a witness could have signed.
        return false;
      }
    },
  };
}

export type SignatureTypeId = keyof typeof signatureTypes;

export const isSignatureType = (id: number | undefined): id is SignatureTypeId =>
  id !== undefined && Object.hasOwn(signatureTypes, id);
