import type { AuthorisationEvidence } from '../authorisation/authorised.ts';
import type { Mandate } from '../authorisation/mandate.ts';
import type { PersonKey } from '../authorisation/person-key.ts';
import type { Order } from '../authorisation/order.ts';
import { sha256Hex } from '../canonical.ts';
import { streamOf, type ByteSource } from '../evidence/byte-source.ts';
import { sha256Of } from '../evidence/hash-items.ts';
import { parseConditions, type Conditions } from '../evidence/conditions.ts';
import { fileNames, keyLeaf, provenActs, registerLeaf, type ProvenAct } from '../evidence/hand-over-files.ts';
import { parseManifest, type Manifest } from '../evidence/manifest.ts';
import { parseRegister, type Register } from '../evidence/register.ts';
import type { EvidenceRequest } from '../request/request.ts';
import { readRequest } from '../wire/read-request.ts';
import { readDecision, readOrder, readProduction, type Decision, type ProductionRecord } from './documents.ts';
import { once, openLimited, readLimited, type ReadFile } from './package-reader.ts';
import { proveLeaf, readLogKey, readLogPolicy, type ProvenLeaf } from './proven-leaf.ts';
import { must } from './verify-error.ts';

/**
 * A hand-over as its steps see it. Nothing is given out that is not bound: the log's signed tree holds the release
 * leaf, the leaf binds the manifest, the manifest binds every other file. Each getter throws VerifyError, naming the
 * file that breaks the chain.
 */
export type Opened = Readonly<{
  leaf: (name: string) => Promise<ProvenLeaf>;
  manifest: () => Promise<Manifest>;
  /** A file exactly as the manifest names it, as a whole. */
  file: (name: string) => Promise<Uint8Array>;
  /** A file whose bytes, read once through, are those that the manifest names; it may be of any size. */
  bound: (name: string) => Promise<ByteSource>;
  requestFile: () => Promise<string>;
  request: () => Promise<EvidenceRequest>;
  order: () => Promise<Order>;
  decision: () => Promise<Decision>;
  conditions: () => Promise<Conditions>;
  production: () => Promise<ProductionRecord>;
  mandates: () => Promise<readonly Mandate[]>;
  /** Keys of people's own, with which the court signed. */
  keys: () => Promise<readonly PersonKey[]>;
  /** What the court signed: a note, or a passkey's assertion. */
  authorisationFile: () => Promise<string>;
  /** The mandate under which an act was done. */
  actor: (act: ProvenAct) => Promise<Mandate>;
  /** What the check of the court's signature needs. */
  authorisation: () => Promise<AuthorisationEvidence>;
}>;

export function open(
  read: ReadFile,
  trusted: Readonly<{ logKey: string | undefined; policy: string | undefined }>,
): Opened {
  const policy = once(async () => readLogPolicy(read, await readLogKey(read, trusted.logKey), trusted.policy));
  const leaves = new Map<string, Promise<ProvenLeaf>>();
  const leaf = (name: string): Promise<ProvenLeaf> => {
    const known = leaves.get(name) ?? policy().then((under) => proveLeaf(read, name, under));
    leaves.set(name, known);
    return known;
  };
  const manifest = once(() => readManifest(read, leaf));
  const bounds = new Map<string, Promise<ByteSource>>();
  const bound = (name: string): Promise<ByteSource> => {
    const known = bounds.get(name) ?? openBound(read, manifest, name);
    bounds.set(name, known);
    return known;
  };
  const file = (name: string): Promise<Uint8Array> => readBound(read, manifest, name);
  const register = once(() => readRegister(file));
  const mandates = async (): Promise<readonly Mandate[]> => (await register()).mandates;
  const keys = async (): Promise<readonly PersonKey[]> => (await register()).keys;
  const order = once(async () => readOrder(fileNames.order, await file(fileNames.order)));
  const actor = async (act: ProvenAct): Promise<Mandate> => {
    const { by } = (await manifest()).acts[act];
    const mandate = (await mandates()).find(({ id }) => id === by);
    must(mandate !== undefined, 'contradiction', fileNames.register, `${by} is not in the register`);
    return mandate;
  };
  const requestFile = once(async () =>
    oneOf([fileNames.requestJson, fileNames.requestXml], 'request', await manifest()),
  );
  const authorisationFile = once(async () =>
    oneOf([fileNames.note, fileNames.assertion], 'authorisation', await manifest()),
  );
  return {
    leaf,
    manifest,
    file,
    bound,
    requestFile,
    request: once(async () => {
      const name = await requestFile();
      const answer = readRequest(await file(name), name === fileNames.requestXml ? 'xml' : 'json');
      must(answer.ok, 'malformed', name, `${name} is not a request`);
      return answer.request;
    }),
    order,
    decision: once(async () => readDecision(fileNames.decision, await file(fileNames.decision))),
    conditions: once(async () => readConditions(await file(fileNames.conditions))),
    production: once(async () => readProduction(fileNames.production, await file(fileNames.production))),
    mandates,
    keys,
    actor,
    authorisationFile,
    authorisation: async () => {
      const judge = await actor('authorisation');
      return {
        order: await order(),
        text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(await file(fileNames.orderText)),
        note: await file(await authorisationFile()),
        judge,
        keys: await keys(),
        others: (await mandates()).filter(({ id, role }) => role !== 'judge' && id !== judge.id),
        usedAt: (await manifest()).acts.release.at,
      };
    },
  };
}

