import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ActOnCase } from '../../src/acts/act-input.ts';
import type { Answer } from '../../src/acts/answer.ts';
import type { CaseView } from '../../src/acts/see-case.ts';
import { compose, type Composed } from '../../src/compose.ts';
import { findingsOf } from '../../src/law/findings-file.ts';
import type { RecordedFinding } from '../../src/request/event.ts';
import { furnishSandbox } from '../../src/sandbox/furnish.ts';
import type { Store } from '../../src/store/open-store.ts';
import { readRequest } from '../../src/wire/read-request.ts';
import type { SentRequest } from '../../src/web/desk/sent-request.ts';
import { testStore } from '../store/open-test-store.ts';

/** The sandbox's people on duty, and one whose mandate has ended. */
export const people = {
  sender: 'xa-central-authority/amara-nwosu',
  officer: 'xb-central-authority/vera-lindqvist',
  secondOfficer: 'xb-central-authority/mats-ekberg',
  formerOfficer: 'xb-central-authority/jonas-petit',
  registrar: 'xb-central-authority/henrik-vass',
  prosecutor: 'xb-prosecutor/greta-holm',
  overseer: 'xb-oversight/bruno-adeyemi',
  dataProtection: 'xb-data-protection/maja-torres',
  judge: 'xb-court/ines-okafor',
  provider: 'xb-provider/tomas-rey',
  person: 'xb-public/samir-dahl',
} as const;

const examples = join(import.meta.dirname, '../../examples');
const example = (path: string): Uint8Array => new Uint8Array(readFileSync(join(examples, path)));

export const mailbox = { name: 'mailbox.mbox', bytes: example('evidence/mailbox.mbox') };
export const site = { name: 'site.warc', bytes: example('evidence/site.warc') };

/** A sandbox over a real store, with a clock that the test moves. */
export type Sandbox = Readonly<{
  store: () => Store;
  acts: () => Composed['acts'];
  composed: () => Composed;
  setClock: (at: string) => void;
  /** Reads the example request, changed as told. */
  document: (change?: (request: Record<string, unknown>) => void) => SentRequest;
  /** Sends the example request, changed as told, and returns its case. */
  receive: (change?: (request: Record<string, unknown>) => void) => Promise<string>;
  see: (mandate: string, caseId: string) => Promise<CaseView>;
  /** The frame of an act on the case as that person sees it now. */
  on: (mandate: string, caseId: string) => Promise<ActOnCase>;
  /** Walks a case, a fresh one if none is named, up to a state. */
  granted: (caseId?: string) => Promise<string>;
  authorised: (caseId?: string) => Promise<string>;
  /** Serves the order of an authorised case, until it ends. */
  serve: (caseId: string) => Promise<void>;
  served: (caseId?: string) => Promise<string>;
  produced: (caseId?: string) => Promise<string>;
  released: (caseId?: string) => Promise<string>;
}>;

export function sandbox(): Sandbox {
  let clock = '2026-03-02T09:00:00.000Z';
  let made: Composed | undefined;
  const store = testStore(async (opened) => {
    made = compose(opened, () => clock);
    const { writer, keyring } = opened;
    await furnishSandbox({ store: writer, keyring, now: () => clock, random: made.tools.random });
  });
  const composed = (): Composed => {
    if (made === undefined) throw new Error('the sandbox is open only while tests run');
    return made;
  };
  const acts = (): Composed['acts'] => composed().acts;

  const document: Sandbox['document'] = (change) => {
    const request = JSON.parse(new TextDecoder().decode(example('requests/clean-phishing.request.json'))) as Record<
      string,
      unknown
    >;
    request['id'] = randomUUID();
    change?.(request);
    const bytes = new TextEncoder().encode(JSON.stringify(request));
    const read = readRequest(bytes);
    if (!read.ok) throw new Error(JSON.stringify(read.errors));
    return { document: bytes, form: read.form, request: read.request };
  };
  /** Where a test has made other officers, the case falls on one of them: sent again until it is Vera Lindqvist's. */
  const receive: Sandbox['receive'] = async (change) => {
    const sent = { actId: randomUUID(), mandate: people.sender, ...document(change) };
    const { caseId } = done(await acts().receiveRequest(sent));
    const line = await acts().seeLine({ mandate: people.officer, caseId });
    return line.kind === 'line' && line.basis === 'assignment' ? caseId : receive(change);
  };
  const see: Sandbox['see'] = async (mandate, caseId) => {
    const view = await acts().seeCase({ mandate, caseId, page: 'test' });
    if (view.kind === 'refused') throw new Error(view.code);
    return view;
  };
  const on: Sandbox['on'] = async (mandate, caseId) => ({
    actId: randomUUID(),
    mandate,
    caseId,
    version: (await see(mandate, caseId)).case.version,
  });
  return {
    store,
    acts,
    composed,
    setClock: (at) => (clock = at),
    document,
    receive,
    see,
    on,
    ...walks({ acts, receive, see, on }),
  };
}

