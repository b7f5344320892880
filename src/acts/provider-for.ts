import { holds } from '../authorisation/mandate.ts';
import type { EvidenceRequest } from '../request/request.ts';
import type { Reader } from '../store/reader.ts';

/** The authority of the registered provider that a request names, by its code or its name; `undefined` where none is. */
export async function providerFor(
  { provider }: EvidenceRequest,
  at: string,
  store: Pick<Reader, 'mandates'>,
): Promise<string | undefined> {
  const found = (await store.mandates()).find(
    (mandate) =>
      mandate.role === 'provider' &&
      holds(mandate, at) &&
      (mandate.authority === provider?.id || mandate.authorityName === provider?.name),
  );
  return found?.authority;
}
