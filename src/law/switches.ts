import type { Ask } from './asks.ts';
import { LawError, lineOfLaw } from './law-error.ts';

/**
 * The optional safeguards: what the treaty leaves to a State ("as appropriate"), and what the founding statements ask.
 * Each can be switched on by a policy, and only ever adds rules: more safeguards never turn a bar into a grant.
 */
export const switches = {
  'convention-offences-only': {
    ask: 'A1',
    means: 'evidence leaves only for offences that the Convention itself defines',
  },
  'penalty-under-both-laws': {
    ask: 'A2',
    means: 'four years counts by the asking State’s law, and the penalty is recorded under both laws',
  },
  'protected-conduct-bar': {
    ask: 'A2',
    means: 'an offence that punishes protected conduct is a bar, whatever its penalty',
  },
  'conduct-not-label': {
    ask: 'A2',
    means: 'the conduct is compared with the elements of the offence relied on, whatever its label',
  },
  'dual-criminality-required': {
    ask: 'A1',
    means: 'without dual criminality there is no assistance where the treaty lets a State ask for it',
  },
  'legality-and-necessity': {
    ask: 'B1',
    means: 'legality and necessity are found beside proportionality, and the asking State gives its reasons',
  },
  'no-punishment-without-law': {
    ask: 'B1',
    means: 'the conduct was an offence when it was committed, or there is no assistance',
  },
  'prior-independent-authorisation': {
    ask: 'C1',
    means: 'a court or another independent authority authorises before anything leaves',
  },
  'requesting-authorisation': {
    ask: 'C1',
    means: 'the asking State shows its own independent authorisation, and asks for no more than it covers',
  },
  'notice-with-end': { ask: 'C3', means: 'the person concerned is told; secrecy has a reason and an end' },
  'protected-persons': {
    ask: 'D1',
    means: 'journalists, lawyers, defenders and others are screened for, and protected',
  },
  'good-faith-defence': {
    ask: 'D2',
    means: 'good-faith security work is answered before any grant, for every access offence',
  },
  'whistleblower-defence': { ask: 'D3', means: 'whistleblowing is answered before any grant' },
  minors: { ask: 'D4', means: 'the asking State says whether the person concerned is a child' },
  'gendered-harm-question': { ask: 'D5', means: 'gendered harm and orientation are asked about in every assessment' },
  'data-protection-particulars': {
    ask: 'E2',
    means: 'the asking State names its data-protection law, retention and onward transfer',
  },
  'specific-and-bounded': {
    ask: 'E3',
    means: 'a specific investigation, named targets, a period with a beginning and an end',
  },
  'no-weakening-of-security': { ask: 'E4', means: 'a demand for keys, credentials or weaker security is a bar' },
  'persecution-bar': { ask: 'F1', means: 'a persecutory purpose is a bar, not only a ground' },
  'death-penalty-bar': { ask: 'F2', means: 'a risk of the death penalty is a bar unless an assurance excludes it' },
  'arbitrary-detention-bar': { ask: 'F2', means: 'a risk of arbitrary detention is a bar, not only a ground' },
  'double-jeopardy-bar': { ask: 'F2', means: 'nobody is helped to try a person twice for the same conduct' },
  'violations-record': {
    ask: 'F4',
    means: 'a consistent pattern of gross violations in the asking State heightens scrutiny',
  },
  'fair-trial-bar': { ask: 'F2', means: 'a risk of a flagrantly unfair trial is a bar, not only a ground' },
} as const satisfies Record<string, { ask: Ask; means: string }>;

export type SwitchName = keyof typeof switches;
export const switchNames: readonly SwitchName[] = Object.freeze(Object.keys(switches) as SwitchName[]);

export type Policy = Readonly<{ id: string; title: string; on: readonly SwitchName[] }>;

/** A policy: which optional safeguards a State switches on. The treaty's floor binds whatever a policy says. */
export function policy(of: Policy): Policy {
  const at = lineOfLaw();
  for (const name of of.on) {
    if (!Object.hasOwn(switches, name)) throw new LawError('switch.unknown', at, `no such safeguard: ${name}`);
  }
  if (new Set(of.on).size !== of.on.length)
    throw new LawError('switch.twice', at, `${of.id} switches a safeguard on twice`);
  return Object.freeze({ ...of, on: Object.freeze(switchNames.filter((name) => of.on.includes(name))) });
}
