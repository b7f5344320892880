import { LogError } from '../transparency/log-error.ts';
import { encodeVerifierKey, openNote, parseVerifierKey, signNote, type SignerKey } from '../transparency/note.ts';
import { personKey, type PersonKey } from './person-key.ts';

/**
 * A person's claim to an Ed25519 key that is kept off the server: a note by that key, which names the mandate that it is
 * for. Made by `proviso key` beside the key, pasted into the page of the person who is signed in.
 */
const statement = (mandate: string, vkey: string): string => `proviso-own-key/1\nfor ${mandate}\nkey ${vkey}\n`;

export const claimKey = (mandate: string, key: SignerKey): Uint8Array =>
  signNote(statement(mandate, encodeVerifierKey(key.verifier)), [key]);

/** @returns the key for the register; `undefined` where the note does not show that whoever made it holds the key */
export function readOwnKey(
  note: string,
  of: Readonly<{ person: string; mandate: string; name: string; at: string }>,
): PersonKey | undefined {
  const vkey = /^key (\S{1,300})$/m.exec(note)?.[1];
  if (vkey === undefined) return undefined;
  try {
    const key = parseVerifierKey(vkey);
    const { text } = openNote(new TextEncoder().encode(note.endsWith('\n') ? note : `${note}\n`), [key]);
    if (key.type !== 0x01 || text !== statement(of.mandate, vkey)) return undefined;
  } catch (error) {
    if (error instanceof LogError) return undefined;
    throw error;
  }
  const { person, name, at } = of;
  return personKey.safeParse({ format: 'proviso-key/1', kind: 'ed25519', person, name, registeredAt: at, vkey }).data;
}
