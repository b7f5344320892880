import type { Authorised } from '../authorisation/authorised.ts';
import type { Mandate } from '../authorisation/mandate.ts';
import { sha256Hex } from '../canonical.ts';
import { limits } from '../limits.ts';
import type { SignerKey } from '../transparency/note.ts';
import { appendCustody } from './custody.ts';

/** A file as it arrives: a name from outside and its bytes. */
export type ProducedFile = Readonly<{ name: string; bytes: Uint8Array }>;

export type ProductionFault = Readonly<{ path: string; expected: string }>;

/** What is recorded of a production: exhibits by hash, and the lines of custody that the provider signed. */
export type Production = Readonly<{
  exhibits: readonly Readonly<{ name: string; sha256: string; size: number }>[];
  custody: readonly string[];
}>;

/** What is wrong with the files, all of it; empty where nothing is. */
export function productionFaults(files: readonly ProducedFile[]): ProductionFault[] {
  const hashes = files.map(({ bytes }) => sha256Hex(bytes));
  const total = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const faults = files.flatMap(({ name, bytes }, index) => {
    const path = `files.${index}`;
    if (bytes.length === 0) return [{ path, expected: 'a file that is not empty' }];
    if (bytes.length > limits.exhibitBytes) return [{ path, expected: `at most ${limits.exhibitBytes} bytes` }];
    if (hashes.indexOf(hashes[index] ?? '') !== index) return [{ path, expected: 'a file that was not given already' }];
    if (name === '' || name.length > limits.lineCharacters) {
      return [{ path, expected: `a name of 1 to ${limits.lineCharacters} characters` }];
    }
    return [];
  });
  if (files.length === 0) faults.push({ path: 'files', expected: 'at least one file' });
  if (files.length > limits.exhibits) faults.push({ path: 'files', expected: `at most ${limits.exhibits} files` });
  if (total > limits.productionBytes) faults.push({ path: 'files', expected: `at most ${limits.productionBytes} bytes together` }); // prettier-ignore
  return faults;
}

/**
 * The provider hands in exhibits under a proven order: each is hashed and signed for. Nothing is read into yet.
 * @param files without faults, see `productionFaults`.
 * @throws CustodyError where the provider's mandate does not hold.
 */
export function recordProduction(
  authorised: Authorised,
  files: readonly ProducedFile[],
  by: Mandate,
  signer: SignerKey,
  at: string,
): Production {
  const { caseId } = authorised.order;
  const exhibits = files.map(({ name, bytes }) => ({ name, sha256: sha256Hex(bytes), size: bytes.length }));
  const reason = `handed in under the order of ${authorised.at}, SHA-256 of its text ${sha256Hex(authorised.text)}`;
  const custody: string[] = [];
  for (const { sha256 } of exhibits) {
    custody.push(appendCustody(caseId, custody, { act: 'produced', at, subject: sha256, reason }, by, signer));
  }
  return { exhibits, custody };
}
