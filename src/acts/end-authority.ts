import { refused } from './answer.ts';
import {
  performOnRegister,
  type ActOnRegister,
  type RegisterAnswer,
  type RegisterTools,
} from './perform-on-register.ts';

/** A registrar ends an entry of their register at once, with reasons: a key was lost, a number changed hands. */
export async function endAuthority(
  input: ActOnRegister & Readonly<{ entry: string; reasons: string }>,
  tools: RegisterTools,
): Promise<RegisterAnswer<{ entry: string }>> {
  const { entry, reasons } = input;
  return performOnRegister('end-authority', input, { entry, reasons }, tools, async (registrar, at) => {
    const known = (await tools.store.authorities(registrar.authority)).find(({ id }) => id === entry);
    if (known === undefined) return refused('not-in-register');
    if (known.endedAt !== undefined || known.validUntil <= at) return refused('has-ended');
    return { change: { kind: 'authority-ended', entry, reasons }, value: { entry } };
  });
}
