import { personKeyId } from '../authorisation/person-key.ts';
import { bytesSource, type ByteSource } from '../evidence/byte-source.ts';
import { handOver, neededLeaves, type LoggedLeaf } from '../evidence/hand-over.ts';
import { fileNames, type ProvenAct } from '../evidence/hand-over-files.ts';
import { parseManifest } from '../evidence/manifest.ts';
import { afterCollection } from '../request/aftermath.ts';
import type { Case } from '../request/case.ts';
import type { Blobs } from '../store/blobs.ts';
import type { Log } from '../store/log.ts';
import type { Reader } from '../store/reader.ts';
import type { Writer } from '../store/writer.ts';
import type { ActOnCase } from './act-input.ts';
import { LogError } from '../transparency/log-error.ts';
import { refused, type Answer } from './answer.ts';
import type { Random } from './leaf-for.ts';
import { perform } from './perform.ts';

/** The files of a hand-over by their names. */
export type HandOver = ReadonlyMap<string, ByteSource>;

/** The recipient takes the hand-over; that it did is an event. Taking it again gives the same evidence, freshly proven. */
export async function collect(
  input: ActOnCase,
  tools: { store: Writer; blobs: Blobs; now: () => string; random: Random; log: Log },
): Promise<Answer<HandOver>> {
  const answer = await perform('collect', input, null, tools, ({ subject }) => ({
    state: afterCollection(subject.state),
    body: { kind: 'collected' },
    value: null,
  }));
  if (answer.kind === 'refused') return answer;
  const subject = await tools.store.caseById(input.caseId);
  if (subject?.evidenceDestroyed !== undefined) return refused('evidence-destroyed');
  if (subject === undefined) throw new Error(`case ${input.caseId} was collected and is not there`);
  try {
    return { ...answer, value: await assemble(subject, tools) };
  } catch (error) {
    // Too few witnesses: nothing is handed over without a proof. That it was asked for is recorded; asking again helps.
    if (error instanceof LogError) return refused('no-proof', [error.message]);
    throw error;
  }
}

/** Puts the hand-over together from what was kept, with proofs of every leaf under one checkpoint. */
async function assemble(subject: Case, tools: { store: Reader; blobs: Blobs; log: Log }): Promise<HandOver> {
  const { store, blobs, log } = tools;
  const manifestBytes = await store.document(subject.released?.body.manifestSha256 ?? '');
  const manifest = manifestBytes && parseManifest(manifestBytes);
  if (manifest === undefined) throw new Error(`the manifest of case ${subject.id} is not in the store`);
  const sealed = subject.released?.body.sealedSha256;
  const read = async (sha256: string): Promise<ByteSource | undefined> => {
    if (sha256 === sealed) return blobs.open(subject.id, sha256);
    const document = await store.document(sha256);
    return document && bytesSource(document);
  };
  const register = manifest.files.find(({ name }) => name === fileNames.register)?.sha256 ?? '';
  const needed = neededLeaves((await store.document(register)) ?? new Uint8Array());
  const mandates = new Map((await store.mandates()).map(({ id, leafIndex }) => [id, leafIndex]));
  const judge = (await store.mandates()).find(({ id }) => id === subject.authorised?.by);
  const registered = judge === undefined ? [] : await store.keysOf(judge.person);
  const keys = new Map(registered.map(({ key, leafIndex }) => [personKeyId(key), leafIndex]));
  const indices = needed.map((each) =>
    'act' in each
      ? indexOf(subject, each.act)
      : 'key' in each
        ? (keys.get(each.key) ?? -1)
        : (mandates.get(each.mandate) ?? -1),
  );
  const proven = await log.prove(indices);
  const leaves = needed.map(({ name }, place): LoggedLeaf => {
    const found = proven[place];
    if (found === undefined) throw new Error(`no proof of ${name}`);
    return { name, bytes: found.leaf.bytes, opening: found.leaf.opening, proof: found.proof };
  });
  return handOver(manifestBytes ?? new Uint8Array(), read, leaves, (await log.head()).vkey);
}

/** Where each act of a released case stands in the log: the request where its latest document does. */
function indexOf({ latest, decided, authorised, produced, released }: Case, act: ProvenAct): number {
  const events = {
    request: latest,
    decision: decided,
    authorisation: authorised,
    production: produced,
    release: released,
  };
  return events[act]?.leafIndex ?? -1;
}
