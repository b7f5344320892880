// docs/spec/leaf.md, "Commitment": a public hash that binds named values, all or any one of which can be shown later.
import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { limits } from '../limits.ts';
import { bigEndian, concat } from './bytes.ts';
import { leafHash, sha256 } from './hash.ts';
import { LogError } from './log-error.ts';
import { inclusionRoot } from './merkle-verify.ts';
import { rootOf } from './right-edge.ts';
import { siblingsOf } from './subtrees.ts';

/** Values by name: short texts, codes, and documents by their SHA-256. */
export type Fields = Readonly<Record<string, string>>;

/** Opens everything. Whoever destroys it, and the documents, has erased: the commitment then says nothing. */
export type Opening = Readonly<{ format: 'proviso-opening/1'; seed: string; fields: Fields }>;

/** Opens one field and nothing but the names of the others. */
export type FieldOpening = Readonly<{
  format: 'proviso-field-opening/1';
  names: readonly string[];
  name: string;
  value: string;
  salt: string;
  proof: readonly string[];
}>;

const tag = 'proviso-commitment/1';
const hex32 = z.string().regex(/^[0-9a-f]{64}$/, '32 bytes in lower-case hexadecimal');
const fieldName = z.string().regex(/^[a-z][A-Za-z0-9]{0,63}$/, 'a name of letters and digits');
const fieldValue = z
  .string()
  .refine((value) => value.isWellFormed() && Buffer.byteLength(value) <= limits.commitmentValueBytes, {
    error: `Unicode text of at most ${limits.commitmentValueBytes} bytes`,
  });
const openingShape = z.strictObject({
  format: z.literal('proviso-opening/1'),
  seed: hex32,
  fields: z.record(fieldName, fieldValue).refine((fields) => Object.keys(fields).length <= limits.commitmentFields, {
    error: `at most ${limits.commitmentFields} fields`,
  }),
});
const fieldOpeningShape = z.strictObject({
  format: z.literal('proviso-field-opening/1'),
  names: z.array(fieldName).max(limits.commitmentFields),
  name: fieldName,
  value: fieldValue,
  salt: hex32,
  proof: z.array(hex32).max(limits.commitmentFields),
});

/**
 * @param seed 32 random bytes, used for this commitment only.
 * @returns the commitment, 32 bytes in hexadecimal, and what opens it. @throws LogError commitment-malformed
 */
export function commit(fields: Fields, seed: Uint8Array): { commitment: string; opening: Opening } {
  const opening = read(openingShape, { format: 'proviso-opening/1', seed: seed.toHex(), fields });
  return { commitment: commitmentOf(opening), opening };
}

/** All fields, when they are what was committed. @throws LogError commitment-malformed, commitment-mismatch */
export function openCommitment(commitment: string, opening: unknown): Fields {
  const claimed = read(openingShape, opening);
  if (commitmentOf(claimed) !== commitment) throw mismatch();
  return claimed.fields;
}

/** What shows one field. @throws LogError commitment-malformed when the opening has no such field */
export function openField(opening: Opening, name: string): FieldOpening {
  const { names, leaves } = treeOf(opening);
  const index = names.indexOf(name);
  const value = opening.fields[name];
  if (index === -1 || value === undefined) throw new LogError('commitment-malformed', `there is no field ${name}`);
  const proof = siblingsOf(index, names.length).map(({ from, until }) => rootOf(leaves.slice(from, until)).toHex());
  return { format: 'proviso-field-opening/1', names, name, value, salt: saltOf(opening.seed, name).toHex(), proof };
}

/** The one value, when it is what was committed under its name. @throws LogError commitment-malformed, commitment-mismatch */
export function verifyField(commitment: string, opening: unknown): Readonly<{ name: string; value: string }> {
  const { names, name, value, salt, proof } = read(fieldOpeningShape, opening);
  const index = names.indexOf(name);
  if (index === -1 || names.some((each, at) => at > 0 && each <= (names[at - 1] ?? ''))) {
    throw new LogError('commitment-malformed', 'names in order, each once, the opened one among them, are expected');
  }
  const leaf = fieldHash(Uint8Array.fromHex(salt), name, value);
  const hashes = proof.map((hash) => Uint8Array.fromHex(hash));
  if (bind(names, rootThrough(index, names.length, leaf, hashes)) !== commitment) throw mismatch();
  return { name, value };
}

function rootThrough(index: number, size: number, leaf: Uint8Array, proof: readonly Uint8Array[]): Uint8Array {
  try {
    return inclusionRoot({ index, size, leafHash: leaf, proof });
  } catch (cause) {
    throw mismatch({ cause });
  }
}

function treeOf({ seed, fields }: Opening): { names: string[]; leaves: Uint8Array[] } {
  const sorted = Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1));
  const leaves = sorted.map(([name, value]) => fieldHash(saltOf(seed, name), name, value));
  return { names: sorted.map(([name]) => name), leaves };
}

function commitmentOf(opening: Opening): string {
  const { names, leaves } = treeOf(opening);
  return bind(names, rootOf(leaves));
}

/**
 * The names are bound beside the root: a single field is proven at the place that its name has among them, so that
 * nobody can commit to one name twice and open it to two readers differently.
 */
const bind = (names: readonly string[], root: Uint8Array): string =>
  sha256(concat(withLength(tag), withLength(names.join('\n')), root)).toHex();

/** One salt for each field, so that opening one helps nobody to guess another. */
const saltOf = (seed: string, name: string): Uint8Array =>
  new Uint8Array(createHmac('sha256', Buffer.from(seed, 'hex')).update(`${tag} salt\n${name}`).digest());

const fieldHash = (salt: Uint8Array, name: string, value: string): Uint8Array =>
  leafHash(concat(withLength(tag), withLength(salt), withLength(name), withLength(value)));

/** Four bytes of length first: without it "ab" + "c" and "a" + "bc" would hash alike. */
function withLength(part: string | Uint8Array): Uint8Array {
  const bytes = typeof part === 'string' ? new TextEncoder().encode(part) : part;
  return concat(bigEndian(bytes.length, 4), bytes);
}

function read<Shape>(shape: z.ZodType<Shape>, input: unknown): Shape {
  const parsed = shape.safeParse(input);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new LogError(
    'commitment-malformed',
    `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'an opening is expected'}`,
  );
}

const mismatch = (options?: ErrorOptions): LogError =>
  new LogError('commitment-mismatch', 'this is not what was committed', undefined, options);