/** Walks a fresh case up to each state. */
function walks({
  acts,
  receive,
  see,
  on,
}: Pick<Sandbox, 'acts' | 'receive' | 'see' | 'on'>): Pick<
  Sandbox,
  'granted' | 'authorised' | 'serve' | 'served' | 'produced' | 'released'
> {
  const granted: Sandbox['granted'] = async (opened) => {
    const caseId = opened ?? (await receive());
    const open = new Set<string>((await see(people.officer, caseId)).assessment.questions.map(({ fact }) => fact));
    const findings = answers().filter(({ fact }) => open.has(fact));
    done(await acts().recordFindings({ ...(await on(people.officer, caseId)), findings }));
    done(
      await acts().decide({
        ...(await on(people.officer, caseId)),
        outcome: 'grant',
        reasons: 'Complete and proportionate.',
        grounds: [],
      }),
    );
    return caseId;
  };
  const authorised: Sandbox['authorised'] = async (opened) => {
    const caseId = await granted(opened);
    const shown = await acts().proposeOrder({ mandate: people.judge, caseId });
    if (shown.kind === 'refused') throw new Error(shown.code);
    done(await acts().authorise({ ...(await on(people.judge, caseId)), shownSha256: shown.sha256 }));
    return caseId;
  };
  const serve: Sandbox['serve'] = async (caseId) => {
    const produceBy = (await see(people.officer, caseId)).case.authorised?.body.validUntil ?? '';
    done(await acts().serveOrder({ ...(await on(people.officer, caseId)), produceBy, message: '' }));
  };
  const served: Sandbox['served'] = async (opened) => {
    const caseId = await authorised(opened);
    await serve(caseId);
    return caseId;
  };
  const produced: Sandbox['produced'] = async (opened) => {
    const caseId = await served(opened);
    done(await acts().produce({ ...(await on(people.provider, caseId)), exhibits: [mailbox, site] }));
    return caseId;
  };
  const released: Sandbox['released'] = async (opened) => {
    const caseId = await produced(opened);
    done(await acts().release(await on(people.officer, caseId)));
    return caseId;
  };
  return { granted, authorised, serve, served, produced, released };
}

/** Makes the example a request to preserve (art. 42(3)). */
export function askPreservation(request: Record<string, unknown>): void {
  request['measure'] = 'preservation';
  request['preservation'] = {
    linkToOffence: 'The accounts sent the messages.',
    necessity: 'Logs are kept for 30 days.',
    requestWillFollow: true,
  };
}

/** What the officer of the example finds, by fact. */
export function answers(): RecordedFinding[] {
  const found = findingsOf(JSON.parse(new TextDecoder().decode(example('requests/clean-phishing.findings.json'))));
  if (!found.ok) throw new Error(JSON.stringify(found.errors));
  return found.facts.map(({ name, value, source }) => ({
    fact: name,
    value,
    reasons: 'reasons' in source ? source.reasons : '',
  }));
}

export function done<Value>(answer: Answer<Value>): Extract<Answer<Value>, { kind: 'done' }> {
  if (answer.kind === 'refused') throw new Error(`refused: ${answer.code} ${(answer.about ?? []).join(', ')}`);
  return answer;
}
