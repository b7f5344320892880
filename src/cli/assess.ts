import { english } from '../../law/words.en.ts';
import { assess as askLaw, exitCodes, isPolicyName, lawBegins, type Assessment } from '../law/assessment.ts';
import { assessmentText } from '../law/assessment-text.ts';
import type { Facts } from '../law/facts.ts';
import { findingsOf } from '../law/findings-file.ts';
import { draftRefusal } from '../law/refusal-text.ts';
import { systemFacts } from '../law/system-facts.ts';
import { limits } from '../limits.ts';
import { factsOf } from '../request/facts-of.ts';
import type { EvidenceRequest } from '../request/request.ts';
import { errorLines } from '../wire/field-error.ts';
import { readJson } from '../wire/json.ts';
import { readRequest } from '../wire/read-request.ts';
import { BadUsage, readWords, type Command } from './command.ts';
import { readInput } from './files.ts';

const options = {
  policy: { type: 'string' },
  findings: { type: 'string' },
  on: { type: 'string' },
  draft: { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

/** Exit 0: nothing bars it; 3: barred; 4: the requester owes something; 2: bad input. docs/spec/assessment.md */
export const assess: Command = {
  usage:
    'assess FILE [--policy treaty-floor|recommended|strict] [--findings FILE] [--on YYYY-MM-DD] [--draft] [--json]',
  does: 'asks the law about a request: what bars it, what is missing, who must answer what; --draft: a refusal to start from',
  run: async (words, { print, complain, now }) => {
    const { values, names } = readWords(words, options, { least: 1, most: 1 });
    const { policy = 'recommended', on = now() } = values;
    if (!isPolicyName(policy))
      throw new BadUsage(`--policy: expected treaty-floor, recommended or strict, got ${policy}`);
    if (!/^\d{4}-\d{2}-\d{2}/.test(on) || Number.isNaN(Date.parse(on)))
      throw new BadUsage(`--on: expected a date as 2026-03-01, got ${on}`);
    if (on.slice(0, 10) < lawBegins)
      throw new BadUsage(`--on: expected a date from ${lawBegins} on, when the first rule counts, got ${on}`);
    const [file = ''] = names;
    const read = readRequest(await readInput(file, limits.requestBytes));
    if (!read.ok) {
      if (values.json === true) print(JSON.stringify({ file, errors: read.errors }, null, 2));
      else for (const line of errorLines(read.errors)) complain(`${file}: ${line}`);
      return 2;
    }
    const found = values.findings === undefined ? [] : await readFindings(values.findings);
    const facts = [...factsOf(read.request), ...systemFacts({ ...read.request, on }), ...found];
    const assessment = askLaw({ facts, policy, on });
    const draft = values.draft === true ? draftOf(read.request, assessment) : undefined;
    if (values.json === true)
      print(JSON.stringify({ ...assessment, ...(draft === undefined ? {} : { draft }) }, null, 2));
    else print([assessmentText(assessment), ...(draft === undefined ? [] : [draft])].join('\n').trimEnd());
    return exitCodes[assessment.outcome];
  },
};

/** A refusal in the treaty's form, for a person to read, change and sign; undefined where nothing bars the request. */
const draftOf = (request: EvidenceRequest, assessment: Assessment): string | undefined =>
  draftRefusal(english, assessment, { ...request, reference: request.requestingAuthority?.reference });

/** Findings by people, from a file. @throws BadUsage with an error per field */
async function readFindings(path: string): Promise<Facts> {
  const json = readJson(await readInput(path, limits.requestBytes));
  const read = json.ok ? findingsOf(json.value) : json;
  if (read.ok) return read.facts;
  throw new BadUsage(
    errorLines(read.errors)
      .map((line) => `${path}: ${line}`)
      .join('\n'),
  );
}
