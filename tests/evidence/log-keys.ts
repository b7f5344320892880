import { sha256Hex } from '../../src/canonical.ts';
import { generateKey, signatureLine, textOf } from '../../src/transparency/note.ts';
import { encodePolicy, policyOf } from '../../src/transparency/witness-policy.ts';

/** The log of the example hand-over, and its witnesses. */

export const logKey = generateKey('log.xb.example/2026', Buffer.from(sha256Hex('log'), 'hex'));

const witnesses = ['w1', 'w2', 'w3'].map((name) =>
  generateKey(`${name}.example`, Buffer.from(sha256Hex(name), 'hex'), 0x04),
);
export const policyBytes = (): Uint8Array => new TextEncoder().encode(encodePolicy(policyOf(logKey.verifier, witnesses.map(({ verifier }) => verifier), 2))); // prettier-ignore

/** Seen by two of the three witnesses. */
export function witnessed(note: Uint8Array): Uint8Array {
  const text = new TextEncoder().encode(textOf(note));
  return Buffer.concat([
    note,
    ...witnesses.slice(1).map((witness) => Buffer.from(signatureLine(text, witness, 1_771_000_000))),
  ]);
}
