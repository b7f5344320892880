import { randomBytes } from 'node:crypto';
import { open } from 'node:fs/promises';
import { claimKey } from '../authorisation/own-key.ts';
import { LogError } from '../transparency/log-error.ts';
import { encodeSignerKey, encodeVerifierKey, generateKey, type SignerKey } from '../transparency/note.ts';
import { BadUsage, readWords, type Command } from './command.ts';
import { errorCode } from './files.ts';

/** Makes an Ed25519 key in a file, and prints what others may know of it. */
export const key: Command = {
  usage: 'key FILE --for NAME',
  does: 'makes a signing key (Ed25519) in a new file, for a log or for a mandate, and prints the claim to it for the page',
  run: async (words, terminal) => {
    const { values, names } = readWords(words, { for: { type: 'string' } }, { least: 1, most: 1 });
    const made = keyFor(values.for ?? '');
    const path = names[0] ?? '';
    // A key is never written over another.
    const file = await open(path, 'wx', 0o600).catch((error: unknown) => {
      throw new BadUsage(`${path}: cannot be made (${errorCode(error)})`);
    });
    try {
      await file.writeFile(`${encodeSignerKey(made)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    terminal.complain(`${path} holds the key; keep it secret. Its public half is ${encodeVerifierKey(made.verifier)}`);
    terminal.print(new TextDecoder().decode(claimKey(values.for ?? '', made)).trimEnd());
    return 0;
  },
};

function keyFor(name: string): SignerKey {
  try {
    return generateKey(name, randomBytes(32));
  } catch (error) {
    if (error instanceof LogError || error instanceof RangeError) throw new BadUsage('--for: expected a name without spaces or plus signs');
    throw error;
  }
} // prettier-ignore
