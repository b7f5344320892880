import { readFileSync } from 'node:fs';
import { leafFor, leafForMandate } from '../../src/acts/leaf-for.ts';
import { authorised, signAuthorisation, type Authorised } from '../../src/authorisation/authorised.ts';
import type { Mandate, Role } from '../../src/authorisation/mandate.ts';
import { orderText } from '../../src/authorisation/order-text.ts';
import type { Order } from '../../src/authorisation/order.ts';
import { sha256Hex } from '../../src/canonical.ts';
import { generateIdentity, recipientOf } from '../../src/evidence/age/identity.ts';
import { bytesSource, type ByteSource } from '../../src/evidence/byte-source.ts';
import type { KeyKind } from '../../src/evidence/age/key-text.ts';
import { recipientsOf } from '../../src/evidence/recipients.ts';
import { appendCustody, encodeCustody, verifyCustody, type CustodyStep } from '../../src/evidence/custody.ts';
import { handOver, neededLeaves, type LoggedLeaf } from '../../src/evidence/hand-over.ts';
import { fileNames, provenActs, type ProvenAct } from '../../src/evidence/hand-over-files.ts';
import { encodeManifest, type Manifest } from '../../src/evidence/manifest.ts';
import { release } from '../../src/evidence/release.ts';
import { termsOf, type Terms } from '../../src/request/terms.ts';
import type { EventBody } from '../../src/request/event.ts';
import { readRequest } from '../../src/wire/read-request.ts';
import { signCheckpoint } from '../../src/transparency/checkpoint.ts';
import { append, inclusionProof, leafHash } from '../../src/transparency/merkle.ts';
import { encodeVerifierKey, generateKey, type SignerKey } from '../../src/transparency/note.ts';
import { encodeProof } from '../../src/transparency/proof.ts';
import { exampleScope, mailbox, site } from './example-case.ts';
import { logKey, policyBytes, witnessed } from './log-keys.ts';
import { contentsOf, take } from './whole.ts';

/** A whole hand-over through the real functions, with test keys; and bends that only an insider could make. */

/** Fixed bytes, so that a failing test fails again. */
function counter(start: number): (bytes: number) => Uint8Array {
  let next = start;
  return (bytes) => Buffer.from(sha256Hex(`test ${(next += 1)}`).repeat(2), 'hex').subarray(0, bytes);
}

const caseId = '3f0c6a52-6f55-4a3f-8d8a-0f6f3f0a7d11';
const at = { request: '2026-02-10T10:00:00.000Z', decision: '2026-02-11T10:00:00.000Z', authorisation: '2026-02-12T10:00:00.000Z', production: '2026-02-13T10:00:00.000Z', release: '2026-02-14T10:00:00.000Z' }; // prettier-ignore

const request = readFileSync(new URL('../../examples/requests/clean-phishing.request.json', import.meta.url));

const people = [
  ['xa-central-authority/amara-nwosu', 'requesting-officer', 'Central Authority of Arvenia', 'XA'],
  ['xb-central-authority/vera-lindqvist', 'case-officer', 'Central Authority of Bellmark', 'XB'],
  ['xb-court/ines-okafor', 'judge', 'Court of Bellmark', 'XB'],
  ['xb-provider/tomas-rey', 'provider', 'Mail Example', 'XB'],
] as const satisfies readonly (readonly [string, Role, string, string])[];

type Person = Readonly<{ mandate: Mandate; signer: SignerKey }>;

export type Bend = Readonly<{
  exhibits?: readonly Uint8Array[];
  /** The kind of the recipient's key, and whom it is really sealed to. */
  keyKind?: KeyKind;
  recipients?: (recipient: string) => string[];
  mandate?: (mandate: Mandate) => Mandate;
  order?: (order: Order) => Order;
  /** What the log is told that was decided. */
  decided?: (body: object) => object;
  at?: Partial<Record<ProvenAct, string>>;
  /** Changes a document after release and binds it again, as who holds the log's pen could. */
  document?: (name: string, bytes: Uint8Array) => Uint8Array;
  manifest?: (manifest: Manifest) => Manifest | Promise<Manifest>;
  /** What the officer signs as conditions, and for whom. */
  terms?: (terms: Terms) => Terms;
  to?: string;
  /** Another chain of custody, signed anew by the people themselves; `undefined` leaves a step out. */
  custody?: (step: CustodyStep) => CustodyStep | undefined;
  /** Changes a file's bytes at the very end, while everything that names it names the changed bytes. */
  late?: (name: string, bytes: Uint8Array) => Uint8Array;
  /** What the log is told of an act. */
  logged?: (act: ProvenAct, body: object) => object;
  /** The order in which the acts are logged. */
  sequence?: readonly ProvenAct[];
  /** The case that the log is told of, its key, and who tells it (a place in `people`). */
  logCase?: (act: ProvenAct) => string;
  logKey?: (act: ProvenAct) => Uint8Array | undefined;
  logBy?: (act: ProvenAct) => number | undefined;
  /** People are registered after they acted. */
  registeredLate?: true;
}>;

