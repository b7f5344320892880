import { hkdfSync, createHmac, timingSafeEqual } from 'node:crypto';
import { AgeError } from './age-error.ts';

/** The textual header of an age v1 file: age-encryption.org/v1 "Header". Parser and encoder of one structure. */

export type Stanza = Readonly<{ args: readonly string[]; body: Uint8Array }>;
export type Header = Readonly<{ stanzas: readonly Stanza[]; mac: Uint8Array; macInput: Uint8Array }>;

const version = 'age-encryption.org/v1';
const columns = 64;
const macBytes = 32;
const argument = /^[\x21-\x7e]+$/;

/**
 * @param text the header from its first byte to the line feed of its last line, as Latin-1.
 * @throws AgeError `header-failure`
 */
export function parseHeader(text: string): Header {
  const lines = text.split('\n');
  if (lines.pop() !== '' || lines.shift() !== version) throw malformed('version line');
  const last = lines.pop() ?? '';
  const stanzas: Stanza[] = [];
  while (lines.length > 0) stanzas.push(takeStanza(lines));
  if (stanzas.length === 0) throw malformed('no recipient stanza');
  const macLine = /^--- ([A-Za-z0-9+/]{43})$/.exec(last)?.[1];
  if (macLine === undefined) throw malformed('MAC line');
  const mac = strictBase64(macLine);
  return { stanzas, mac, macInput: Buffer.from(text.slice(0, text.length - 1 - macLine.length - 1), 'latin1') };
}

/** Whether a line of a header is its last one. */
export const isFinalLine = (line: string): boolean => line.startsWith('---');

/** @param fileKey 16 bytes. The header's text with its MAC, line feed included. */
export function encodeHeader(stanzas: readonly Stanza[], fileKey: Uint8Array): Uint8Array {
  const lines = stanzas.flatMap(({ args, body }) => [`-> ${args.join(' ')}`, ...wrap(rawBase64(body))]);
  const head = [version, ...lines, '---'].join('\n');
  return Buffer.from(`${head} ${rawBase64(headerMac(fileKey, Buffer.from(head, 'latin1')))}\n`, 'latin1');
}

/** @throws AgeError `hmac-failure` */
export function checkMac(header: Header, fileKey: Uint8Array): void {
  if (timingSafeEqual(headerMac(fileKey, header.macInput), header.mac)) return;
  throw new AgeError('hmac-failure', 'the header was changed: its MAC is wrong');
}

/** Unpadded base64 of RFC 4648 section 4, refusing every second spelling. @throws AgeError `header-failure` */
export function strictBase64(text: string): Uint8Array {
  const bytes = Buffer.from(text, 'base64');
  if (rawBase64(bytes) !== text) throw malformed('base64');
  return bytes;
}

export const rawBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replace(/=+$/, '');

function headerMac(fileKey: Uint8Array, input: Uint8Array): Uint8Array {
  const key = new Uint8Array(hkdfSync('sha256', fileKey, '', 'header', macBytes));
  return createHmac('sha256', key).update(input).digest();
}

/** Takes one stanza off the front: its argument line, full lines, and a final line shorter than 64 columns. */
function takeStanza(lines: string[]): Stanza {
  const [arrow, ...args] = (lines.shift() ?? '').split(' ');
  if (arrow !== '->' || args.length === 0 || !args.every((arg) => argument.test(arg))) throw malformed('stanza');
  let body = '';
  for (;;) {
    const line = lines.shift();
    if (line === undefined || line.length > columns) throw malformed('stanza body');
    body += line;
    if (line.length < columns) return { args, body: strictBase64(body) };
  }
}

/** Lines of 64 columns; the last is shorter, and empty where the body fills its lines exactly. */
function wrap(base64: string): string[] {
  const lines: string[] = [];
  for (let at = 0; at <= base64.length; at += columns) lines.push(base64.slice(at, at + columns));
  return lines;
}

const malformed = (what: string): AgeError => new AgeError('header-failure', `malformed age header: ${what}`);
