import { canonicalJson, sha256Hex } from '../canonical.ts';
import { fromBase64, toBase64 } from '../transparency/base64.ts';
import * as ed25519 from '../transparency/ed25519.ts';
import { parseVerifierKey } from '../transparency/note-key.ts';
import type { SignerKey } from '../transparency/note.ts';

/**
 * A statement of one person that travels: canonical JSON with an Ed25519 signature by the key of the mandate. What is
 * signed names its own format, so that a signature over one kind of statement never stands under another.
 */
export type Unsigned = Readonly<{ format: string }>;

/** The statement with its signature, in base64. */
export const signStatement = <Statement extends Unsigned>(
  unsigned: Statement,
  signer: SignerKey,
): Statement & Readonly<{ signature: string }> => ({
  ...unsigned,
  signature: toBase64(ed25519.sign(signer.secret, message(unsigned))),
});

/** Whether exactly this was signed by this key. Ed25519 only: a key for cosigning checkpoints signs nothing else. */
export function isSignedBy(
  { signature, ...unsigned }: Unsigned & Readonly<{ signature: string }>,
  vkey: string | undefined,
): boolean {
  if (vkey === undefined) return false;
  const { type, publicKey } = parseVerifierKey(vkey);
  const bytes = fromBase64(signature);
  return type === 0x01 && bytes !== undefined && ed25519.verify(publicKey, message(unsigned), bytes);
}

const message = (unsigned: Unsigned): Uint8Array =>
  new TextEncoder().encode(`${unsigned.format} statement\n${sha256Hex(canonicalJson(unsigned))}\n`);
