import { holds } from '../authorisation/mandate.ts';
import { refused } from './answer.ts';
import {
  performOnRegister,
  type ActOnRegister,
  type RegisterAnswer,
  type RegisterTools,
} from './perform-on-register.ts';

/**
 * A registrar ends a mandate of their own authority at once, with reasons. What was done under it stands; from here on it
 * is refused, in a session that is open too. The last registrar of an authority stays: somebody must keep the register.
 */
export async function revokeMandate(
  input: ActOnRegister & Readonly<{ revoked: string; reasons: string }>,
  tools: RegisterTools,
): Promise<RegisterAnswer<{ mandate: string }>> {
  const { revoked, reasons } = input;
  return performOnRegister('revoke-mandate', input, { revoked, reasons }, tools, async (registrar, at) => {
    const mandates = await tools.store.mandates();
    const mandate = mandates.find(({ id }) => id === revoked);
    if (mandate === undefined || mandate.authority !== registrar.authority) return refused('not-in-register');
    if (mandate.revokedAt !== undefined || mandate.validUntil <= at) return refused('has-ended');
    const others = mandates.filter(
      (each) => each.id !== revoked && each.role === 'registrar' && each.authority === registrar.authority,
    );
    if (mandate.role === 'registrar' && !others.some((each) => holds(each, at))) return refused('last-registrar');
    return { change: { kind: 'mandate-revoked', mandate: revoked, reasons }, value: { mandate: revoked } };
  });
}
