// RFC 4648 section 4: standard base64 with padding; section 3.5: the unused bits are zero.

/**
 * The bytes of a base64 text; `undefined` for any spelling but the one that `toBase64` writes, so that no two texts
 * carry the same bytes (white space, missing padding and stray bits are refused).
 */
export function fromBase64(text: string): Uint8Array | undefined {
  try {
    const bytes = Uint8Array.fromBase64(text, { lastChunkHandling: 'strict' });
    return bytes.toBase64() === text ? bytes : undefined;
  } catch {
    return undefined;
  }
}

export const toBase64 = (bytes: Uint8Array): string => bytes.toBase64();