export type Walk = Readonly<{ files: Map<string, Uint8Array>; identity: string; logKey: string; seed: Uint8Array }>;

export async function walk(bend: Bend = {}): Promise<Walk> {
  const random = counter(0);
  const identity = generateIdentity(random, bend.keyKind);
  const persons = people.map((each) => personOf(each, recipientOf(identity), random, bend));
  const [asker, officer, judge, provider] = persons as [Person, Person, Person, Person];
  const mandates = persons.map(({ mandate }) => mandate);
  const times = { ...at, ...bend.at };
  const { order, note, proven } = authorise(persons, times, bend);
  const exhibits = await Promise.all((bend.exhibits ?? [mailbox(), site()]).map((bytes) => take('exhibit', bytes)));
  const custody: string[] = [];
  for (const { sha256 } of exhibits) {
    const step = { act: 'produced', at: times.production, subject: sha256, reason: 'handed in under the order' } as const; // prettier-ignore
    custody.push(appendCustody(caseId, custody, step, provider.mandate, provider.signer));
  }
  const decided = decisionOf(order, bend);
  const produced = { kind: 'produced', exhibits: exhibits.map(({ name, sha256, source }) => ({ name, sha256, size: source.size })), custody } as const; // prettier-ignore
  const acts = {
    request: { by: asker.mandate.id, at: times.request },
    decision: { by: officer.mandate.id, at: times.decision },
    authorisation: { by: judge.mandate.id, at: times.authorisation },
    production: { by: provider.mandate.id, at: times.production },
  };
  let sealed = Buffer.alloc(0);
  const seed = random(32);
  const made = await release({
    authorised: proven, note, keys: [], request: { form: 'proviso-request/1', bytes: request }, decided, produced, exhibits,
    withheldSeed: seed, logPolicy: policyBytes(), acts, mandates, by: officer.mandate, signer: officer.signer,
    recipients: bend.recipients?.(recipientOf(identity)) ?? recipientsOf(mandates, asker.mandate.authority, times.release), at: times.release, random,
    terms: termsIn(order, officer.mandate.authority, times.release, bend), to: bend.to ?? asker.mandate.authority,
    keep: async (chunks) => (sealed = Buffer.concat(await Array.fromAsync(chunks, (chunk) => Buffer.from(chunk)))),
  }); // prettier-ignore
  const chain = encodeCustody(resign([...custody, ...made.custody], persons, bend));
  const documents = made.documents.map(({ name, bytes }) => ({ name, bytes: name === fileNames.custody ? chain : bytes })); // prettier-ignore
  const kept = await rebind(documents, made.manifest, sealed, bend);
  const bodies = {
    request: { kind: 'request-received', requestSha256: sha256Hex(request) },
    decision: decided,
    authorisation: { kind: 'authorised', orderSha256: kept.sha256(fileNames.order), orderTextSha256: kept.sha256(fileNames.orderText), noteSha256: kept.sha256(fileNames.note), narrowed: false },
    production: produced,
    release: { kind: 'released', manifestSha256: sha256Hex(lateBytes(bend, fileNames.manifest, kept.manifest)), sealedSha256: sha256Hex(sealed) },
  } as unknown as Record<ProvenAct, EventBody>; // prettier-ignore
  const log = await logOf(persons, bodies, times, kept.register, random, bend);
  const read = async (sha256: string): Promise<ByteSource | undefined> => {
    const bytes = await kept.read(sha256);
    return bytes && bytesSource(bytes);
  };
  const files = await contentsOf(await handOver(kept.manifest, read, log.leaves, log.key));
  for (const [name, bytes] of files) files.set(name, lateBytes(bend, name, bytes));
  return { files, identity, logKey: log.key, seed };
}

