/**
 * Whether the Convention binds two States on a date. Art. 65: it enters into force on the 90th day after the 40th
 * instrument; for a later State, 30 days after its own (art. 65(2), MEM+).
 *
 * Status: not in force. One to three instruments were known when somebody last looked.
 * Source: UN Treaty Collection, chapter XVIII-16, and press digests; last looked at for 1 August 2026 (SEC).
 */
export const treatyStatus = Object.freeze({
  entryIntoForce: undefined as string | undefined,
  /** ISO 3166-1 alpha-2 -> the date from which the Convention binds that State. */
  bindsFrom: Object.freeze({}) as Readonly<Record<string, string>>,
  asOf: '2026-08-01',
});

/** XA to XZ are test States (ISO 3166-1 user-assigned): taken to be Parties, so that practice is possible before the treaty is in force. */
const isTestState = (state: string): boolean => /^X[A-Z]$/.test(state) && state !== 'XK';

/** @param on the date asked about, `YYYY-MM-DD` or an instant. */
export function inForceBetween(first: string, second: string, on: string): Readonly<{ value: boolean; how: string }> {
  if (isTestState(first) && isTestState(second)) {
    return { value: true, how: `${first} and ${second} are test States, taken to be Parties` };
  }
  const { bindsFrom, asOf } = treatyStatus;
  const binds = (state: string): boolean => {
    const from = Object.hasOwn(bindsFrom, state) ? bindsFrom[state] : undefined;
    return from !== undefined && from <= on.slice(0, 10);
  };
  const value = binds(first) && binds(second);
  return { value, how: `status of the Convention as of ${asOf}: ${value ? 'binds both' : 'does not bind both'}` };
}
