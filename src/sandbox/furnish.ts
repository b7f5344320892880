import { canonicalJson, sha256Hex } from '../canonical.ts';
import { encodeVerifierKey } from '../transparency/note-key.ts';
import type { Mandate } from '../authorisation/mandate.ts';
import { leafForMandate, leafForRegister, type Random } from '../acts/leaf-for.ts';
import type { Keyring } from '../store/keyring.ts';
import type { Writer } from '../store/writer.ts';
import { generateIdentity, recipientOf } from '../evidence/age/identity.ts';
import { sandboxAuthorities, sandboxPeople, sandboxSince } from './people.ts';

/** Registers the sandbox's people with keys of their own, each in the log. A second start changes nothing. */
export async function furnishSandbox(tools: {
  store: Writer;
  keyring: Keyring;
  now: () => string;
  random: Random;
}): Promise<void> {
  const known = new Set((await tools.store.mandates()).map((mandate) => mandate.id));
  for (const person of sandboxPeople) {
    if (known.has(person.id)) continue;
    const mandate: Mandate = {
      id: person.id,
      person: person.person,
      name: person.name,
      role: person.role,
      authority: person.authority,
      authorityName: person.authorityName,
      state: person.state,
      vkey: encodeVerifierKey(tools.keyring.signer(person.id).verifier),
      validFrom: sandboxSince,
      validUntil: person.validUntil,
      ...(person.grantedBy === undefined ? {} : { grantedBy: person.grantedBy }),
      ...(keepsKey.has(person.role)
        ? { recipient: recipientOf(sandboxIdentity(tools.keyring, person.authority, tools.random)) }
        : {}),
    };
    await tools.store.registerMandate(mandate, leafForMandate(mandate, tools.now(), tools.random));
  }
  await enterSandboxAuthorities(tools);
}

/** Whose authority has a key: to be sent evidence, or to keep what opens a sealed leaf. */
const keepsKey: ReadonlySet<string> = new Set(['requesting-officer', 'case-officer', 'overseer']);

/** The age identity of a sandbox authority: what its own computer would keep. */
export const sandboxIdentity = (keyring: Keyring, authority: string, random: Random): string =>
  keyring.secret(`${authority}.age-identity`, () => generateIdentity(random));

/** Each central authority of the sandbox knows the other one: its key, and the number on which it is called back. */
async function enterSandboxAuthorities(tools: Parameters<typeof furnishSandbox>[0]): Promise<void> {
  const { store, keyring, random } = tools;
  for (const entry of sandboxAuthorities) {
    if ((await store.authorities(entry.keptBy)).some(({ id }) => id === entry.id)) continue;
    const vkey = encodeVerifierKey(keyring.signer(entry.authority).verifier);
    const change = { kind: 'authority-entered', entry: { ...entry, vkey } } as const;
    const keeper = { authority: entry.keptBy, state: entry.keptBy.slice(0, 2).toUpperCase() };
    const leaf = leafForRegister(keeper, { authority: sha256Hex(canonicalJson(change)) }, tools.now(), random);
    await store.appendToRegister({ change, authority: entry.keptBy, at: sandboxSince, leaf });
  }
}
