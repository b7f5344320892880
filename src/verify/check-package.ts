import type { Order } from '../authorisation/order.ts';
import type { Terms } from '../request/terms.ts';
import { open } from './opened.ts';
import type { ListFiles, ReadFile } from './package-reader.ts';
import { checkOrder } from './steps/authorisation.ts';
import { checkConditions } from './steps/conditions.ts';
import { checkCustody } from './steps/custody.ts';
import { checkFiles } from './steps/files.ts';
import { checkLogInclusion } from './steps/log-inclusion.ts';
import { checkRequest } from './steps/request.ts';
import { checkScope } from './steps/scope.ts';
import { checkSeal, type OpenSeal } from './steps/seal.ts';
import { checkSeparation } from './steps/separation.ts';
import { runSteps, type Step } from './step.ts';

/**
 * Checks a hand-over offline: who asked, who authorised, what, when, unchanged, logged. Formats: docs/spec/hand-over.md.
 * Needs nothing but the files: no network, no database, no clock. Runs in a browser too: what only one side has
 * (folders, the opening of the seal) is given.
 */

export const stepNames = [
  'request',
  'authorisation',
  'separation of persons',
  'scope',
  'conditions',
  'custody',
  'seal',
  'log inclusion',
  'files',
] as const;
export type StepName = (typeof stepNames)[number];

export type Verification = Readonly<{
  format: 'proviso-verification/1';
  ok: boolean;
  steps: readonly Step<StepName>[];
  /** What the court signed, where that is proven: who asked, for what, until when, under which conditions. */
  order?: Order;
  /** Under which conditions it left, where it is proven that they were signed. */
  terms?: Terms;
  /** What was not looked at, and what the reader must compare. */
  notes: readonly string[];
}>;

export type CheckOptions = Readonly<{
  /** Opens the seal by an identity; without it the seal stays closed. */
  openSeal?: OpenSeal;
  /** The log's verifier key, from somewhere else than the package. */
  logKey?: string;
  /** The witness policy that the reader trusts (C2SP tlog-policy), from somewhere else than the package. */
  policy?: string;
}>;

/**
 * @returns never half a proof: `ok` only where every step holds. Throws only where reading itself fails.
 */
export async function checkPackage(read: ReadFile, list: ListFiles, options: CheckOptions = {}): Promise<Verification> {
  const opened = open(read, { logKey: options.logKey, policy: options.policy });
  const checks: Readonly<Record<StepName, () => Promise<string>>> = {
    request: () => checkRequest(opened),
    authorisation: () => checkOrder(opened),
    'separation of persons': () => checkSeparation(opened),
    scope: () => checkScope(opened),
    conditions: () => checkConditions(opened),
    custody: () => checkCustody(opened),
    seal: () => checkSeal(opened, options.openSeal),
    'log inclusion': () => checkLogInclusion(opened),
    files: () => checkFiles(opened, list),
  };
  const steps = await runSteps(stepNames, checks);
  const isSigned = steps.some(({ step, ok }) => step === 'authorisation' && ok);
  const areTermsSigned = steps.some(({ step, ok }) => step === 'conditions' && ok);
  return {
    format: 'proviso-verification/1',
    ok: steps.every(({ ok }) => ok),
    steps,
    ...(isSigned ? { order: await opened.order() } : {}),
    ...(areTermsSigned ? { terms: (await opened.conditions()).terms } : {}),
    notes: [
      ...(options.policy === undefined ? ['The witnesses are those that log/log.policy names. Compare it with a policy that you have from elsewhere.'] : []),
      ...(options.logKey === undefined && options.policy === undefined ? ['The log is the one whose key lies in log/log.vkey. Compare that key with one you have from elsewhere.'] : []),
      ...(options.openSeal === undefined ? ['The seal was not opened; what is inside was taken from the manifest.'] : []),
    ],
  }; // prettier-ignore
}
