import { randomBytes } from 'node:crypto';
import type { Store } from '../store/open-store.ts';
import { openChallenges } from '../web/identity/challenge.ts';
import { openIdentityProvider } from '../web/identity/identity-provider.ts';
import type { Office } from '../web/identity/office.ts';
import type { OfficeSettings } from './settings.ts';

/** How people sign in at a real installation. The key of its challenges lies beside its other keys. */
export async function openOffice({ place, provider }: OfficeSettings, store: Store): Promise<Office> {
  const secret = store.keyring.secret('challenge.key', () => randomBytes(32).toString('hex'));
  return {
    place,
    challenges: openChallenges(Buffer.from(secret, 'hex')),
    failures: store.failedSignIns,
    ...(provider && { provider: await openIdentityProvider(provider) }),
  };
}
