import { parseCanonical } from '../canonical.ts';
import { fileNames, logFiles } from '../evidence/hand-over-files.ts';
import type { Fields } from '../transparency/commitment.ts';
import type { OpenLeaf } from '../transparency/leaf.ts';
import { LogError } from '../transparency/log-error.ts';
import { encodeVerifierKey, parseVerifierKey, type VerifierKey } from '../transparency/note.ts';
import { parseProof, verifyWitnessedProof } from '../transparency/proof.ts';
import { parseAnyLeaf, readLeaf } from '../transparency/sealed-leaf.ts';
import { parsePolicy, type Policy } from '../transparency/witness-policy.ts';
import { readLimited, type ReadFile } from './package-reader.ts';
import { must, VerifyError } from './verify-error.ts';

/** A leaf that the log holds, and what it committed to. */
export type ProvenLeaf = Readonly<{
  index: number;
  size: number;
  /** How many witnesses signed that tree head. */
  witnesses: number;
  /** The signed tree head, as it travels: the same bytes for all leaves of a hand-over. */
  checkpoint: Uint8Array;
  /** What it says; of a sealed leaf, what is inside. */
  leaf: OpenLeaf;
  fields: Fields;
}>;

/** The log's key in the package. @param expected a key that the reader already trusts. @throws VerifyError */
export async function readLogKey(read: ReadFile, expected: string | undefined): Promise<VerifierKey> {
  const file = fileNames.logKey;
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await readLimited(read, file));
  const key = inFile(file, () => parseVerifierKey(text.replace(/\n$/, '')));
  must(text === `${encodeVerifierKey(key)}\n`, 'malformed', file, `${file} is not one key and a line feed`);
  must(expected === undefined || expected.trim() === text.trim(), 'not-logged', file, `${file} is not the log's key that you trust`); // prettier-ignore
  return key;
}

/**
 * The witness policy in the package, or the one that the reader trusts. That the file is the one which travelled is
 * bound by the manifest (steps/files.ts). @throws VerifyError
 */
export async function readLogPolicy(read: ReadFile, logKey: VerifierKey, trusted: string | undefined): Promise<Policy> {
  const file = fileNames.logPolicy;
  const bytes = await readLimited(read, file);
  const policy = inFile(file, () =>
    parsePolicy(trusted ?? new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)),
  );
  const named = policy.logs.some(({ key }) => encodeVerifierKey(key) === encodeVerifierKey(logKey));
  must(named, 'not-logged', file, trusted === undefined ? `${file} does not name the log` : "the log is not one of the policy's that you trust"); // prettier-ignore
  return policy;
}

/** @param name as in `hand-over-files.ts`, for instance `request` or `register-1`. @throws VerifyError */
export async function proveLeaf(read: ReadFile, name: string, policy: Policy): Promise<ProvenLeaf> {
  const files = logFiles(name);
  const [bytes, openingBytes, proof] = [
    await readLimited(read, files.leaf),
    await readLimited(read, files.opening),
    await readLimited(read, files.proof),
  ];
  inFile(files.leaf, () => parseAnyLeaf(bytes));
  const { index, checkpoint } = inFile(files.proof, () => verifyWitnessedProof(proof, bytes, policy));
  const signed = inFile(files.proof, () => parseProof(proof)).checkpoint;
  // Signatures of keys that nobody named prove nothing, and nothing would bind their bytes.
  must(signatureLines(signed) === checkpoint.signedBy.length, 'malformed', files.proof, `${files.proof} carries a signature of an unknown key`); // prettier-ignore
  const opening = parseCanonical(openingBytes);
  must(opening !== undefined, 'malformed', files.opening, `${files.opening} is not canonical JSON`);
  const { leaf, fields } = inFile(files.opening, () => readLeaf(bytes, opening));
  return { index, size: checkpoint.size, witnesses: checkpoint.cosigned.length, checkpoint: signed, leaf, fields };
}

function signatureLines(note: Uint8Array): number {
  const text = Buffer.from(note).toString('utf8');
  return text.slice(text.lastIndexOf('\n\n') + 2).split('\n').length - 1;
}

/** What the log's own checks throw, said of a file of the hand-over. */
function inFile<Value>(file: string, check: () => Value): Value {
  try {
    return check();
  } catch (cause) {
    if (!(cause instanceof LogError)) throw cause;
    throw new VerifyError('not-logged', file, `${file}: ${cause.message}`, { cause });
  }
}
