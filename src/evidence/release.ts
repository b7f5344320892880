import type { Authorised } from '../authorisation/authorised.ts';
import type { PersonKey } from '../authorisation/person-key.ts';
import type { Mandate } from '../authorisation/mandate.ts';
import { canonicalBytes, sha256Hex } from '../canonical.ts';
import type { Terms } from '../request/terms.ts';
import type { SignerKey } from '../transparency/note.ts';
import type { Randomness } from './age/encrypt.ts';
import { signConditions } from './conditions.ts';
import { appendCustody, encodeCustody, type CustodyStep } from './custody.ts';
import { authorisationFileOf, fileNames } from './hand-over-files.ts';
import { itemTree } from './item-tree.ts';
import type { Exhibit } from './item.ts';
import { encodeManifest, requestFileOf, type Manifest } from './manifest.ts';
import { minimise, type Minimised } from './minimise.ts';
import type { Production } from './production.ts';
import { encodeRegister } from './register.ts';
import { seal, type Sealed } from './seal.ts';
import type { NamedBytes } from './zip.ts';

/** What the release of a case rests on, as it was recorded. */
export type ReleaseInput = Readonly<{
  authorised: Authorised;
  /** What the court signed, and with which keys of its own, if any. */
  note: Uint8Array;
  keys: readonly PersonKey[];
  request: Readonly<{ form: string; bytes: Uint8Array }>;
  /** The bodies of the events `decided` and `produced`, whole, as their leaves commit to them. */
  decided: unknown;
  produced: Production;
  /** The exhibits, read again (intake.ts), in the order of `produced.exhibits`. */
  exhibits: readonly Exhibit[];
  /** 32 bytes that stay with the authority: with them, a withheld item can later be shown (withheld.ts). */
  withheldSeed: Uint8Array;
  /** Which witnesses must have seen the log (C2SP tlog-policy): it travels, bound by the manifest. */
  logPolicy: Uint8Array;
  /** Who did each act before this one, and when. */
  acts: Omit<Manifest['acts'], 'release'>;
  /** The mandates of everybody in `acts`, and of whom the evidence is for. */
  mandates: readonly Mandate[];
  /** Whoever releases signs the custody. */
  by: Mandate;
  signer: SignerKey;
  /** `age1...` of the asking authority, from its mandates (`recipientsOf`). */
  recipients: readonly string[];
  /** The conditions under which it leaves, and the authority to which. */
  terms: Terms;
  to: string;
  at: string;
  random: Randomness;
  /** Keeps the sealed file; nothing was released before it has returned. */
  keep: (sealed: AsyncIterable<Uint8Array>) => Promise<unknown>;
}>;

export type Release = Readonly<{
  manifest: Manifest;
  /** Every file of the hand-over but the sealed one, `manifest.json` among them; to be kept by their SHA-256. */
  documents: readonly NamedBytes[];
  /** The new lines of custody. */
  custody: readonly string[];
}>;

/**
 * Releases evidence: exhibits are checked against what was produced, minimised to the order's scope, sealed to the
 * recipients, and described in a manifest that binds every file of the hand-over.
 * @throws SealError (`nothing-to-release`, `outside-order`, `expired`), CustodyError, AgeError `bad-key`
 */
export async function release(input: ReleaseInput): Promise<Release> {
  const { exhibits, withheldSeed } = input;
  assertProduced(input);
  const minimised = await minimise(exhibits, input.authorised.order.scope, withheldSeed);
  const { authorised, recipients, at, random, keep } = input;
  const sealed = await seal(authorised, minimised, recipients, at, random, keep);
  const custody = signCustody(input, minimised, sealed);
  const documents = documentsOf(input, custody, sealed);
  const manifest = await manifestOf(input, minimised, sealed, documents);
  return {
    manifest,
    documents: [...documents, { name: fileNames.manifest, bytes: encodeManifest(manifest) }],
    custody: custody.slice(input.produced.custody.length),
  };
}

