/** Where lines begin and end in bytes. A line ends with LF, with or without CR before it. */

const lf = 0x0a;
const cr = 0x0d;

/** The offset after the line that holds `from`: after its LF, or the end of the bytes. */
export function nextLine(bytes: Uint8Array, from: number): number {
  const at = bytes.indexOf(lf, from);
  return at === -1 ? bytes.length : at + 1;
}

/** The line without its end, as Latin-1: one character is one byte. */
export function lineAt(bytes: Uint8Array, from: number, until = nextLine(bytes, from)): string {
  let end = until;
  if (bytes[end - 1] === lf) end -= bytes[end - 2] === cr ? 2 : 1;
  return latin1(bytes.subarray(from, Math.max(end, from)));
}

export const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');

export function startsWith(bytes: Uint8Array, text: string, at = 0): boolean {
  for (let index = 0; index < text.length; index += 1) {
    if (bytes[at + index] !== text.charCodeAt(index)) return false;
  }
  return true;
}
