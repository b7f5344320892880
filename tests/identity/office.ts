import { mkdtempSync, rmSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { leafForMandate } from '../../src/acts/leaf-for.ts';
import type { Mandate, Role } from '../../src/authorisation/mandate.ts';
import { readLawBook } from '../../src/cli/law-book.ts';
import { compose, type Composed } from '../../src/compose.ts';
import { generateIdentity, recipientOf } from '../../src/evidence/age/identity.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { encodePolicy, policyOf } from '../../src/transparency/witness-policy.ts';
import { encodeVerifierKey, generateKey } from '../../src/transparency/note.ts';
import { furnishDoor } from '../../src/web/furnish-door.ts';
import { openChallenges } from '../../src/web/identity/challenge.ts';
import type { IdentityProvider } from '../../src/web/identity/identity-provider.ts';
import { listen } from '../../src/web/listen.ts';
import { openWeb } from '../../src/web/server.ts';

/** A real installation on a port of its own: no sandbox, no key of a court, nobody let in with one click. */
export type Running = Readonly<{
  address: string;
  place: Readonly<{ origin: string; rpId: string }>;
  store: Store;
  composed: Composed;
  journal: readonly string[];
  setClock: (at: string | undefined) => void;
  close: () => Promise<void>;
}>;

const authorities = {
  'xa-central-authority': ['Central Authority of Arvenia', 'XA'],
  'xb-central-authority': ['Central Authority of Bellmark', 'XB'],
  'xb-court': ['Court of Bellmark', 'XB'],
  'xb-provider': ['Mail Example', 'XB'],
} as const;

const people: readonly (readonly [keyof typeof authorities, string, string, Role])[] = [
  ['xa-central-authority', 'amara-nwosu', 'Amara Nwosu', 'requesting-officer'],
  ['xb-central-authority', 'vera-lindqvist', 'Vera Lindqvist', 'case-officer'],
  ['xb-central-authority', 'ada-first', 'Ada First', 'registrar'],
  ['xb-court', 'ines-okafor', 'Ines Okafor', 'judge'],
  ['xb-court', 'rita-first', 'Rita First', 'registrar'],
  ['xb-court', 'omar-second', 'Omar Second', 'registrar'],
  ['xb-provider', 'tomas-rey', 'Tomas Rey', 'provider'],
];

const since = '2025-01-01T00:00:00.000Z';
const until = '2035-01-01T00:00:00.000Z';

export async function startOffice(provider?: (origin: string) => Promise<IdentityProvider>): Promise<Running> {
  const data = mkdtempSync(join(tmpdir(), 'proviso-office-'));
  const logKey = generateKey('log.xb.example/test', randomBytes(32));
  const witnessPolicy = encodePolicy(policyOf(logKey.verifier, [], 0));
  const store = await openStore({ data, databaseUrl: undefined, origin: logKey.verifier.name, logKey, witnessPolicy });
  let clock: string | undefined;
  const now = (): string => clock ?? new Date().toISOString();
  const composed = compose(store, now, { courts: 'own-keys' });
  const { random } = composed.tools;
  for (const [authority, person, name, role] of people) await store.writer.registerMandate(...registration(authority, person, name, role, store, random)); // prettier-ignore
  const journal: string[] = [];
  // The origin is told before the port is known: the first server only finds a port that is free.
  const scout = await listen({ fetch: () => new Response() }, { host: '127.0.0.1', port: 0 });
  const port = Number(new URL(scout.address).port);
  await scout.close();
  const place = { origin: `http://localhost:${port}`, rpId: 'localhost' };
  const door = furnishDoor({
    acts: composed.acts,
    log: composed.log,
    store: store.writer,
    sessions: store.sessions,
    savedViews: store.savedViews,
    once: store.once,
    identityStore: store.identities,
    office: {
      place,
      challenges: openChallenges(randomBytes(32)),
      failures: store.failedSignIns,
      ...(provider && { provider: await provider(place.origin) }),
    },
    policy: composed.tools.policy,
    book: await readLawBook(),
    version: '0.0.0-test',
    now,
    journal: (error) => journal.push(error instanceof Error ? error.message : String(error)),
  });
  const server = await listen(openWeb(door), { host: '127.0.0.1', port });
  return {
    address: place.origin,
    place,
    store,
    composed,
    journal,
    setClock: (at) => (clock = at),
    close: async () => {
      await server.close();
      await store.close();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

function registration(
  authority: keyof typeof authorities,
  person: string,
  name: string,
  role: Role,
  { keyring }: Store,
  random: Composed['tools']['random'],
): [Mandate, ReturnType<typeof leafForMandate>] {
  const id = `${authority}/${person}`;
  const [authorityName, state] = authorities[authority];
  const mandate: Mandate = {
    id, person, name, role, authority, authorityName, state, validFrom: since, validUntil: until,
    ...(role !== 'judge' && { vkey: encodeVerifierKey(keyring.signer(id).verifier) }),
    ...(role === 'requesting-officer' && { recipient: recipientOf(generateIdentity(random)) }),
  }; // prettier-ignore
  return [mandate, leafForMandate(mandate, since, random)];
}
