import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { compose } from '../compose.ts';
import { streamOf } from '../evidence/byte-source.ts';
import { findingsOf } from '../law/findings-file.ts';
import { limits } from '../limits.ts';
import { furnishSandbox, sandboxIdentity } from '../sandbox/furnish.ts';
import { openStore, sandboxOrigin, type Store } from '../store/open-store.ts';
import { StoryEnded } from '../story/story-ended.ts';
import { firstWalk, type Evidence, type WalkEnd } from '../story/first-walk.ts';
import { errorLines, type FieldError } from '../wire/field-error.ts';
import { readJson } from '../wire/json.ts';
import { readRequest } from '../wire/read-request.ts';
import { BadUsage, readWords, type Command, type Terminal } from './command.ts';
import { errorCode, readInput } from './files.ts';

const examples = join(import.meta.dirname, '../../examples');
const options = {
  out: { type: 'string' },
  request: { type: 'string' },
  findings: { type: 'string' },
  evidence: { type: 'string', multiple: true },
} as const;

/** A whole case, headless, in a store of its own that is gone afterwards; what it leaves is in the folder `--out`. */
export const story: Command = {
  usage: 'story first-walk --out DIR [--request FILE] [--findings FILE] [--evidence FILE ...]',
  does: 'walks one request the whole way and leaves DIR/package, DIR/log and DIR/recipient.key',
  run: async (words, terminal) => {
    const { values, names } = readWords(words, options, { least: 1, most: 1 });
    if (names[0] !== 'first-walk') throw new BadUsage(`no story "${names[0] ?? ''}"; there is first-walk`);
    const out = await emptyFolder(values.out);
    const document = await readInput(
      values.request ?? join(examples, 'requests/clean-phishing.request.json'),
      limits.requestBytes,
    );
    const read = readRequest(document);
    if (!read.ok) return badInput(values.request ?? '', read.errors, terminal);
    const findings = await readFindings(values.findings ?? join(examples, 'requests/clean-phishing.findings.json'));
    const evidence = await readEvidence(
      values.evidence ?? [join(examples, 'evidence/mailbox.mbox'), join(examples, 'evidence/site.warc')],
    );
    const data = await mkdtemp(join(tmpdir(), 'proviso-story-'));
    const store = await openStore({ data, databaseUrl: undefined, origin: sandboxOrigin });
    try {
      return await walk(store, { document, ...read, findings, evidence }, out, terminal);
    } finally {
      await store.close();
      await rm(data, { recursive: true, force: true });
    }
  },
};

async function walk(
  store: Store,
  input: Parameters<typeof firstWalk>[0],
  out: string,
  terminal: Terminal,
): Promise<number> {
  const composed = compose(store, terminal.now);
  const { tools, log } = composed;
  await furnishSandbox({ store: store.writer, keyring: store.keyring, now: terminal.now, random: tools.random });
  let step = 0;
  const tell = (line: string): void =>
    terminal.print(line.startsWith('  ') ? `    ${line}` : `${String(++step).padStart(2)}. ${line}`);
  let end: WalkEnd;
  try {
    end = await firstWalk(input, composed, tell);
  } catch (error) {
    if (!(error instanceof StoryEnded)) throw error;
    terminal.print(`The walk ends here: ${error.message}`);
    end = { kind: error.refusal.code === 'barred' ? 'refused' : 'incomplete' };
  }
  for await (const { path, bytes } of log.files()) await writeInto(join(out, 'log'), path, bytes);
  terminal.print(`The log is in ${join(out, 'log')}; check it with: npx proviso log verify ${join(out, 'log')}`);
  if (end.kind !== 'handed-over') return end.kind === 'refused' ? 3 : 4;
  for (const [name, source] of end.files) await writeInto(join(out, 'package'), name, streamOf(source));
  const key = sandboxIdentity(store.keyring, 'xa-central-authority', tools.random);
  await writeFile(join(out, 'recipient.key'), `${key}\n`, { mode: 0o600 });
  terminal.print(
    `The hand-over is in ${join(out, 'package')}; check it with: npx proviso verify ${join(out, 'package')}`,
  );
  terminal.print(
    `Open it with: npx proviso open ${join(out, 'package')} --identity ${join(out, 'recipient.key')} (or anybody's age tool)`,
  );
  return 0;
}

async function writeInto(folder: string, name: string, bytes: Uint8Array | AsyncIterable<Uint8Array>): Promise<void> {
  const path = join(folder, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
}

/** A story never writes over something. @throws BadUsage */
async function emptyFolder(path: string | undefined): Promise<string> {
  if (path === undefined) throw new BadUsage('--out DIR is needed');
  try {
    await mkdir(path, { recursive: true });
    if ((await readdir(path)).length > 0) throw new BadUsage(`${path}: not empty; a story writes over nothing`);
  } catch (error) {
    if (error instanceof BadUsage) throw error;
    throw new BadUsage(`${path}: cannot be used as a folder (${errorCode(error)})`);
  }
  return path;
}

function badInput(file: string, errors: readonly FieldError[], terminal: Terminal): number {
  for (const line of errorLines(errors)) terminal.complain(`${file}: ${line}`);
  return 2;
}

async function readFindings(path: string): Promise<Parameters<typeof firstWalk>[0]['findings']> {
  const json = readJson(await readInput(path, limits.requestBytes));
  if (!json.ok)
    throw new BadUsage(
      errorLines(json.errors)
        .map((line) => `${path}: ${line}`)
        .join('\n'),
    );
  const read = findingsOf(json.value);
  if (!read.ok)
    throw new BadUsage(
      errorLines(read.errors)
        .map((line) => `${path}: ${line}`)
        .join('\n'),
    );
  return read.facts.map(({ name, value, source }) => ({
    fact: name,
    value,
    reasons: 'reasons' in source ? source.reasons : '',
  }));
}

async function readEvidence(paths: readonly string[]): Promise<Evidence[]> {
  const files: Evidence[] = [];
  for (const path of paths) files.push({ name: basename(path), bytes: await readInput(path, limits.formExhibitBytes) });
  return files;
}
