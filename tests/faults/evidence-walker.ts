import { readFileSync } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import { compose } from '../../src/compose.ts';
import { streamOf } from '../../src/evidence/byte-source.ts';
import { findingsOf } from '../../src/law/findings-file.ts';
import { furnishSandbox } from '../../src/sandbox/furnish.ts';
import { openStore, sandboxOrigin } from '../../src/store/open-store.ts';
import { firstWalk } from '../../src/story/first-walk.ts';
import { readJson } from '../../src/wire/json.ts';
import { readRequest } from '../../src/wire/read-request.ts';
import { largeMailbox } from '../evidence/large-mailbox.ts';

/**
 * A process that is there to be killed while it uploads, seals, releases and writes down hand-overs that take a while.
 * It says which step it is at. `node evidence-walker.ts DATA OUT`
 */
const examples = join(import.meta.dirname, '../../examples');
const [data = '', out = ''] = process.argv.slice(2);
const now = (): string => new Date().toISOString();
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const store = await openStore({ data, databaseUrl: undefined, origin: sandboxOrigin });
const composed = compose(store, now);
await furnishSandbox({ store: store.writer, keyring: store.keyring, now, random: composed.tools.random });

const json = readJson(readFileSync(join(examples, 'requests/clean-phishing.findings.json')));
const found = json.ok ? findingsOf(json.value) : json;
if (!found.ok) throw new Error('the example findings are not readable');
const findings = found.facts.map(({ name, value, source }) => ({ fact: name, value, reasons: 'reasons' in source ? source.reasons : '' })); // prettier-ignore
const text = readFileSync(join(examples, 'requests/clean-phishing.request.json'), 'utf8');
const bytes = Buffer.concat([...largeMailbox(24_000_000, 400_000)]);

/** The acts, but evidence goes in pieces of two megabytes first, and each step is said before it is taken. */
const acts: typeof composed.acts = {
  ...composed.acts,
  produce: async (input) => {
    const { mandate, caseId } = input;
    const uploadId = randomUUID();
    say('upload');
    await composed.acts.beginUpload({ uploadId, mandate, caseId, name: 'mailbox.mbox', announced: bytes.length });
    for (let offset = 0; offset < bytes.length; offset += 2_000_000) {
      const content = (async function* () {
        await Promise.resolve();
        yield bytes.subarray(offset, offset + 2_000_000);
      })();
      await composed.acts.continueUpload({ mandate, caseId, uploadId, offset, content });
      say(`kept ${uploadId} ${Math.min(bytes.length, offset + 2_000_000)}`);
    }
    say('produce');
    return composed.acts.produce({ ...input, exhibits: [{ uploadId }] });
  },
  release: (input) => {
    say('release');
    return composed.acts.release(input);
  },
};

for (let round = 0; ; round += 1) {
  const document = new TextEncoder().encode(text.replace(/"id": "[^"]*"/, `"id": "${randomUUID()}"`));
  const read = readRequest(document);
  if (!read.ok) throw new Error('the example request is not readable');
  const input = { document, ...read, findings, evidence: [{ name: 'mailbox.mbox', bytes }] };
  const end = await firstWalk(input, { ...composed, acts }, () => undefined);
  if (end.kind !== 'handed-over') throw new Error('the walk ended early');
  say('write');
  for (const [name, source] of end.files) {
    const path = join(out, `${Date.now()}-${round}`, name);
    await mkdir(dirname(path), { recursive: true });
    const file = await open(path, 'w');
    for await (const piece of streamOf(source)) await file.write(piece);
    await file.close();
  }
  say('written');
}
