import { limits } from '../limits.ts';

/** A file that is handed in: a name from outside and its bytes, or the upload that brought both. */
export type ProducedFile = Readonly<{ name: string; bytes: Uint8Array } | { uploadId: string }>;

export type ProductionFault = Readonly<{ path: string; expected: string }>;

/** An exhibit as it is recorded. */
export type ProducedExhibit = Readonly<{ name: string; sha256: string; size: number }>;

/** What is recorded of a production: exhibits by hash, and the lines of custody that the provider signed. */
export type Production = Readonly<{ exhibits: readonly ProducedExhibit[]; custody: readonly string[] }>;

/** What is wrong with the files, all of it; empty where nothing is. */
export function productionFaults(files: readonly ProducedExhibit[]): ProductionFault[] {
  const hashes = files.map(({ sha256 }) => sha256);
  const total = files.reduce((sum, { size }) => sum + size, 0);
  const faults = files.flatMap(({ name, size }, index) => {
    const path = `files.${index}`;
    if (size === 0) return [{ path, expected: 'a file that is not empty' }];
    if (size > limits.exhibitBytes) return [{ path, expected: `at most ${limits.exhibitBytes} bytes` }];
    if (hashes.indexOf(hashes[index] ?? '') !== index) return [{ path, expected: 'a file that was not given already' }];
    return nameFault(name).map((expected) => ({ path, expected }));
  });
  if (files.length === 0) faults.push({ path: 'files', expected: 'at least one file' });
  if (files.length > limits.exhibits) faults.push({ path: 'files', expected: `at most ${limits.exhibits} files` });
  if (total > limits.productionBytes) faults.push({ path: 'files', expected: `at most ${limits.productionBytes} bytes together` }); // prettier-ignore
  return faults;
}

/** What is wrong with the name of a file. */
export const nameFault = (name: string): string[] =>
  name === '' || name.length > limits.lineCharacters ? [`a name of 1 to ${limits.lineCharacters} characters`] : [];
