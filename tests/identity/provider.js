import { createServer } from 'node:http';
import { Provider } from 'oidc-provider';

/**
 * An OpenID provider as a process of its own (oidc-provider, certified), on loopback. Whatever name is typed is the subject.
 * Argument: where it may send browsers back. Prints its issuer.
 */
const redirect = process.argv[2] ?? '';
const server = createServer();
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const issuer = `http://localhost:${server.address().port}`;
const provider = new Provider(issuer, {
  clients: [{ client_id: 'desk', client_secret: 'loopback-only', redirect_uris: [redirect], response_types: ['code'], grant_types: ['authorization_code'] }],
  findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
  pkce: { required: () => true },
  features: { devInteractions: { enabled: true } },
  cookies: { keys: ['loopback-only'] },
  ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600, AuthorizationCode: 60 },
}); // prettier-ignore
server.on('request', provider.callback());
process.stdout.write(`${issuer}\n`);
process.on('SIGTERM', () => server.close(() => process.exit(0)));