const lateBytes = (bend: Bend, name: string, bytes: Uint8Array): Uint8Array => bend.late?.(name, bytes) ?? bytes;

/** The same chain where nothing is bent: Ed25519 signs the same bytes the same way. */
function resign(lines: readonly string[], persons: readonly Person[], bend: Bend): string[] {
  const entries = verifyCustody(caseId, lines, persons.map(({ mandate }) => mandate)); // prettier-ignore
  const chain: string[] = [];
  for (const { act, at, subject, reason, by } of entries) {
    const step = bend.custody === undefined ? { act, at, subject, reason } : bend.custody({ act, at, subject, reason });
    const person = persons.find(({ mandate }) => mandate.id === by);
    if (step && person) chain.push(appendCustody(caseId, chain, step, person.mandate, person.signer));
  }
  return chain;
}

type Court = Readonly<{ order: Order; note: Uint8Array; proven: Authorised }>;

function authorise(persons: readonly Person[], times: typeof at, bend: Bend): Court {
  const [asker, officer, judge] = persons as [Person, Person, Person];
  const order = orderOf(request, officer.mandate, judge.mandate, bend);
  const text = orderText(order);
  const note = signAuthorisation(text, judge.mandate, times.authorisation, judge.signer);
  const others = [asker.mandate, officer.mandate];
  const proven = authorised({ order, text, note, keys: [], judge: judge.mandate, others, usedAt: times.release });
  return { order, note, proven };
}

/** A proven authorisation of the example case. */
export function proveOrder(): Authorised {
  const random = counter(0);
  const recipient = recipientOf(generateIdentity(random));
  return authorise(people.map((each) => personOf(each, recipient, random, {})), at, {}).proven; // prettier-ignore
}

function personOf(
  [id, role, authorityName, state]: (typeof people)[number],
  recipient: string,
  random: (bytes: number) => Uint8Array,
  bend: Bend,
): Person {
  const signer = generateKey(id, random(32));
  const [authority = '', person = ''] = id.split('/');
  const mandate: Mandate = {
    id, person, name: person.split('-').join(' '), role, authority, authorityName, state,
    vkey: encodeVerifierKey(signer.verifier),
    ...(role === 'requesting-officer' && { recipient }),
    validFrom: '2025-01-01T00:00:00.000Z', validUntil: '2027-01-01T00:00:00.000Z',
  }; // prettier-ignore
  return { mandate: bend.mandate?.(mandate) ?? mandate, signer };
}

function termsIn(order: Order, authority: string, at: string, bend: Bend): Terms {
  const read = readRequest(request, 'json');
  if (!read.ok) throw new Error('the example request is not a request');
  const terms = termsOf(read.request, order, authority, at);
  return bend.terms?.(terms) ?? terms;
}

function orderOf(request: Uint8Array, officer: Mandate, judge: Mandate, bend: Bend): Order {
  const read = readRequest(request, 'json');
  if (!read.ok) throw new Error('the example request is not a request');
  const order: Order = {
    format: 'proviso-order/1', caseId, requestSha256: read.sha256, requestId: read.request.id,
    requestingState: 'XA', requestingAuthority: read.request.requestingAuthority?.name ?? '', requestedState: 'XB',
    measure: 'stored-data', provider: 'Mail Example',
    scope: { ...exampleScope, targets: read.request.targets ?? [] },
    notAuthorised: ['traffic data'], reasons: 'The account sent the false messages.\nNothing milder would show who read the answers.',
    conditions: [{ rule: 'un-cybercrime/36(1)', text: 'Used for this proceeding only.' }],
    openFindings: [], notice: { position: 'notify' },
    decidedBy: `${officer.name} (${officer.id})`, authorisingCourt: judge.authorityName,
    validUntil: '2026-03-10T00:00:00.000Z',
  }; // prettier-ignore
  return bend.order?.(order) ?? order;
}

function decisionOf(order: Order, bend: Bend): object {
  const decided = { kind: 'decided', requestSha256: sha256Hex(request), outcome: 'grant', reasons: order.reasons, grounds: [], policy: 'recommended', assessmentSha256: sha256Hex('assessment'), scope: order.scope, provider: 'xb-provider', conditions: order.conditions }; // prettier-ignore
  return bend.decided?.(decided) ?? decided;
}

type Kept = Readonly<{
  manifest: Uint8Array;
  register: Uint8Array;
  sha256: (name: string) => string;
  read: (sha256: string) => Promise<Uint8Array | undefined>;
}>;

