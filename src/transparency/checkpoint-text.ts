// C2SP tlog-checkpoint v1.0.0, "Note text": the lines that a checkpoint's signatures are over.
import { fromBase64, toBase64 } from './base64.ts';
import { parseDecimal } from './decimal.ts';
import { hashBytes } from './hash.ts';
import { LogError } from './log-error.ts';
import { assertSize } from './subtrees.ts';

export type Checkpoint = Readonly<{
  /** The log's identity; for our logs the name of its key. */
  origin: string;
  size: number;
  root: Uint8Array;
  /** Opaque lines that another log's checkpoint may carry; we write none, as no monitor can audit them. */
  extensions?: readonly string[];
}>;

/** The text that is signed. @throws LogError checkpoint-malformed, size-invalid */
export function encodeCheckpoint({ origin, size, root, extensions = [] }: Checkpoint): string {
  assertSize(size);
  if (root.length !== hashBytes) throw malformed('a root hash of 32 bytes');
  const text = [origin, String(size), toBase64(root), ...extensions, ''].join('\n');
  parseCheckpoint(text);
  return text;
}

/** @throws LogError checkpoint-malformed */
export function parseCheckpoint(text: string): Checkpoint {
  const lines = text.split('\n');
  if (lines.pop() !== '') throw malformed('a newline at the end');
  const [origin = '', sizeText = '', rootText = '', ...extensions] = lines;
  if (origin === '' || extensions.includes('')) throw malformed('an origin, and no empty line');
  const size = parseDecimal(sizeText);
  if (size === undefined) throw malformed('a size in decimal, without leading zeros, below 2^53');
  const root = fromBase64(rootText);
  if (root?.length !== hashBytes) throw malformed('the base64 of a root hash of 32 bytes');
  return extensions.length === 0 ? { origin, size, root } : { origin, size, root, extensions };
}

const malformed = (expected: string): LogError =>
  new LogError('checkpoint-malformed', `not a checkpoint: expected ${expected}`);
