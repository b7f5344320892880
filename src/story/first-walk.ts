import { randomUUID } from 'node:crypto';
import type { Answer } from '../acts/answer.ts';
import type { CaseView } from '../acts/see-case.ts';
import type { Composed } from '../compose.ts';
import type { ByteSource } from '../evidence/byte-source.ts';
import type { RecordedFinding } from '../request/event.ts';
import { headline } from '../law/assessment-text.ts';
import { ruleWords } from '../law/catalogue.ts';
import { groundInfo } from '../law/grounds.ts';
import { groundsOf } from '../law/refusal-grounds.ts';
import type { RequestForm } from '../wire/read-request.ts';
import type { EvidenceRequest } from '../request/request.ts';
import { sandboxPeople } from '../sandbox/people.ts';
import { StoryEnded } from './story-ended.ts';

/**
 * One request walks the whole way, headless, through the same acts as the pages. The sandbox's people say what they
 * find from a file; nothing is answered that the file does not answer, and a walk that the law stops ends there.
 */

export type WalkInput = Readonly<{
  document: Uint8Array;
  form: RequestForm;
  request: EvidenceRequest;
  /** What the case officer will find, by fact. */
  findings: readonly RecordedFinding[];
  evidence: readonly Evidence[];
}>;

/** How the walk ended: with a package, or because the law or a person said no. */
/** A file that the provider hands in. */
export type Evidence = Readonly<{ name: string; bytes: Uint8Array }>;

export type WalkEnd =
  | Readonly<{ kind: 'handed-over'; files: ReadonlyMap<string, ByteSource> }>
  | Readonly<{ kind: 'refused' | 'incomplete' }>;

type Person = (typeof sandboxPeople)[number];

/** @param tell takes one plain line per step. @throws StoryEnded where an act refuses what the walk expects */
export async function firstWalk(
  input: WalkInput,
  { acts, tools }: Composed,
  tell: (line: string) => void,
): Promise<WalkEnd> {
  const sender = onDuty('requesting-officer');
  const officer = onDuty('case-officer');
  const { caseId } = done(await acts.receiveRequest({ ...input, actId: randomUUID(), mandate: sender.id })).value;
  const walk = new Walk(acts, caseId);
  tell(`${as(sender)} sends ${sentAs[input.form]}; it is received as case ${caseId}.`);

  let view = await walk.see(officer);
  tell(`The law is asked (policy ${view.assessment.policy}): ${headline(view.assessment)}`);
  for (const rule of [...view.assessment.bars, ...view.assessment.asks])
    tell(`  ${rule}: ${ruleWords(tools.words, rule)[1]}`);
  if (view.assessment.outcome === 'barred') return refuse(walk, officer, view, tools.words, tell);
  if (view.assessment.outcome === 'incomplete') return askBack(walk, officer, view, tools.words, tell);

  const asked = new Set<string>(view.assessment.questions.map(({ fact }) => fact));
  const findings = input.findings.filter(({ fact }) => asked.has(fact));
  done(await acts.recordFindings({ ...walk.act(officer, view), findings }));
  tell(`${as(officer)} answers ${findings.length} of ${asked.size} questions, each with reasons.`);
  view = await walk.see(officer);
  tell(`The law is asked again: ${headline(view.assessment)}`);
  if (view.assessment.outcome === 'barred') return refuse(walk, officer, view, tools.words, tell);

  const reasons =
    'Both laws punish the conduct, the request is complete, and what is asked is limited to what the case needs.';
  done(await acts.decide({ ...walk.act(officer, view), outcome: 'grant', reasons, grounds: [] }));
  tell(`${as(officer)} decides to grant, with reasons; a court must authorise.`);
  await courtSigns(walk, tell);
  await serve(walk, officer, tell);
  await providerProduces(walk, input.evidence, tell);
  return handOver(walk, officer, sender, tell);
}

/** The steps of one case, each on the version that its person just saw. */
class Walk {
  readonly acts: Composed['acts'];
  readonly caseId: string;
  constructor(acts: Composed['acts'], caseId: string) {
    this.acts = acts;
    this.caseId = caseId;
  }
  async see(person: Person): Promise<CaseView> {
    const view = await this.acts.seeCase({ mandate: person.id, caseId: this.caseId, page: 'story' });
    if (view.kind === 'refused') throw new StoryEnded(view);
    return view;
  }
  act(person: Person, view: CaseView): { actId: string; mandate: string; caseId: string; version: number } {
    return { actId: randomUUID(), mandate: person.id, caseId: this.caseId, version: view.case.version };
  }
}

async function courtSigns(walk: Walk, tell: (line: string) => void): Promise<void> {
  const judge = onDuty('judge');
  const view = await walk.see(judge);
  const shown = await walk.acts.proposeOrder({ mandate: judge.id, caseId: walk.caseId });
  if (shown.kind === 'refused') throw new StoryEnded(shown);
  done(await walk.acts.authorise({ ...walk.act(judge, view), shownSha256: shown.sha256 }));
  tell(`${as(judge)} reads the order and signs over its SHA-256 ${shown.sha256.slice(0, 16)}...`);
}

