import { openedSource } from '../../evidence/age/opened-source.ts';
import { streamOf, type ByteSource } from '../../evidence/byte-source.ts';
import { fileNames } from '../../evidence/hand-over-files.ts';
import { sha256Of } from '../../evidence/hash-items.ts';
import { intake } from '../../evidence/intake.ts';
import type { Manifest } from '../../evidence/manifest.ts';
import { matches } from '../../evidence/matches.ts';
import { checked, openZip, ZipError, type ZipEntry } from '../../evidence/zip.ts';
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
  bytes: ByteSource,
  identity: string,
  manifest: Manifest,
  scope: Scope,
): Promise<ZipEntry[]> {
  try {
    const files = await unseal(bytes, identity, manifest);
    await checkContent(files, manifest, scope);
    return files;
  } catch (cause) {
    if (!(cause instanceof ZipError)) throw cause;
    throw new VerifyError('malformed', file, `${file}: ${cause.message}`, { cause });
  }
}

async function unseal(bytes: ByteSource, identity: string, { sealed }: Manifest): Promise<ZipEntry[]> {
  const plain = await inSeal(() => openedSource(bytes, [identity]));
  const same = plain.size === sealed.plaintextBytes && (await inSeal(() => sha256Of(streamOf(plain)))) === sealed.plaintextSha256; // prettier-ignore
  must(same, 'changed', file, 'what is inside the seal is not what was sealed');
  return openZip(plain, limits.productionBytes);
}

/** Every file and item is listed, and read anew each item says of itself what the manifest says of it. */
async function checkContent(files: readonly ZipEntry[], { released }: Manifest, scope: Scope): Promise<void> {
  must(files.length === released.files.length, 'contradiction', file, 'the seal holds more or fewer files than the manifest lists'); // prettier-ignore
  for (const entry of files) {
    const { name, source } = entry;
    const listed = released.files.find((each) => each.name === name);
    const same = listed !== undefined && listed.bytes === source.size && listed.sha256 === (await sha256Of(checked(entry))); // prettier-ignore
    must(same, 'changed', file, `${name} inside the seal is not the file that the manifest lists`);
    const { items, format } = await intake(name, source);
    const own = released.items.filter((item) => item.file === name);
    must(format === listed.format && items.length === own.length, 'contradiction', file, `${name} holds more or fewer items than the manifest lists`); // prettier-ignore
    for (const [index, item] of items.entries()) {
      const match = matches(item, scope);
      const said = own[index];
      const agrees =
        match.inScope &&
        said?.offset === item.offset &&
        said.length === item.length &&
        said.sha256 === item.sha256 &&
        said.at === match.at &&
        said.category === match.category &&
        said.account.kind === match.account.kind &&
        said.account.value === match.account.value;
      must(agrees, 'outside-scope', file, `item ${item.number} of ${name} is not what the manifest says, or outside the order`); // prettier-ignore
    }
  }
}
