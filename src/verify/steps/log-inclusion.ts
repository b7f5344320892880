import { canonicalJson, sha256Hex } from '../../canonical.ts';
import { personKeyId } from '../../authorisation/person-key.ts';
import {
  fileNames,
  keyLeaf,
  logFiles,
  provenActs,
  registerLeaf,
  type ProvenAct,
} from '../../evidence/hand-over-files.ts';
import type { LeafKind } from '../../transparency/leaf.ts';
import { leafNames, type Opened } from '../opened.ts';
import type { ProvenLeaf } from '../proven-leaf.ts';
import { must } from '../verify-error.ts';

/** Every act stands in the log under one signed tree head, in the order in which it must have happened. */
export async function checkLogInclusion(opened: Opened): Promise<string> {
  const mandates = await opened.mandates();
  const { caseId } = await opened.manifest();
  const release = await opened.leaf('release');
  for (const name of await leafNames(opened)) {
    const { checkpoint } = await opened.leaf(name);
    const same = Buffer.from(checkpoint).equals(release.checkpoint);
    must(same, 'not-logged', logFiles(name).proof, `${name} is proven under another tree head`);
  }
  let previous: ProvenLeaf | undefined;
  for (const act of provenActs) {
    const proven = await opened.leaf(act);
    if (act !== 'request' || !isSupplied(proven)) checkKind(act, proven, await kindOf(act, opened));
    const { leaf: file, opening } = logFiles(act);
    must(proven.fields['case'] === caseId, 'contradiction', opening, `the ${act} belongs to another case`);
    must(proven.leaf.case === release.leaf.case, 'contradiction', file, `the ${act} is linked to another case`);
    // A request is logged by the authority that received it: the one that decided. What is supplied, by who supplies it.
    const { authority } = await opened.actor(act === 'request' && !isSupplied(proven) ? 'decision' : act);
    must(proven.leaf.authority === authority, 'contradiction', file, `the ${act} was logged by another authority`);
    must(previous === undefined || previous.index < proven.index, 'not-logged', logFiles(act).proof, `the ${act} stands too early in the log`); // prettier-ignore
    previous = proven;
  }
  await checkRegistrations(opened);
  await checkKeys(opened);
  return `${provenActs.length} acts and ${mandates.length} mandates are in the log ${await originOf(opened)} of ${release.size} leaves, in the right order, seen by ${release.witnesses} witnesses.`;
}

/** An order in an emergency is counted by itself, so that nobody takes it for a court's. */
const kindOf = async (act: ProvenAct, opened: Opened): Promise<LeafKind> =>
  act === 'authorisation' && (await opened.order()).emergency !== undefined ? 'emergency-order' : act;

/** A mandate was logged as it stands here, before the first act of its person. */
async function checkRegistrations(opened: Opened): Promise<void> {
  for (const [index, mandate] of (await opened.mandates()).entries()) {
    const name = registerLeaf(index);
    const { opening, proof } = logFiles(name);
    const registered = await opened.leaf(name);
    checkKind(name, registered, 'register');
    const same = registered.fields['mandate'] === sha256Hex(canonicalJson(mandate));
    must(same, 'changed', opening, `the mandate ${mandate.id} is not the one that was logged`);
    for (const act of provenActs) {
      const acted = (await opened.actor(act)).id === mandate.id;
      const before = registered.index < (await opened.leaf(act)).index;
      must(!acted || before, 'not-logged', proof, `${mandate.id} was registered after the ${act}`);
    }
  }
}

/** A key was logged as it stands here, before its person signed with it; nobody else's key travels. */
async function checkKeys(opened: Opened): Promise<void> {
  const judge = await opened.actor('authorisation');
  for (const [index, key] of (await opened.keys()).entries()) {
    const name = keyLeaf(index);
    const { opening, proof } = logFiles(name);
    const registered = await opened.leaf(name);
    checkKind(name, registered, 'register');
    must(registered.fields['key'] === personKeyId(key), 'changed', opening, `the key "${key.name}" is not the one that was logged`); // prettier-ignore
    must(key.person === judge.person, 'contradiction', fileNames.register, `the key "${key.name}" is not the judge's`);
    const before = registered.index < (await opened.leaf('authorisation')).index;
    must(before, 'not-logged', proof, `the key "${key.name}" was registered after the authorisation`);
  }
}

/** The request is there as a document that took the place of the first one. */
const isSupplied = ({ leaf }: ProvenLeaf): boolean => leaf.kind === 'information' || leaf.kind === 'correction';

function checkKind(name: string, { leaf }: ProvenLeaf, kind: LeafKind): void {
  must(leaf.kind === kind, 'contradiction', logFiles(name).leaf, `the leaf is of kind ${leaf.kind}, not ${kind}`);
}

const originOf = async (opened: Opened): Promise<string> => {
  const [origin = ''] = Buffer.from((await opened.leaf('release')).checkpoint)
    .toString('utf8')
    .split('\n');
  return origin;
};