/** @throws VerifyError unless the release leaf binds the manifest */
async function readManifest(read: ReadFile, leaf: (name: string) => Promise<ProvenLeaf>): Promise<Manifest> {
  const name = fileNames.manifest;
  const bytes = await readLimited(read, name);
  const { fields } = await leaf('release');
  must(fields['manifest'] === sha256Hex(bytes), 'changed', name, `${name} is not the one whose hash was logged at release`); // prettier-ignore
  const manifest = parseManifest(bytes);
  must(manifest !== undefined, 'malformed', name, `${name} is not a manifest in canonical JSON`);
  return manifest;
}

type Named = Manifest['files'][number];

async function named(manifest: () => Promise<Manifest>, name: string): Promise<Named> {
  const found = (await manifest()).files.find((file) => file.name === name);
  must(found !== undefined, 'missing', name, `${name} is not in the manifest`);
  return found;
}

async function readBound(read: ReadFile, manifest: () => Promise<Manifest>, name: string): Promise<Uint8Array> {
  const { bytes, sha256 } = await named(manifest, name);
  const found = await readLimited(read, name);
  assertBound(name, found.length === bytes && sha256Hex(found) === sha256);
  return found;
}

async function openBound(read: ReadFile, manifest: () => Promise<Manifest>, name: string): Promise<ByteSource> {
  const { bytes, sha256 } = await named(manifest, name);
  const source = await openLimited(read, name);
  assertBound(name, source.size === bytes && (await sha256Of(streamOf(source))) === sha256);
  return source;
}

const assertBound = (name: string, same: boolean): void =>
  must(same, 'changed', name, `${name} is not the file that the manifest names: it was changed`);

/** Which of the names that a document may have is in the hand-over. */
function oneOf(names: readonly string[], what: string, { files }: Manifest): string {
  const [only, ...more] = names.filter((name) => files.some((file) => file.name === name));
  must(only !== undefined && more.length === 0, 'contradiction', fileNames.manifest, `the manifest names no ${what}, or two`); // prettier-ignore
  return only;
}

async function readRegister(file: (name: string) => Promise<Uint8Array>): Promise<Register> {
  const name = fileNames.register;
  const register = parseRegister(await file(name));
  must(register !== undefined, 'malformed', name, `${name} is not a register`);
  return register;
}

/** The names of all leaves that a hand-over must hold. */
export const leafNames = async (opened: Pick<Opened, 'mandates' | 'keys'>): Promise<string[]> => [
  ...provenActs,
  ...(await opened.mandates()).map((_, index) => registerLeaf(index)),
  ...(await opened.keys()).map((_, index) => keyLeaf(index)),
];

function readConditions(bytes: Uint8Array): Conditions {
  const conditions = parseConditions(bytes);
  must(conditions !== undefined, 'malformed', fileNames.conditions, `${fileNames.conditions} is malformed`);
  return conditions;
}
