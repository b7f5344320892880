import { conditionRules } from '../../law/standard-conditions.ts';
import { leftOut, narrow, type Narrowing } from '../authorisation/narrow.ts';
import { limits } from '../limits.ts';
import { decisionLetter } from './decision-letter.ts';
import { canonicalBytes, sha256Hex } from '../canonical.ts';
import { consultFirst, groundsFor, refusalFaults, reservedIn } from '../law/grounds.ts';
import type { PolicyName } from '../../law/law.ts';
import { ruleWords, type Catalogue } from '../law/catalogue.ts';
import type { Assessment } from '../law/assessment.ts';
import { heardOn, type Case } from '../request/case.ts';
import type { Decided } from '../request/event.ts';
import { askedScope } from '../request/scope.ts';
import type { Reader } from '../store/reader.ts';
import type { Writer } from '../store/writer.ts';
import type { ActOnCase } from './act-input.ts';
import { refused, type Answer, type Refused } from './answer.ts';
import { assessCase } from './assess-case.ts';
import type { Random } from './leaf-for.ts';
import { perform, type Admitted } from './perform.ts';
import { providerFor } from './provider-for.ts';

export type Decide = ActOnCase &
  Readonly<{
    outcome: 'grant' | 'refuse';
    reasons: string;
    /** For a refusal: the treaty's grounds, as art. 40(21) and others number them. */
    grounds: readonly string[];
    /** With a grant: what of the request is granted, where not all of it is. */
    narrowing?: DecisionNarrowing;
    /** With a grant: conditions beside those of the law, each resting on one of `conditionRules`. */
    conditions?: readonly Readonly<{ rule: string; text: string }>[];
  }>;

export type DecisionNarrowing = Pick<Narrowing, 'targets' | 'dataCategories' | 'period'>;

/**
 * A case officer decides, with reasons (art. 40(25)). A grant is a proposal to the court and needs a request that
 * nothing bars, that lacks nothing, and every question answered that is the officer's. A refusal rests on grounds that
 * the treaty offers for this measure and on no other; on some of them only after the asking State was heard (art. 40(28)).
 */
export async function decide(
  input: Decide,
  tools: { store: Writer; now: () => string; random: Random; policy: PolicyName; words: Catalogue },
): Promise<Answer> {
  const matter = {
    outcome: input.outcome,
    reasons: input.reasons,
    grounds: input.grounds,
    ...(input.narrowing && { narrowing: input.narrowing }),
    ...(input.conditions && { conditions: input.conditions }),
  };
  return perform('decide', input, matter, tools, async (admitted) => {
    const { subject } = admitted;
    const assessment = assessCase(subject, { ...tools, mandates: await tools.store.mandates() });
    const outcome =
      input.outcome === 'grant'
        ? await grant(input, assessment, admitted, tools)
        : refuse(input, admitted, reservedIn(assessment.facts));
    if ('kind' in outcome) return outcome;
    const assessmentBytes = canonicalBytes(assessment);
    const decided: Decided = {
      kind: 'decided',
      requestSha256: subject.latest.body.requestSha256,
      outcome: input.outcome,
      reasons: input.reasons,
      grounds: input.grounds,
      policy: assessment.policy,
      assessmentSha256: sha256Hex(assessmentBytes),
      conditions: [
        ...assessment.conditions.map((rule) => ({ rule, text: ruleWords(tools.words, rule)[1] })),
        ...(input.outcome === 'grant' ? (input.conditions ?? []) : []),
      ],
      ...outcome,
    };
    const letter = new TextEncoder().encode(decisionLetter(decided, admitted, assessment, tools.words));
    const body: Decided = { ...decided, letterSha256: sha256Hex(letter) };
    return {
      state: input.outcome === 'grant' ? 'granted' : 'refused',
      body,
      documents: [assessmentBytes, letter],
      outbox: [
        {
          recipient: subject.parties.requestingAuthority,
          body: { notice: 'decided', outcome: input.outcome, caseId: subject.id },
        },
      ],
      value: input.outcome,
    };
  });
}

async function grant(
  input: Decide,
  assessment: Assessment,
  { subject, at }: Admitted,
  tools: { store: Reader },
): Promise<Refused | (Required<Pick<Decided, 'scope' | 'provider'>> & Pick<Decided, 'leftOut'>)> {
  if (assessment.bars.length > 0) return refused('barred', assessment.bars);
  // Data are preserved by an act of its own: nothing is handed over, and no court is asked (art. 42(4)).
  if (subject.latest.body.request.measure === 'preservation') return refused('preserve-instead');
  const lacking = [...assessment.owed.map(({ fact }) => fact), ...assessment.asks];
  const open = assessment.questions.filter(({ who }) => who[0] === 'case-officer').map(({ fact }) => fact);
  if (lacking.length > 0 || open.length > 0) return refused('needs-facts', [...lacking, ...open]);
  const asked = askedScope(subject.latest.body.request);
  if (asked === undefined)
    return refused('needs-facts', ['stated.targets', 'stated.dataCategories', 'stated.period.from']);
  const scope = narrow(asked, input.narrowing ?? {});
  if (scope === undefined) return refused('too-wide');
  const leftOver = leftOut(asked, scope);
  const added = input.conditions ?? [];
  const unfit = added.filter(({ rule, text }) => !conditionRules.includes(rule) || text.trim() === '');
  if (unfit.length > 0 || added.length > limits.addedConditions) return refused('bad-condition', conditionRules);
  const { request } = subject.latest.body;
  const provider = await providerFor(request, at, tools.store);
  if (provider === undefined) return refused('unknown-provider', request.provider ? [request.provider.name] : []);
  return { scope, provider, ...(leftOver.length > 0 && { leftOut: leftOver }) };
}

function refuse(
  input: Decide,
  { subject, at }: Admitted,
  reserved: readonly string[],
): Refused | { scope?: never; provider?: never } {
  const measure = subject.latest.body.request.measure;
  // What was never said cannot be refused on a ground of its own: the request is incomplete, and is asked back.
  if (measure === undefined) return refused('needs-facts', ['stated.measure']);
  const { grounds, reasons } = input;
  const heard = heardOn(subject, at);
  const unheard = consultFirst(measure, reserved).filter(
    (ground) => grounds.includes(ground) && !heard.includes(ground),
  );
  const consulted = unheard.length === 0;
  const faults = refusalFaults({ measure, grounds, reasons, consulted, reserved });
  if (faults.length === 0) return {};
  return faults.some(({ path }) => path === 'consulted') && faults.length === 1
    ? consultFault(subject, unheard)
    : refused('no-ground', groundsFor(measure, reserved));
}

/** The asking State has still time to answer, or was not consulted on all of it. */
function consultFault({ consultations }: Case, unheard: readonly string[]): Refused {
  const asked = consultations.flatMap(({ consulted }) => consulted.body.grounds);
  const missing = unheard.filter((ground) => !asked.includes(ground));
  return missing.length > 0 ? refused('consult-first', missing) : refused('consultation-open', unheard);
}
