import { limits } from '../../limits.ts';
import { AgeError } from './age-error.ts';
import { byteReader, type ByteReader } from '../byte-reader.ts';
import { isFinalLine, parseHeader, type Header } from './header.ts';

/** The header at the front of a sealed file; what follows it is left to the reader. @throws AgeError `header-failure` */
export async function readHeader(reader: ByteReader): Promise<Header> {
  let text = '';
  for (let lineStart = 0; ;) {
    const byte = await reader.take(1);
    if (byte.length === 0) throw new AgeError('header-failure', 'the header does not end');
    if (text.length >= limits.sealHeaderBytes) {
      throw new AgeError('header-failure', `the header is longer than ${limits.sealHeaderBytes} bytes`);
    }
    text += String.fromCharCode(byte[0] ?? 0);
    if (byte[0] !== 0x0a) continue;
    if (isFinalLine(text.slice(lineStart))) return parseHeader(text);
    lineStart = text.length;
  }
}

/** Which kinds of keys open a file, by the names of its stanzas and in their order. @throws AgeError `header-failure` */
export async function stanzaKinds(source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<string[]> {
  const { stanzas } = await readHeader(byteReader(source));
  return stanzas.map(({ args }) => args[0] ?? '');
}
