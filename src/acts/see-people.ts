import { holds } from '../authorisation/mandate.ts';
import type { Identities, Recovery } from '../store/identities.ts';
import type { Reader } from '../store/reader.ts';
import type { RegisteredMandate } from '../store/rows.ts';
import { refused, type Refused } from './answer.ts';

/** Who of an authority can sign in, as its registrar sees it. */
export type PeopleView = Readonly<{
  kind: 'people';
  registrar: RegisteredMandate;
  people: readonly Readonly<{ person: string; name: string; livingKeys: number; ever: boolean; own: boolean }>[];
  recoveries: readonly Recovery[];
  names: ReadonlyMap<string, string>;
}>;

export async function seePeople(
  input: { mandate: string },
  tools: { store: Reader; identities: Identities; now: () => string },
): Promise<PeopleView | Refused> {
  const { store, identities } = tools;
  const registrar = await store.mandate(input.mandate);
  if (registrar?.role !== 'registrar' || !holds(registrar, tools.now())) return refused('no-mandate');
  const all = await store.mandates();
  const theirs = new Map(all.filter((each) => each.authority === registrar.authority).map((each) => [each.person, each.name])); // prettier-ignore
  const people = await Promise.all(
    [...theirs].map(async ([person, name]) => {
      const keys = await store.keysOf(person);
      const livingKeys = keys.filter(({ endedAt }) => endedAt === undefined).length;
      const ever = keys.length > 0 || (await identities.hasSubject(person));
      return { person, name, livingKeys, ever, own: person === registrar.person };
    }),
  );
  const names = new Map([...all.map(({ id, name }) => [id, name] as const), ...all.map(({ person, name }) => [person, name] as const)]); // prettier-ignore
  return { kind: 'people', registrar, people, recoveries: await identities.recoveries(registrar.authority), names };
}
