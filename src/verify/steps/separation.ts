import { holds, type Mandate, type Role } from '../../authorisation/mandate.ts';
import { isSeparate } from '../../authorisation/separation.ts';
import type { PersonKey } from '../../authorisation/person-key.ts';
import { canonicalJson } from '../../canonical.ts';
import { fileNames, provenActs, type ProvenAct } from '../../evidence/hand-over-files.ts';
import type { Opened } from '../opened.ts';
import { must } from '../verify-error.ts';

/** Whose act it is. In an emergency a prosecutor orders, and the order says so. */
const roleOf: Readonly<Record<ProvenAct, Role>> = {
  request: 'requesting-officer',
  decision: 'case-officer',
  authorisation: 'judge',
  production: 'provider',
  release: 'case-officer',
};

/** Who authorised had no other hand in the case, and each person held the mandate and the key for what they did. */
export async function checkSeparation(opened: Opened): Promise<string> {
  const [mandates, manifest, judge] = [
    await opened.mandates(),
    await opened.manifest(),
    await opened.actor('authorisation'),
  ];
  const file = fileNames.register;
  const { emergency } = await opened.order();
  for (const act of provenActs) {
    const { at } = manifest.acts[act];
    const mandate = await opened.actor(act);
    const role = act === 'authorisation' && emergency !== undefined ? 'prosecutor' : roleOf[act];
    must(mandate.role === role && holds(mandate, at), 'not-signed', file, `${mandate.id} had no mandate for the ${act} at ${at}`); // prettier-ignore
    const { leaf } = await opened.leaf(act);
    must(leaf.month === at.slice(0, 7), 'contradiction', fileNames.manifest, `the log has the ${act} in another month`);
  }
  const others = mandates.filter(({ id }) => id !== judge.id);
  must(isSeparate(judge, others), 'not-signed', file, `${judge.name} had another hand in this case`);
  must(
    keysDiffer(mandates, await opened.keys()),
    'not-signed',
    file,
    'two mandates share one key: a signature does not say whose it is',
  );
  return `${judge.name} authorised and did nothing else; ${await namesOf(opened)}.`;
}

const keyMaterial = (vkey: string): string => vkey.slice(vkey.lastIndexOf('+'));
function keysDiffer(mandates: readonly Mandate[], keys: readonly PersonKey[]): boolean {
  const held = mandates.flatMap(({ vkey }) => (vkey === undefined ? [] : [keyMaterial(vkey)]));
  const own = keys.map((key) => (key.kind === 'ed25519' ? keyMaterial(key.vkey) : canonicalJson(key.jwk)));
  return new Set([...held, ...own]).size === held.length + own.length;
}

async function namesOf(opened: Opened): Promise<string> {
  const [asked, decided, produced] = [
    await opened.actor('request'),
    await opened.actor('decision'),
    await opened.actor('production'),
  ];
  return `${asked.name} asked, ${decided.name} decided, ${produced.name} of ${produced.authorityName} produced`;
}
