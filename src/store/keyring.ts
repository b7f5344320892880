import { randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeFileSync,
  fsyncSync,
  closeSync,
  renameSync,
} from 'node:fs';
import { join } from 'node:path';
import { encodeSignerKey, generateKey, parseSignerKey, type SignerKey } from '../transparency/note.ts';

/**
 * Signing keys in files that only this user reads. The log's key lives here; in the sandbox also the keys of its
 * invented people, who in production sign with their own devices.
 */
export type Keyring = Readonly<{
  signer: (name: string) => SignerKey;
  secret: (name: string, make: () => string) => string;
}>;

export function openKeyring(directory: string): Keyring {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const secret = (name: string, make: () => string): string => {
    const path = join(directory, name.replaceAll(/[^a-z0-9.-]/g, '_'));
    if (!existsSync(path)) writeNew(path, make());
    return readFileSync(path, 'utf8').trim();
  };
  return {
    secret,
    signer: (name) => parseSignerKey(secret(`${name}.skey`, () => encodeSignerKey(generateKey(name, randomBytes(32))))),
  };
}

function writeNew(path: string, text: string): void {
  const file = openSync(`${path}.new`, 'w', 0o600);
  writeFileSync(file, `${text}\n`);
  fsyncSync(file);
  closeSync(file);
  renameSync(`${path}.new`, path);
}
