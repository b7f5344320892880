import { AgeError } from '../../evidence/age/age-error.ts';
import { decryptBytes, stanzaKinds } from '../../evidence/age/decrypt.ts';
import { stanzaKindOf } from '../../evidence/age/keys.ts';
import { sha256Hex } from '../../canonical.ts';
import { fileNames } from '../../evidence/hand-over-files.ts';
import { intake } from '../../evidence/intake.ts';
import type { Manifest } from '../../evidence/manifest.ts';
import { matches } from '../../evidence/matches.ts';
import { recipientsOf } from '../../evidence/recipients.ts';
import { readZip, ZipError, type NamedBytes } from '../../evidence/zip.ts';
import { limits } from '../../limits.ts';
import type { Scope } from '../../request/scope.ts';
import type { Opened } from '../opened.ts';
import { must, VerifyError } from '../verify-error.ts';

const file = fileNames.sealed;

/** The sealed file is the one that was described; with the recipient's identity also what is in it. */
export async function checkSeal(opened: Opened, identity: string | undefined): Promise<string> {
  const manifest = await opened.manifest();
  const { sealed } = manifest;
  const bytes = await opened.file(file);
  const same = sha256Hex(bytes) === sealed.ciphertextSha256 && bytes.length === sealed.ciphertextBytes;
  must(same, 'changed', file, `${file} is not the file that was sealed`);
  const { fields } = await opened.leaf('release');
  must(fields['sealed'] === sealed.ciphertextSha256, 'changed', file, `${file} is not the file that was logged at release`); // prettier-ignore
  const asker = await opened.actor('request');
  const theirs = recipientsOf(await opened.mandates(), asker.authority, manifest.acts.release.at);
  const stranger = sealed.recipients.find((recipient) => !theirs.includes(recipient));
  must(stranger === undefined, 'contradiction', fileNames.register, `${stranger ?? ''} is not a key of ${asker.authorityName} that was in force at the release`); // prettier-ignore
  await checkStanzas(bytes, sealed.recipients);
  const said = `The evidence is sealed to ${asker.authorityName} and unchanged`;
  if (identity === undefined) return `${said}; without its identity the seal was not opened.`;
  const files = await unseal(bytes, identity, manifest);
  await checkContent(files, manifest, (await opened.order()).scope);
  return `${said}; opened, its ${manifest.released.items.length} items are those that the manifest lists and the order names.`;
}

/** As many keys open the file as the manifest names, of the same kinds: nobody was added in silence. */
async function checkStanzas(bytes: Uint8Array, recipients: readonly string[]): Promise<void> {
  const kinds = await inSeal(() => stanzaKinds([bytes]));
  const named = recipients.map((recipient) => stanzaKindOf(recipient));
  const same = JSON.stringify(kinds.toSorted()) === JSON.stringify(named.toSorted());
  must(same, 'contradiction', file, `${file} can be opened by ${kinds.length} keys, the manifest names ${named.length}`); // prettier-ignore
}

async function unseal(bytes: Uint8Array, identity: string, { sealed }: Manifest): Promise<NamedBytes[]> {
  const plain = await inSeal(() => decryptBytes(bytes, [identity]));
  const same = sha256Hex(plain) === sealed.plaintextSha256 && plain.length === sealed.plaintextBytes;
  must(same, 'changed', file, 'what is inside the seal is not what was sealed');
  return inSeal(() => readZip(plain, limits.productionBytes));
}

/** What the seal's own readers throw, said of its file. */
async function inSeal<Value>(read: () => Promise<Value>): Promise<Value> {
  try {
    return await read();
  } catch (cause) {
    if (!(cause instanceof AgeError || cause instanceof ZipError)) throw cause;
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
