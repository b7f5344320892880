import { limits } from '../../limits.ts';
import { readPackageArchive } from '../../verify/archive.ts';
import { blobSource } from '../../verify/blob-source.ts';
import type { PackageFiles } from '../../verify/package-reader.ts';
import type { ProofFiles } from '../../verify/check-proof.ts';

/** What somebody gave the page to check. Decided by what the files are, not by what they are called, where that can be. */
export type Dropped =
  | (Readonly<{ kind: 'package' }> & PackageFiles)
  | Readonly<{ kind: 'proof'; files: ProofFiles }>
  | Readonly<{ kind: 'nothing' }>;

export async function recognise(files: readonly File[]): Promise<Dropped> {
  const named = new Map(withoutFolder(files).map(({ name, file }) => [name, file]));
  if (named.has('manifest.json')) return { kind: 'package', ...readFiles(named) };
  const [only] = files;
  if (only !== undefined && files.length === 1 && (await begins(only, 'PK'))) {
    return { kind: 'package', ...readPackageArchive(blobSource(only)) };
  }
  for (const file of files) {
    if (await begins(file, 'c2sp.org/tlog-proof@')) return { kind: 'proof', files: await proofFiles(file, files) };
  }
  return { kind: 'nothing' };
}

/** A chosen folder gives paths that begin with its name. */
function withoutFolder(files: readonly File[]): { name: string; file: File }[] {
  return files.map((file) => ({ name: file.webkitRelativePath.split('/').slice(1).join('/') || file.name, file }));
}

function readFiles(named: ReadonlyMap<string, File>): PackageFiles {
  return {
    list: () => Promise.resolve([...named.keys()]),
    read: (name) => {
      const file = named.get(name);
      return Promise.resolve(file && blobSource(file));
    },
  };
}

async function proofFiles(proof: File, files: readonly File[]): Promise<ProofFiles> {
  const find = (ending: string): File | undefined => files.find(({ name }) => name.endsWith(ending));
  const [leaf, policy, key] = [find('.leaf'), find('.policy'), find('.vkey')];
  return {
    proof: await small(proof, 2 * limits.noteBytes),
    ...(leaf && { leaf: await small(leaf, limits.leafBytes) }),
    ...(policy && { policy: new TextDecoder().decode(await small(policy, limits.noteBytes)) }),
    ...(key && { logKey: new TextDecoder().decode(await small(key, limits.noteBytes)) }),
  };
}

/** A file that is too large is cut one byte after its limit: then it is what the parser refuses. */
const small = (file: File, most: number): Promise<Uint8Array> => bytesOf(file.slice(0, most + 1));
const bytesOf = async (blob: Blob): Promise<Uint8Array> => new Uint8Array(await blob.arrayBuffer());
const begins = async (file: File, text: string): Promise<boolean> => (await file.slice(0, text.length).text()) === text;
