import { canonicalBytes } from '../canonical.ts';
import { limits } from '../limits.ts';
import { bytesSource, readWhole, type ByteSource } from './byte-source.ts';
import { personKeyId } from '../authorisation/person-key.ts';
import { fileNames, keyLeaf, logFiles, provenActs, registerLeaf, type ProvenAct } from './hand-over-files.ts';
import { parseManifest, type Manifest } from './manifest.ts';
import { parseRegister } from './register.ts';

/** Puts a hand-over together from what was kept: the manifest names every file, the log gives a proof for every act. */

/** One leaf of the log that travels: of an act of the case, or of the registration of one of its people. */
export type NeededLeaf = Readonly<{ name: string } & ({ act: ProvenAct } | { mandate: string } | { key: string })>;

export type LoggedLeaf = Readonly<{
  /** As in `NeededLeaf`. */
  name: string;
  bytes: Uint8Array;
  /** Opens the leaf's commitment (transparency/commitment.ts). */
  opening: unknown;
  /** `.tlog-proof`; all of one hand-over at the same checkpoint, so that their order can be seen. */
  proof: Uint8Array;
}>;

/** Which leaves must travel. @param register the bytes of register.json */
export function neededLeaves(register: Uint8Array): NeededLeaf[] {
  const read = parseRegister(register);
  if (read === undefined) throw new Error('not a register');
  return [
    ...provenActs.map((act) => ({ name: act, act })),
    ...read.mandates.map(({ id }, index) => ({ name: registerLeaf(index), mandate: id })),
    ...read.keys.map((key, index) => ({ name: keyLeaf(index), key: personKeyId(key) })),
  ];
}

/**
 * The files of a hand-over by name.
 * @param read gives what was kept by its SHA-256: documents, and the sealed file.
 * @throws Error where something was not kept, or a leaf is missing: nothing incomplete is handed over.
 */
export async function handOver(
  manifestBytes: Uint8Array,
  read: (sha256: string) => Promise<ByteSource | undefined>,
  leaves: readonly LoggedLeaf[],
  logKey: string,
): Promise<Map<string, ByteSource>> {
  const manifest = parseManifest(manifestBytes);
  if (manifest === undefined) throw new Error('not a manifest');
  const files = await keptFiles(manifest, read);
  files.set(fileNames.manifest, bytesSource(manifestBytes));
  files.set(fileNames.logKey, bytesSource(new TextEncoder().encode(`${logKey}\n`)));
  const register = files.get(fileNames.register) ?? bytesSource(new Uint8Array());
  for (const { name } of neededLeaves(await readWhole(register, limits.handOverTextBytes))) {
    const leaf = leaves.find((each) => each.name === name);
    if (leaf === undefined) throw new Error(`the leaf ${name} is missing`);
    const names = logFiles(name);
    files.set(names.leaf, bytesSource(leaf.bytes));
    files.set(names.opening, bytesSource(canonicalBytes(leaf.opening)));
    files.set(names.proof, bytesSource(leaf.proof));
  }
  return files;
}

async function keptFiles(
  manifest: Manifest,
  read: (sha256: string) => Promise<ByteSource | undefined>,
): Promise<Map<string, ByteSource>> {
  const files = new Map<string, ByteSource>();
  for (const { name, sha256 } of manifest.files) {
    const source = await read(sha256);
    if (source === undefined) throw new Error(`${name} was not kept`);
    files.set(name, source);
  }
  return files;
}