/** @throws Error where an exhibit is not the one that was produced: it was exchanged while we held it. */
function assertProduced({ exhibits, produced }: ReleaseInput): void {
  const same =
    exhibits.length === produced.exhibits.length &&
    exhibits.every(({ sha256 }, index) => sha256 === produced.exhibits[index]?.sha256);
  if (!same) throw new Error('the exhibits are not those that were produced');
}

function signCustody(input: ReleaseInput, { items, withheld }: Minimised, sealed: Sealed): string[] {
  const { authorised, at, by, signer } = input;
  const { plaintextSha256, ciphertextSha256, recipients } = sealed;
  const steps: CustodyStep[] = [
    ...input.produced.exhibits.map(({ sha256 }) => ({ act: 'received' as const, at, subject: sha256, reason: 'hash compared with what the provider signed' })),
    { act: 'minimised', at, subject: plaintextSha256, reason: `${items.length} items inside the order, ${withheld.length} withheld` },
    { act: 'sealed', at, subject: ciphertextSha256, reason: `age, to ${recipients.join(', ')}` },
    { act: 'released', at, subject: ciphertextSha256, reason: `to the authority that asked, under the order of ${authorised.at}` },
  ]; // prettier-ignore
  const lines = [...input.produced.custody];
  for (const step of steps) lines.push(appendCustody(authorised.order.caseId, lines, step, by, signer));
  return lines;
}

function documentsOf(input: ReleaseInput, custody: readonly string[], sealed: Sealed): NamedBytes[] {
  const orderText = new TextEncoder().encode(input.authorised.text);
  const { terms, to, at, by, signer } = input;
  const about = {
    caseId: input.authorised.order.caseId,
    orderTextSha256: sha256Hex(orderText),
    sealedSha256: sealed.ciphertextSha256,
  };
  const { authorised, note, keys, request, decided, produced, mandates, logPolicy } = input;
  return [
    { name: requestFileOf(request.form), bytes: request.bytes },
    { name: fileNames.order, bytes: canonicalBytes(authorised.order) },
    { name: fileNames.orderText, bytes: orderText },
    { name: authorisationFileOf(note), bytes: note },
    { name: fileNames.decision, bytes: canonicalBytes(decided) },
    { name: fileNames.production, bytes: canonicalBytes(produced) },
    { name: fileNames.register, bytes: encodeRegister({ mandates, keys }) },
    { name: fileNames.custody, bytes: encodeCustody(custody) },
    { name: fileNames.conditions, bytes: signConditions({ ...about, to, terms, at }, by, signer) },
    { name: fileNames.logPolicy, bytes: logPolicy },
  ];
}

async function manifestOf(
  { authorised, acts, by, at, exhibits }: ReleaseInput,
  { files, items, withheld }: Minimised,
  sealed: Sealed,
  documents: readonly NamedBytes[],
): Promise<Manifest> {
  const listed = [
    ...documents.map(({ name, bytes }) => ({ name, sha256: sha256Hex(bytes), bytes: bytes.length })),
    { name: fileNames.sealed, sha256: sealed.ciphertextSha256, bytes: sealed.ciphertextBytes },
  ];
  const released = {
    files: files.map(({ name, format, exhibitSha256, sha256, source }) => ({
      name,
      sha256,
      bytes: source.size,
      format,
      exhibit: exhibitSha256,
    })),
    items: [...items],
  };
  const stayed = withheld.map(({ hash, reasons }) => ({ hash, reasons: [...reasons] }));
  return {
    format: 'proviso-manifest/1',
    caseId: authorised.order.caseId,
    acts: { ...acts, release: { by: by.id, at } },
    files: listed.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    produced: exhibits.map(({ sha256, source, format, items: held, fault }) => ({
      sha256,
      bytes: source.size,
      format,
      items: held.length,
      ...(fault && { fault: fault.code }),
    })),
    released,
    withheld: stayed,
    items: await itemTree({ released, withheld: stayed }),
    sealed: { ...sealed, recipients: [...sealed.recipients] },
  };
}
