import { decryptBytes } from '../../evidence/age/decrypt.ts';
import { sha256Hex } from '../../canonical.ts';
import { fileNames } from '../../evidence/hand-over-files.ts';
import { intake } from '../../evidence/intake.ts';
import type { Manifest } from '../../evidence/manifest.ts';
import { matches } from '../../evidence/matches.ts';
import { readZip, ZipError, type NamedBytes } from '../../evidence/zip.ts';
import { limits } from '../../limits.ts';
import type { Scope } from '../../request/scope.ts';
import { must, VerifyError } from '../verify-error.ts';
import { inSeal } from './seal.ts';

const file = fileNames.sealed;

/**
 * What is inside the seal, by the recipient's identity: the very files that the manifest lists, each item read anew and
 * inside the order. @throws VerifyError
 */
export async function openSeal(
  bytes: Uint8Array,
  identity: string,
  manifest: Manifest,
  scope: Scope,
): Promise<NamedBytes[]> {
  const files = await unseal(bytes, identity, manifest);
  await checkContent(files, manifest, scope);
  return files;
}

async function unseal(bytes: Uint8Array, identity: string, { sealed }: Manifest): Promise<NamedBytes[]> {
  const plain = await inSeal(() => decryptBytes(bytes, [identity]));
  const same = sha256Hex(plain) === sealed.plaintextSha256 && plain.length === sealed.plaintextBytes;
  must(same, 'changed', file, 'what is inside the seal is not what was sealed');
  try {
    return await readZip(plain, limits.productionBytes);
  } catch (cause) {
    if (!(cause instanceof ZipError)) throw cause;
    throw new VerifyError('malformed', file, `${file}: ${cause.message}`, { cause });
  }
}

/** Every file and item is listed, and read anew each item says of itself what the manifest says of it. */
async function checkContent(files: readonly NamedBytes[], { released }: Manifest, scope: Scope): Promise<void> {
  must(files.length === released.files.length, 'contradiction', file, 'the seal holds more or fewer files than the manifest lists'); // prettier-ignore
  for (const { name, bytes } of files) {
    const listed = released.files.find((each) => each.name === name);
    const same = listed !== undefined && listed.sha256 === sha256Hex(bytes) && listed.bytes === bytes.length;
    must(same, 'changed', file, `${name} inside the seal is not the file that the manifest lists`);
    const { items, format } = await intake(name, bytes);
    const own = released.items.filter((item) => item.file === name);
    must(format === listed.format && items.length === own.length, 'contradiction', file, `${name} holds more or fewer items than the manifest lists`); // prettier-ignore
    for (const [index, item] of items.entries()) {
      const match = matches(item, scope);
      const said = own[index];
      const agrees =
        match.inScope &&
        said?.offset === item.offset &&
        said.length === item.length &&
        said.sha256 === sha256Hex(bytes.subarray(item.offset, item.offset + item.length)) &&
        said.at === match.at &&
        said.category === match.category &&
        said.account.kind === match.account.kind &&
        said.account.value === match.account.value;
      must(agrees, 'outside-scope', file, `item ${item.number} of ${name} is not what the manifest says, or outside the order`); // prettier-ignore
    }
  }
}
