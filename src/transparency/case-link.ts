// docs/spec/leaf.md, "Case": RFC 2104 HMAC-SHA-256 joins one case's leaves for those who hold its key, and for nobody else.
import { createHmac } from 'node:crypto';

/**
 * @param caseKey 32 random bytes, one key for each case; destroying it unlinks the case's leaves.
 * @returns 32 bytes in hexadecimal. @throws RangeError for another length of key
 */
export function caseLink(caseKey: Uint8Array, caseId: string): string {
  if (caseKey.length !== 32) throw new RangeError('a case key is 32 bytes');
  return createHmac('sha256', caseKey).update(`proviso-case-link/1\n${caseId}`).digest('hex');
}