/** The documents as they are kept, after the bends, with a manifest that names them again. */
async function rebind(
  documents: readonly Readonly<{ name: string; bytes: Uint8Array }>[],
  manifest: Manifest,
  sealed: Uint8Array,
  bend: Bend,
): Promise<Kept> {
  const bytes = new Map(documents.map(({ name, bytes }) => [name, bend.document?.(name, bytes) ?? bytes]));
  bytes.set(fileNames.sealed, bend.document?.(fileNames.sealed, sealed) ?? sealed);
  bytes.delete(fileNames.manifest);
  const late = (name: string): Uint8Array => lateBytes(bend, name, bytes.get(name) ?? new Uint8Array());
  const sha256 = (name: string): string => sha256Hex(late(name));
  const files = manifest.files.map(({ name }) => ({ name, sha256: sha256(name), bytes: late(name).length }));
  const whole = { ...manifest, files };
  const bySha256 = new Map([...bytes].map(([name, each]) => [sha256(name), each]));
  return {
    manifest: encodeManifest((await bend.manifest?.(whole)) ?? whole),
    register: bytes.get(fileNames.register) ?? new Uint8Array(),
    sha256,
    read: (name) => Promise.resolve(bySha256.get(name)),
  };
}

/** A log of the registrations, the acts, and some leaves of strangers before and after. */
async function logOf(
  persons: readonly Person[],
  bodies: Record<ProvenAct, EventBody>,
  times: Readonly<Record<ProvenAct, string>>,
  register: Uint8Array,
  random: (bytes: number) => Uint8Array,
  bend: Bend,
): Promise<{ leaves: LoggedLeaf[]; key: string }> {
  const request = { requestingState: 'XA', measure: 'stored-data', dataCategories: ['content'] } as unknown as Parameters<typeof leafFor>[0]['request']; // prettier-ignore
  const actors = { request: 1, decision: 1, authorisation: 2, production: 3, release: 1 } as const;
  const caseKey = random(32);
  const registrations = neededLeaves(register).flatMap((needed) => {
    const person = 'mandate' in needed ? persons.find(({ mandate }) => mandate.id === needed.mandate) : undefined;
    return person ? [{ name: needed.name, draft: leafForMandate(person.mandate, at.request, random) }] : [];
  });
  const cases = (bend.sequence ?? provenActs).map((act) => ({
    name: act,
    draft: leafFor({ body: (bend.logged?.(act, bodies[act]) ?? bodies[act]) as EventBody, caseId: bend.logCase?.(act) ?? caseId, request, by: persons[bend.logBy?.(act) ?? actors[act]]?.mandate ?? { authority: '', role: 'judge' }, at: times[act], caseKey: bend.logKey?.(act) ?? caseKey, random }),
  })); // prettier-ignore
  const strangers = (persons.slice(0, 1)).map(({ mandate }) => ({ name: 'stranger', draft: leafForMandate(mandate, at.request, random) })); // prettier-ignore
  const entries = [
    ...strangers,
    ...(bend.registeredLate ? [...cases, ...registrations] : [...registrations, ...cases]),
    ...strangers,
  ].map(({ name, draft }) => ({
    name,
    opening: draft.opening,
    bytes: draft.encode(undefined),
  }));
  const tree = await append(0, entries.map(({ bytes }) => leafHash(bytes)), () => []); // prettier-ignore
  const checkpoint = witnessed(
    signCheckpoint({ origin: logKey.verifier.name, size: tree.size, root: tree.root }, logKey),
  );
  const read = (positions: readonly number[]): Uint8Array[] => positions.map((position) => tree.hashes[position] ?? new Uint8Array()); // prettier-ignore
  const leaves = await Promise.all(
    entries.map(async ({ name, bytes, opening }, index) => ({
      name,
      bytes,
      opening,
      proof: encodeProof({ index, hashes: await inclusionProof(index, tree.size, read), checkpoint }),
    })),
  );
  return { leaves, key: encodeVerifierKey(logKey.verifier) };
}

/** The files as the verifier reads them. */
export const reading = (
  files: ReadonlyMap<string, Uint8Array>,
): [(name: string) => Promise<ByteSource | undefined>, () => Promise<string[]>] => [
  (name) => Promise.resolve(files.has(name) ? bytesSource(files.get(name) ?? new Uint8Array()) : undefined),
  () => Promise.resolve([...files.keys()]),
];
