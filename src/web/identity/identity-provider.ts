// OpenID Connect Core 1.0, code flow with PKCE (RFC 7636), state and nonce; the library follows RFC 9700 (security practice).
import * as oidc from 'openid-client';
import { z } from 'zod';

/** An OpenID provider at which people of the authority sign in. It says who somebody is, never what they may. */
export type IdentityProvider = Readonly<{
  /** As the button names it: the host of the issuer. */
  name: string;
  issuer: string;
  /** Where to send the browser, and what must be kept until it comes back. */
  begin: () => Promise<Readonly<{ to: string; kept: Kept }>>;
  /** @returns the subject that the provider vouches for; `undefined` where anything does not hold */
  end: (callback: URL, kept: unknown) => Promise<string | undefined>;
}>;

const kept = z.strictObject({ verifier: z.string(), state: z.string(), nonce: z.string() });
export type Kept = Readonly<z.infer<typeof kept>>;

export type ProviderSettings = Readonly<{
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Where the provider sends the browser back: a path of ours. */
  redirectUri: string;
}>;

/** What may be said to the library before it asks anything: a test lets it speak to a provider on loopback without TLS. */
export type Prepare = (configuration: oidc.Configuration) => void;

/** Asks the provider for its description. @throws Error where it does not answer, or is another issuer */
export async function openIdentityProvider(settings: ProviderSettings, prepare?: Prepare): Promise<IdentityProvider> {
  const { issuer, clientId, clientSecret, redirectUri } = settings;
  const options = prepare === undefined ? {} : { execute: [prepare] };
  const configuration = await oidc.discovery(new URL(issuer), clientId, clientSecret, undefined, options);
  return {
    name: new URL(issuer).host,
    issuer,
    begin: async () => {
      const made = { verifier: oidc.randomPKCECodeVerifier(), state: oidc.randomState(), nonce: oidc.randomNonce() };
      const to = oidc.buildAuthorizationUrl(configuration, {
        redirect_uri: redirectUri,
        scope: 'openid',
        code_challenge: await oidc.calculatePKCECodeChallenge(made.verifier),
        code_challenge_method: 'S256',
        state: made.state,
        nonce: made.nonce,
      });
      return { to: to.href, kept: made };
    },
    end: async (callback, what) => {
      const read = kept.safeParse(what).data;
      if (read === undefined) return undefined;
      const { verifier, state, nonce } = read;
      // The library throws for everything that does not hold: state, nonce, signature, issuer, audience, times.
      const tokens = await oidc
        .authorizationCodeGrant(configuration, new URL(`${redirectUri}${callback.search}`), {
          pkceCodeVerifier: verifier,
          expectedState: state,
          expectedNonce: nonce,
          idTokenExpected: true,
        })
        .catch(() => undefined);
      return tokens?.claims()?.sub;
    },
  };
}
