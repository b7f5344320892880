import { readFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Answer } from '../../src/acts/answer.ts';
import { compose } from '../../src/compose.ts';
import { findingsOf } from '../../src/law/findings-file.ts';
import { furnishSandbox } from '../../src/sandbox/furnish.ts';
import { openStore, sandboxOrigin } from '../../src/store/open-store.ts';
import { firstWalk } from '../../src/story/first-walk.ts';
import { readJson } from '../../src/wire/json.ts';
import { readRequest } from '../../src/wire/read-request.ts';

/**
 * A process that is there to be killed: it walks case after case over one data folder and says on its standard output
 * what was acknowledged, the moment it is. `node walker.ts DATA`
 */
const examples = join(import.meta.dirname, '../../examples');
const [data = ''] = process.argv.slice(2);
const now = (): string => new Date().toISOString();
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const store = await openStore({ data, databaseUrl: undefined, origin: sandboxOrigin });
const composed = compose(store, now);
await furnishSandbox({ store: store.writer, keyring: store.keyring, now, random: composed.tools.random });
say('ready');

const json = readJson(readFileSync(join(examples, 'requests/clean-phishing.findings.json')));
const found = json.ok ? findingsOf(json.value) : json;
if (!found.ok) throw new Error('the example findings are not readable');
const findings = found.facts.map(({ name, value, source }) => ({
  fact: name,
  value,
  reasons: 'reasons' in source ? source.reasons : '',
}));
const text = readFileSync(join(examples, 'requests/clean-phishing.request.json'), 'utf8');
const evidence = ['mailbox.mbox', 'site.warc'].map((name) => ({
  name,
  bytes: new Uint8Array(readFileSync(join(examples, 'evidence', name))),
}));

/** Each act, saying where its answer says that it is recorded. */
const acts = Object.fromEntries(
  Object.entries(composed.acts).map(([name, act]) => [
    name,
    async (input: never) => {
      const answer = (await act(input)) as Answer | { kind: string };
      if (answer.kind === 'done' && 'leafIndex' in answer) say(`ack ${name} ${answer.caseId} ${answer.leafIndex}`);
      return answer;
    },
  ]),
) as unknown as typeof composed.acts;

for (;;) {
  const document = new TextEncoder().encode(text.replace(/"id": "[^"]*"/, `"id": "${randomUUID()}"`));
  const read = readRequest(document);
  if (!read.ok) throw new Error('the example request is not readable');
  await firstWalk({ document, ...read, findings, evidence }, { ...composed, acts }, () => undefined);
}
