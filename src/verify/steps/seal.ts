import { AgeError } from '../../evidence/age/age-error.ts';
import { stanzaKindOf } from '../../evidence/age/key-text.ts';
import { stanzaKinds } from '../../evidence/age/read-header.ts';
import { streamOf, type ByteSource } from '../../evidence/byte-source.ts';
import { fileNames } from '../../evidence/hand-over-files.ts';
import type { Manifest } from '../../evidence/manifest.ts';
import { recipientsOf } from '../../evidence/recipients.ts';
import type { Scope } from '../../request/scope.ts';
import type { Opened } from '../opened.ts';
import { must, VerifyError } from '../verify-error.ts';

const file = fileNames.sealed;

/** Opens the seal and compares what is inside (open-seal.ts). Not there where no identity was given. */
export type OpenSeal = (source: ByteSource, manifest: Manifest, scope: Scope) => Promise<unknown>;

/** The sealed file is the one that was described; with the recipient's identity also what is in it. */
export async function checkSeal(opened: Opened, open: OpenSeal | undefined): Promise<string> {
  const manifest = await opened.manifest();
  const { sealed } = manifest;
  const source = await opened.bound(file);
  const named = manifest.files.find(({ name }) => name === file);
  const same = named?.sha256 === sealed.ciphertextSha256 && source.size === sealed.ciphertextBytes;
  must(same, 'changed', file, `${file} is not the file that was sealed`);
  const { fields } = await opened.leaf('release');
  must(fields['sealed'] === sealed.ciphertextSha256, 'changed', file, `${file} is not the file that was logged at release`); // prettier-ignore
  const asker = await opened.actor('request');
  const theirs = recipientsOf(await opened.mandates(), asker.authority, manifest.acts.release.at);
  const stranger = sealed.recipients.find((recipient) => !theirs.includes(recipient));
  must(stranger === undefined, 'contradiction', fileNames.register, `${stranger ?? ''} is not a key of ${asker.authorityName} that was in force at the release`); // prettier-ignore
  await checkStanzas(source, sealed.recipients);
  const said = `The evidence is sealed to ${asker.authorityName} and unchanged`;
  if (open === undefined) return `${said}; without its identity the seal was not opened.`;
  await open(source, manifest, (await opened.order()).scope);
  return `${said}; opened, its ${manifest.released.items.length} items are those that the manifest lists and the order names.`;
}

/** As many keys open the file as the manifest names, of the same kinds: nobody was added in silence. */
async function checkStanzas(source: ByteSource, recipients: readonly string[]): Promise<void> {
  const kinds = await inSeal(() => stanzaKinds(streamOf(source)));
  const named = recipients.map((recipient) => stanzaKindOf(recipient));
  const same = JSON.stringify(kinds.toSorted()) === JSON.stringify(named.toSorted());
  must(same, 'contradiction', file, `${file} can be opened by ${kinds.length} keys, the manifest names ${named.length}`); // prettier-ignore
}

/** What the reader of age files throws, said of its file. */
export async function inSeal<Value>(read: () => Promise<Value>): Promise<Value> {
  try {
    return await read();
  } catch (cause) {
    if (!(cause instanceof AgeError)) throw cause;
    throw new VerifyError('malformed', file, `${file}: ${cause.message}`, { cause });
  }
}
