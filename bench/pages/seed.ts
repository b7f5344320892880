import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { refreshQueue } from '../../src/acts/refresh-queue.ts';
import type { Composed } from '../../src/compose.ts';
import { findingsOf } from '../../src/law/findings-file.ts';
import type { Store } from '../../src/store/open-store.ts';
import { readRequest } from '../../src/wire/read-request.ts';

/** Fills a store with so many cases: a few are walked through the acts, the others are copies of their events under ids of their own. */

const examples = join(import.meta.dirname, '../../examples/requests');
const people = { sender: 'xa-central-authority/amara-nwosu', officer: 'xb-central-authority/vera-lindqvist' };

type Change = (request: Record<string, unknown>) => void;
const measures: readonly Change[] = [
  () => undefined,
  (request) => (request['measure'] = 'preservation'),
  (request) => (request['measure'] = 'traffic-disclosure'),
  (request) => (request['urgency'] = undefined),
];
const readings = 8;

export async function seedCases(store: Store, { acts, tools }: Composed, count: number): Promise<void> {
  const walked: string[] = [];
  for (const change of measures) {
    walked.push(await receive(acts, change));
    walked.push(await asked(acts, await receive(acts, change)));
    walked.push(await answered(acts, await receive(acts, change)));
  }
  for (const caseId of walked) {
    for (let look = 0; look < readings; look += 1)
      await acts.seeCase({ mandate: people.officer, caseId, page: 'case' });
  }
  while ((await refreshQueue(50, tools)) > 0);
  const copies = Math.ceil((count - walked.length) / walked.length);
  for (const caseId of walked) await copyCase(store, caseId, copies);
  await store.database`analyze`;
}

async function receive(acts: Composed['acts'], change: Change): Promise<string> {
  const request = JSON.parse(readFileSync(join(examples, 'clean-phishing.request.json'), 'utf8')) as Record<string, unknown>; // prettier-ignore
  change(request);
  request['id'] = randomUUID();
  const document = new TextEncoder().encode(JSON.stringify(request));
  const read = readRequest(document);
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  const sent = { document, form: read.form, request: read.request };
  const answer = await acts.receiveRequest({ actId: randomUUID(), mandate: people.sender, ...sent });
  if (answer.kind !== 'done') throw new Error(answer.code);
  return answer.value.caseId;
}

async function frame(acts: Composed['acts'], caseId: string) {
  const view = await acts.seeCase({ mandate: people.officer, caseId, page: 'case' });
  if (view.kind === 'refused') throw new Error(view.code);
  return { actId: randomUUID(), mandate: people.officer, caseId, version: view.case.version };
}

async function asked(acts: Composed['acts'], caseId: string): Promise<string> {
  const answer = await acts.askInformation({
    ...(await frame(acts, caseId)),
    message: 'Please name the account again.',
  });
  // A request that lacks nothing is not asked for anything: it stays as it is.
  if (answer.kind === 'refused' && answer.code !== 'needs-facts' && answer.code !== 'not-open')
    throw new Error(answer.code);
  return caseId;
}

async function answered(acts: Composed['acts'], caseId: string): Promise<string> {
  const found = findingsOf(JSON.parse(readFileSync(join(examples, 'clean-phishing.findings.json'), 'utf8')));
  if (!found.ok) throw new Error(JSON.stringify(found.errors));
  const findings = found.facts.map(({ name, value, source }) => ({
    fact: name,
    value,
    reasons: 'reasons' in source ? source.reasons : '',
  }));
  const answer = await acts.recordFindings({ ...(await frame(acts, caseId)), findings });
  if (answer.kind !== 'done') throw new Error(answer.code);
  return caseId;
}

/** Copies everything that pages read of a case. The log is left alone: no page of a case reads it. */
async function copyCase({ database }: Store, caseId: string, copies: number): Promise<void> {
  const later = (column: string): string => `t.${column} - copy.number * interval '1 minute'`;
  const times = { opened_at: later('opened_at'), changed_at: later('changed_at') };
  const body = `case when t.body ? 'request' then jsonb_set(t.body, '{request,id}', to_jsonb(copy.request)) else t.body end`;
  const words = `t.words_requested || to_tsvector('simple', 'word' || copy.number % 1000)`;
  const own: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    ['case_file', { request_id: 'copy.request', ...times }],
    ['case_event', { at: later('at'), body }],
    ['case_secret', {}],
    ['reading', { reading_id: 'gen_random_uuid()' }],
    ['case_line', { place: '(t.place + copy.number) % 10', due_at: later('due_at'), ...times, words_requested: words }],
  ];
  await database.begin(async (sql) => {
    await sql`set local statement_timeout = 0`;
    await sql`create temp table copy on commit drop as
      select gen_random_uuid() as id, gen_random_uuid() as request, number from generate_series(1, ${copies}) as number`;
    for (const [table, made] of own) {
      const columns = await sql<{ name: string }[]>`
        select column_name as name from information_schema.columns where table_name = ${table} order by ordinal_position`;
      const values = columns.map(({ name }) => (name === 'case_id' ? 'copy.id' : (made[name] ?? `t.${name}`)));
      await sql.unsafe(`insert into ${table} select ${values.join(', ')} from ${table} t, copy where t.case_id = $1`, [
        caseId,
      ]);
    }
  });
}
