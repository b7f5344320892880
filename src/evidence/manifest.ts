import { z } from 'zod';
import { dataCategories, targetKinds } from '../request/request.ts';
import { limits } from '../limits.ts';
import { line } from '../request/fields.ts';
import { fileNames, isFileName, type ProvenAct } from './hand-over-files.ts';
import { exhibitFormats } from './item.ts';
import { ageRecipient } from './recipients.ts';
import { withholdingReasons } from './withholding.ts';
import { canonicalBytes, parseCanonical } from '../canonical.ts';

/** The manifest: everything that a hand-over holds, and what was produced, released and withheld. docs/spec/hand-over.md */

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, { error: 'a SHA-256 in lower-case hexadecimal' });
const utc = z.iso.datetime({ precision: 3 });
const count = z.int().min(0);
const fileName = z.string().refine(isFileName, { error: 'a file name of the hand-over' });
const releasedName = z.string().regex(/^exhibit-\d{2}\.[a-z.]{2,8}$/);

const file = z.strictObject({ name: fileName, sha256, bytes: count });

const performed = z.strictObject({ by: line, at: utc });

export const manifestShape = z.strictObject({
  format: z.literal('proviso-manifest/1'),
  caseId: z.uuid(),
  /** Who did what, when: the mandate's id, and UTC. */
  acts: z.strictObject({
    request: performed,
    decision: performed,
    authorisation: performed,
    production: performed,
    release: performed,
  } satisfies Record<ProvenAct, typeof performed>),
  /** Every file of the hand-over, but for this one and those under log/. */
  files: z.array(file),
  /** What the provider produced. */
  produced: z.array(
    z.strictObject({
      sha256,
      bytes: count,
      format: z.enum(exhibitFormats),
      items: z.int().min(1),
      fault: line.optional(),
    }),
  ),
  released: z.strictObject({
    files: z.array(
      z.strictObject({ name: releasedName, sha256, bytes: count, format: z.enum(exhibitFormats), exhibit: sha256 }),
    ),
    items: z.array(
      z.strictObject({
        file: releasedName,
        number: z.int().min(1),
        offset: count,
        length: z.int().min(1),
        sha256,
        at: utc,
        category: z.enum(dataCategories),
        account: z.strictObject({ kind: z.enum(targetKinds), value: line }),
      }),
    ),
  }),
  withheld: z.array(z.strictObject({ hash: sha256, reasons: z.array(z.enum(withholdingReasons)).min(1) })),
  /** The tree over all of them (item-tree.ts). */
  items: z.strictObject({ size: z.int().min(1), root: sha256 }),
  sealed: z.strictObject({
    recipients: z.array(ageRecipient).min(1).max(limits.recipients),
    plaintextSha256: sha256,
    plaintextBytes: count,
    ciphertextSha256: sha256,
    ciphertextBytes: count,
  }),
});

export type Manifest = Readonly<z.infer<typeof manifestShape>>;

/** RFC 8785. @throws TypeError for a manifest that `parseManifest` would not give back. */
export function encodeManifest(manifest: Manifest): Uint8Array {
  return canonicalBytes(manifestShape.parse(manifest));
}

/** @returns the manifest; `undefined` for bytes that are not one in canonical JSON. */
export const parseManifest = (bytes: Uint8Array): Manifest | undefined =>
  manifestShape.safeParse(parseCanonical(bytes)).data;

/** The request document's name says in which form it came. */
export const requestFileOf = (form: string): string =>
  form === 'etsi-ts-103-120' ? fileNames.requestXml : fileNames.requestJson;
