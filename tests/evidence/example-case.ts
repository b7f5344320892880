import { readFileSync } from 'node:fs';
import type { Scope } from '../../src/request/scope.ts';

/** The phishing case of examples/: its scope and its evidence. */
export const exampleScope: Scope = {
  targets: [
    { kind: 'account', value: 'phisher@mail.example' },
    { kind: 'url', value: 'https://login-bank.example/' },
  ],
  dataCategories: ['content'],
  period: { from: '2026-01-01T00:00:00.000Z', until: '2026-02-01T00:00:00.000Z' },
};

const file = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../../examples/evidence/${name}`, import.meta.url)));
export const mailbox = (): Uint8Array => file('mailbox.mbox');
export const site = (): Uint8Array => file('site.warc');