async function serve(walk: Walk, officer: Person, tell: (line: string) => void): Promise<void> {
  const view = await walk.see(officer);
  const produceBy = view.case.authorised?.body.validUntil ?? '';
  done(await walk.acts.serveOrder({ ...walk.act(officer, view), produceBy, message: '' }));
  tell(`${as(officer)} serves the order on the provider, to be executed by ${produceBy}.`);
}

async function providerProduces(
  walk: Walk,
  exhibits: readonly Evidence[],
  tell: (line: string) => void,
): Promise<void> {
  const provider = onDuty('provider');
  const checked = await walk.acts.checkOrder({ mandate: provider.id, caseId: walk.caseId });
  if (checked.kind === 'refused') throw new StoryEnded(checked);
  const held = checked.checks.filter(({ holds }) => holds);
  tell(
    `${as(provider)} checks the order: ${held.length} of ${checked.checks.length} checks hold (leaf ${checked.leafIndex} of the log).`,
  );
  done(await walk.acts.produce({ ...walk.act(provider, await walk.see(provider)), exhibits }));
  tell(`${as(provider)} hands in ${exhibits.map(({ name, bytes }) => `${name} (${bytes.length} bytes)`).join(', ')}.`);
}

async function handOver(walk: Walk, officer: Person, sender: Person, tell: (line: string) => void): Promise<WalkEnd> {
  const preview = await walk.acts.previewRelease({ mandate: officer.id, caseId: walk.caseId });
  if (preview.kind === 'refused') throw new StoryEnded(preview);
  tell(`Minimised to the order: ${preview.releasedCount} items leave, ${preview.withheldCount} are withheld.`);
  for (const [reason, count] of countBy(preview.withheld.map(({ withheld }) => withheld ?? '')))
    tell(`  withheld, ${reason}: ${count}`);
  done(await walk.acts.release({ ...walk.act(officer, await walk.see(officer)) }));
  tell(`${as(officer)} releases: the evidence is sealed (age) to the authority that asked, and the release is logged.`);
  const collected = done(await walk.acts.collect({ ...walk.act(sender, await walk.see(sender)) }));
  tell(`${as(sender)} collects the hand-over: ${collected.value.size} files.`);
  return { kind: 'handed-over', files: collected.value };
}

async function refuse(
  walk: Walk,
  officer: Person,
  view: CaseView,
  words: Composed['tools']['words'],
  tell: (line: string) => void,
): Promise<WalkEnd> {
  const grounds = groundsOf(view.assessment.bars);
  const reasons = view.assessment.bars.map((rule) => ruleWords(words, rule)[1]).join(' ');
  const due = grounds.filter((ground) => groundInfo(ground).consultFirst === true);
  if (due.length > 0) await consult(walk, officer, due, tell);
  done(await walk.acts.decide({ ...walk.act(officer, await walk.see(officer)), outcome: 'refuse', reasons, grounds }));
  tell(`${as(officer)} refuses under ${grounds.join(', ')} and gives the reasons (art. 40(25)). Nothing leaves.`);
  return { kind: 'refused' };
}

/** Art. 40(28): the asking State is heard before a refusal. In the story it has nothing to add. */
async function consult(
  walk: Walk,
  officer: Person,
  grounds: readonly string[],
  tell: (line: string) => void,
): Promise<void> {
  const sender = onDuty('requesting-officer');
  const message = 'We consider a refusal on these grounds. Would conditions on your side remove them?';
  done(await walk.acts.consult({ ...walk.act(officer, await walk.see(officer)), grounds, message }));
  const answer = 'We have nothing to add.';
  done(await walk.acts.answerConsultation({ ...walk.act(sender, await walk.see(sender)), message: answer }));
  tell(`${as(officer)} consults the asking State on ${grounds.join(', ')} first (art. 40(28)); ${as(sender)} answers.`);
}

async function askBack(
  walk: Walk,
  officer: Person,
  view: CaseView,
  words: Composed['tools']['words'],
  tell: (line: string) => void,
): Promise<WalkEnd> {
  for (const { fact } of view.assessment.owed) tell(`  missing, ${fact}: ${words.facts[fact][0]}`);
  const message = 'Please supply what is listed; the request stays open until then.';
  const asked = done(await walk.acts.askInformation({ ...walk.act(officer, view), message }));
  tell(
    `${as(officer)} asks ${String((asked.value as readonly string[]).length)} things back, all at once (art. 40(16)). Nothing leaves.`,
  );
  return { kind: 'incomplete' };
}

const sentAs: Readonly<Record<RequestForm, string>> = {
  'proviso-request/1': 'a request (proviso-request/1)',
  'etsi-ts-103-120': 'a request (ETSI TS 103 120)',
};

const as = ({ name, authorityName }: Person): string => `${name} (${authorityName})`;

function onDuty(role: Person['role']): Person {
  const found = sandboxPeople.find((person) => person.role === role);
  if (found === undefined) throw new Error(`nobody in the sandbox is a ${role}`);
  return found;
}

function done<Value>(answer: Answer<Value>): Extract<Answer<Value>, { kind: 'done' }> {
  if (answer.kind === 'refused') throw new StoryEnded(answer);
  return answer;
}

function countBy(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
