import { limits } from '../limits.ts';

/** @returns the text when it is a path of this server, with its query, and can lead nowhere else; else `undefined`. */
export function ownPath(text: string): string | undefined {
  if (text.length > limits.pathCharacters || !/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(text)) return undefined;
  const here = 'http://here.invalid';
  return URL.canParse(text, here) && new URL(text, here).origin === here ? text : undefined;
}
