import { createHmac } from 'node:crypto';

/** RFC 9180, base mode with HKDF-SHA256 and ChaCha20-Poly1305: from a shared secret to the key of the first message. */

/** draft-ietf-hpke-pq, table of KEMs. */
export const kemIds = { mlkem768x25519: 0x647a } as const;

const hkdfSha256 = 0x0001;
const chacha20Poly1305 = 0x0003;
const modeBase = 0x00;
const nothing = new Uint8Array();

/** Section 5.1, KeySchedule, without a pre-shared key. */
export function hpkeBase(kemId: number, shared: Uint8Array, info: string): { key: Uint8Array; nonce: Uint8Array } {
  const suite = Buffer.concat([Buffer.from('HPKE'), ...[kemId, hkdfSha256, chacha20Poly1305].map(twoBytes)]);
  const context = Buffer.concat([
    Buffer.of(modeBase),
    labelledExtract(suite, nothing, 'psk_id_hash', nothing),
    labelledExtract(suite, nothing, 'info_hash', Buffer.from(info)),
  ]);
  const secret = labelledExtract(suite, shared, 'secret', nothing);
  return {
    key: labelledExpand(suite, secret, 'key', context, 32),
    nonce: labelledExpand(suite, secret, 'base_nonce', context, 12),
  };
}

/** Section 4, LabeledExtract; HKDF-Extract of RFC 5869 is HMAC(salt, input). */
function labelledExtract(suite: Uint8Array, salt: Uint8Array, label: string, input: Uint8Array): Uint8Array {
  return hmac(salt, Buffer.concat([Buffer.from('HPKE-v1'), suite, Buffer.from(label), input]));
}

/** Section 4, LabeledExpand, of at most one block. */
function labelledExpand(
  suite: Uint8Array,
  secret: Uint8Array,
  label: string,
  context: Uint8Array,
  bytes: 12 | 32,
): Uint8Array {
  const labelled = [twoBytes(bytes), Buffer.from('HPKE-v1'), suite, Buffer.from(label), context, Buffer.of(1)];
  return hmac(secret, Buffer.concat(labelled)).subarray(0, bytes);
}

const hmac = (key: Uint8Array, input: Uint8Array): Uint8Array => createHmac('sha256', key).update(input).digest();
const twoBytes = (value: number): Uint8Array => Buffer.of(value >> 8, value & 0xff);
