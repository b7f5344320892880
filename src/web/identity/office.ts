import type { FailedSignIns } from '../../store/failed-sign-ins.ts';
import type { Challenges } from './challenge.ts';
import type { IdentityProvider } from './identity-provider.ts';
import type { Place } from './passkey.ts';

/** How people prove who they are where it is not a sandbox. */
export type Office = Readonly<{
  place: Place;
  challenges: Challenges;
  failures: FailedSignIns;
  /** An OpenID provider, where the authority has one. */
  provider?: IdentityProvider;
}>;
