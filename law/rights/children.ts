import { anyOf, is } from '../../src/law/words.ts';

/** The person concerned is a child: by the request's own account, or as a person found. */
export const concernsChild = anyOf(is('stated.person.minor', true), is('found.person.protected', 'minor'));
