import type { Facts } from './facts.ts';
import { matters, type Matter } from './matters.ts';
import type { ReservationPlace } from '../../law/states/state.ts';

/**
 * On what a refusal may rest, measure by measure. Preservation (art. 42) and disclosure of preserved traffic data
 * (art. 43) know a closed list. A precondition is not a ground: without it there is no request under the Convention.
 */
type GroundInfo = Readonly<{
  /** In our own words. */
  says: string;
  measures: readonly Matter[];
  precondition?: true;
  /** Open only to a State that reserved it. */
  reserved?: ReservationPlace;
  /** Art. 40(28): consult, and consider conditions, before refusing on it. */
  consultFirst?: true;
}>;

/** Articles 44 to 46, and data in an emergency, which art. 41 leaves to the ordinary grounds. */
const assistance = [
  'stored-data',
  'real-time-traffic',
  'interception',
  'emergency-disclosure',
] as const satisfies Matter[];
const afterPreservation = ['traffic-disclosure', 'spontaneous-information', ...assistance] as const;

export const grounds = {
  '35(1)': {
    says: 'outside the Convention: neither one of its offences nor a serious crime',
    measures: matters,
    precondition: true,
  },
  '40(13)': { says: 'not shown to come from an authority of a State', measures: matters, precondition: true },
  '65': { says: 'the Convention does not bind both States on this day', measures: matters, precondition: true },
  '41(3)(e)': { says: 'not an emergency: no danger to life or safety', measures: ['emergency-disclosure'] },
  '40(8)': {
    says: 'not an offence in the requested State',
    measures: ['stored-data', 'real-time-traffic', 'interception'],
  },
  '40(21)(a)': { says: 'the form of the Convention is not met', measures: assistance, consultFirst: true },
  '40(21)(b)': {
    says: 'harm to sovereignty, security, public order or other essential interests',
    measures: matters,
    consultFirst: true,
  },
  '40(21)(c)': {
    says: 'domestic law would bar the measure for a like offence at home',
    measures: matters,
    consultFirst: true,
  },
  '40(21)(d)': { says: 'contrary to the law of mutual legal assistance', measures: assistance, consultFirst: true },
  '40(22)': {
    says: 'substantial grounds to believe that the person would be persecuted or prejudiced',
    measures: matters,
  },
  '36(1)(a)': { says: 'data-protection law cannot be met, with conditions or without', measures: afterPreservation },
  '36(3)': { says: 'evidence is not authorised to be passed on', measures: ['onward-transfer'] },
  '40(19)': { says: 'no consent to another use of evidence', measures: ['other-use'] },
  '42(5)': {
    says: 'by reservation: dual criminality is expected to be missing at disclosure',
    measures: ['preservation'],
    reserved: '42(5)',
  },
  '45(1)': { says: 'live traffic data: a State only endeavours to help', measures: ['real-time-traffic'] },
  '46': { says: 'live content: a State only endeavours to help', measures: ['interception'] },
} as const satisfies Record<string, GroundInfo>;

export type Ground = keyof typeof grounds;
export const groundNames: readonly Ground[] = Object.freeze(Object.keys(grounds) as Ground[]);

/** Reasons that the treaty forbids: art. 40(23) and 40(24). */
export const forbiddenReasons = {
  'fiscal-matter': { cites: '40(23)', says: 'the offence is also thought to involve fiscal matters' },
  'bank-secrecy': { cites: '40(24)', says: 'bank secrecy' },
} as const;

export const groundInfo = (ground: Ground): GroundInfo => grounds[ground];

/**
 * The grounds on which this measure may be refused; preconditions included.
 * @param reserved what the requested State has reserved (`reservedIn`); without a reservation, its ground is closed
 */
export const groundsFor = (measure: Matter, reserved: readonly string[] = []): readonly Ground[] =>
  groundNames.filter((ground) => {
    const info = groundInfo(ground);
    return info.measures.includes(measure) && (info.reserved === undefined || reserved.includes(info.reserved));
  });

/** The grounds among them on which nothing is refused before the asking State was consulted (art. 40(28)). */
export const consultFirst = (measure: Matter, reserved: readonly string[] = []): readonly Ground[] =>
  groundsFor(measure, reserved).filter((ground) => groundInfo(ground).consultFirst === true);

/** Art. 40(27): why help may be postponed, as a provision that the asking State is consulted on first (art. 40(28)). */
export const postponement = '40(27)';

/** Articles 44 to 46 know postponement; preservation (42) and the disclosure of preserved traffic data (43) do not. */
export const isPostponable = (measure: Matter): boolean =>
  measure === 'stored-data' || measure === 'real-time-traffic' || measure === 'interception';

/** What the requested State has reserved, among the facts of an assessment. */
export const reservedIn = (facts: Facts): readonly string[] =>
  facts.flatMap((fact) => (fact.name === 'measured.requestedState.reserves' ? fact.value : []));

export type Refusal = Readonly<{
  measure: Matter;
  grounds: readonly string[];
  reasons: string;
  consulted: boolean;
  reserved?: readonly string[];
}>;

/**
 * Whether a refusal can be sent as it stands. An empty list says yes. Art. 40(25): reasons are due for every refusal;
 * 40(23), 40(24): two reasons are forbidden; 42(6), 43: closed lists; 40(28): consultation first.
 */
export function refusalFaults(refusal: Refusal): readonly Readonly<{ path: string; expected: string }>[] {
  const faults: { path: string; expected: string }[] = [];
  const offered = groundsFor(refusal.measure, refusal.reserved);
  if (refusal.reasons.trim() === '')
    faults.push({ path: 'reasons', expected: 'reasons: art. 40(25) asks for them with every refusal' });
  if (refusal.grounds.length === 0) faults.push({ path: 'grounds', expected: `at least one of ${offered.join(', ')}` });
  refusal.grounds.forEach((name, number) => {
    const path = `grounds[${number}]`;
    if (name === 'fiscal-matter' || name === 'bank-secrecy') {
      const { cites, says } = forbiddenReasons[name];
      faults.push({ path, expected: `a lawful ground: art. ${cites} forbids a refusal for this reason (${says})` });
    } else if (!offered.some((ground) => ground === name)) {
      faults.push({ path, expected: `one of ${offered.join(', ')}: no other ground is open for ${refusal.measure}` });
    }
  });
  const due = offered.filter((ground) => refusal.grounds.includes(ground) && groundInfo(ground).consultFirst === true);
  if (due.length > 0 && !refusal.consulted) {
    faults.push({
      path: 'consulted',
      expected: `consultation first, as art. 40(28) asks where the ground is ${due.join(' or ')}`,
    });
  }
  return faults;
}
