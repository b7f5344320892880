import { resolve } from 'node:path';
import { limits } from '../limits.ts';
import type { Bucket } from '../store/bucket.ts';
import { sandboxOrigin } from '../store/open-store.ts';
import { LogError } from '../transparency/log-error.ts';
import { parseSignerKey, type SignerKey } from '../transparency/note.ts';
import type { ProviderSettings } from '../web/identity/identity-provider.ts';
import type { Place } from '../web/identity/passkey.ts';
import { paths } from '../web/paths.ts';
import { bucketSettings } from './bucket-settings.ts';
import { BadUsage, type Terminal } from './command.ts';
import { readInput } from './files.ts';

type Environment = Terminal['environment'];

/** Where the server listens and keeps what it keeps. */
export type Settings = Readonly<{
  port: number;
  host: string;
  data: string;
  databaseUrl: string | undefined;
  /** C2SP tlog-policy, as text. */
  witnessPolicy?: string;
  bucket?: Bucket;
  /** Where the log is published, when not in the data folder. */
  logBucket?: Bucket;
  /** Absent in a sandbox. */
  office?: OfficeSettings;
}>;

/** What only a real installation has, and must have: nothing here has a default. */
export type OfficeSettings = Readonly<{ place: Place; logKey: SignerKey; provider?: ProviderSettings }>;

/** @throws BadUsage with every setting that is missing or cannot be meant */
export async function readSettings(environment: Environment): Promise<Settings> {
  const portText = environment['PORT'] ?? '8080';
  const port = Number(portText);
  if (!/^\d{1,5}$/.test(portText) || port > 65_535) throw new BadUsage(`PORT: expected 0 to 65535, got ${portText}`);
  const databaseUrl = environment['DATABASE_URL'];
  if (databaseUrl !== undefined && !/^postgres(?:ql)?:\/\//.test(databaseUrl))
    throw new BadUsage('DATABASE_URL: expected postgres://user:password@host:port/database');
  const data = resolve(environment['PROVISO_DATA'] ?? '.proviso');
  const policyFile = environment['PROVISO_WITNESS_POLICY'];
  const sandbox = environment['PROVISO_SANDBOX'];
  if (sandbox !== undefined && sandbox !== '1') throw new BadUsage('PROVISO_SANDBOX: expected 1, or not to be set');
  if (sandbox === undefined) assertComplete(environment);
  const [bucket, logBucket] = [bucketSettings(environment, 'PROVISO_BUCKET'), bucketSettings(environment, 'PROVISO_LOG_BUCKET')]; // prettier-ignore
  return {
    port,
    host: environment['HOST'] ?? '127.0.0.1',
    data,
    databaseUrl,
    ...(policyFile !== undefined && { witnessPolicy: await readText(policyFile) }),
    ...(sandbox === undefined && { office: await readOffice(environment) }),
    ...(bucket && { bucket }),
    ...(logBucket && { logBucket }),
  };
}

const needed = {
  PROVISO_ORIGIN: 'the address of the pages, as https://desk.example.org',
  PROVISO_LOG_KEY: 'the file with the key of the log; proviso key makes one, and its name is the log’s',
  PROVISO_WITNESS_POLICY: 'the file that says which witnesses sign the log (C2SP tlog-policy)',
} as const;

/** Outside a sandbox nothing is guessed: everything that is missing is said at once. */
function assertComplete(environment: Environment): void {
  const missing = Object.entries(needed).filter(([name]) => (environment[name] ?? '') === '');
  if (missing.length === 0) return;
  throw new BadUsage(
    ['Outside a sandbox these must be set (a sandbox is npm start, which sets PROVISO_SANDBOX=1):', ...missing.map(([name, what]) => `  ${name}: ${what}`)].join('\n'),
  );
} // prettier-ignore

async function readOffice(environment: Environment): Promise<OfficeSettings> {
  const origin = environment['PROVISO_ORIGIN'] ?? '';
  const url = URL.canParse(origin) ? new URL(origin) : undefined;
  const loopback = url !== undefined && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url?.origin !== origin || (url.protocol !== 'https:' && !loopback))
    throw new BadUsage('PROVISO_ORIGIN: expected an https address without path, as https://desk.example.org');
  const rpId = environment['PROVISO_RP_ID'] ?? url.hostname;
  if (url.hostname !== rpId && !url.hostname.endsWith(`.${rpId}`))
    throw new BadUsage('PROVISO_RP_ID: expected the host of PROVISO_ORIGIN, or a domain above it');
  const provider = await readProvider(environment, origin);
  return { place: { origin, rpId }, logKey: await readLogKey(environment['PROVISO_LOG_KEY'] ?? ''), ...(provider && { provider }) };
} // prettier-ignore

async function readLogKey(file: string): Promise<SignerKey> {
  try {
    const key = parseSignerKey((await readText(file)).trim());
    if (key.verifier.name === sandboxOrigin) throw new BadUsage('PROVISO_LOG_KEY: this is the key of a sandbox');
    return key;
  } catch (error) {
    if (error instanceof LogError) throw new BadUsage(`PROVISO_LOG_KEY: ${file} is no key that proviso key made`);
    throw error;
  }
}

async function readProvider(environment: Environment, origin: string): Promise<ProviderSettings | undefined> {
  const issuer = environment['PROVISO_OIDC_ISSUER'];
  if (issuer === undefined) return undefined;
  const clientId = environment['PROVISO_OIDC_CLIENT_ID'];
  const secretFile = environment['PROVISO_OIDC_SECRET_FILE'];
  if (clientId === undefined || secretFile === undefined || !/^https:\/\//.test(issuer))
    throw new BadUsage('PROVISO_OIDC_ISSUER: expected an https address, PROVISO_OIDC_CLIENT_ID and PROVISO_OIDC_SECRET_FILE'); // prettier-ignore
  const clientSecret = (await readText(secretFile)).trim();
  return { issuer, clientId, clientSecret, redirectUri: `${origin}${paths.providerCallback}` };
}

const readText = async (file: string): Promise<string> =>
  new TextDecoder().decode(await readInput(file, limits.noteBytes));
