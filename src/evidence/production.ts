import { sha256Hex } from '../canonical.ts';
import { limits } from '../limits.ts';

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
