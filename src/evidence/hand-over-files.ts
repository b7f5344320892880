import { parseAssertion } from '../authorisation/assertion.ts';

/** The names of a hand-over's files, in one place: docs/spec/hand-over.md. */

export const fileNames = {
  manifest: 'manifest.json',
  requestJson: 'request.json',
  requestXml: 'request.xml',
  order: 'order.json',
  orderText: 'order.txt',
  note: 'authorisation.note',
  assertion: 'authorisation.json',
  decision: 'decision.json',
  production: 'production.json',
  register: 'register.json',
  custody: 'custody.jsonl',
  conditions: 'conditions.json',
  sealed: 'evidence.age',
  logKey: 'log/log.vkey',
  logPolicy: 'log/log.policy',
} as const;

/** A passkey's assertion is JSON; a note begins with its text. */
export const authorisationFileOf = (signed: Uint8Array): string =>
  parseAssertion(signed) === undefined ? fileNames.note : fileNames.assertion;

/** The acts whose leaves travel, in the order in which they must stand in the log. */
export const provenActs = ['request', 'decision', 'authorisation', 'production', 'release'] as const;
export type ProvenAct = (typeof provenActs)[number];

/** What one leaf needs to be checked: its bytes, what opens its commitment, its place in the log. */
export const logFiles = (name: string): { leaf: string; opening: string; proof: string } => ({
  leaf: `log/${name}.leaf`,
  opening: `log/${name}.opening.json`,
  proof: `log/${name}.tlog-proof`,
});

/** The leaf that registered the n-th mandate (from 0) of register.json. */
export const registerLeaf = (index: number): string => `register-${index + 1}`;

/** The leaf that registered the n-th key (from 0) of register.json. */
export const keyLeaf = (index: number): string => `key-${index + 1}`;

/** A name that any file system and any archive takes, with no way out of its folder. */
export const isFileName = (name: string): boolean => /^(?:log\/)?[a-z0-9][a-z0-9.-]{0,79}$/.test(name);
