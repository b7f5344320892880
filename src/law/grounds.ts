import { measures, type Measure } from '../request/request.ts';

/**
 * On what a refusal may rest, measure by measure. Preservation (art. 42) and disclosure of preserved traffic data
 * (art. 43) know a closed list. A precondition is not a ground: without it there is no request under the Convention.
 */
type GroundInfo = Readonly<{
  /** In our own words. */
  says: string;
  measures: readonly Measure[];
  precondition?: true;
  /** Art. 40(28): consult, and consider conditions, before refusing on it. */
  consultFirst?: true;
}>;

/** Articles 44 to 46, and data in an emergency, which art. 41 leaves to the ordinary grounds. */
const assistance = [
  'stored-data',
  'real-time-traffic',
  'interception',
  'emergency-disclosure',
] as const satisfies Measure[];
const afterPreservation = ['traffic-disclosure', ...assistance] as const;

export const grounds = {
  '35(1)': {
    says: 'outside the Convention: neither one of its offences nor a serious crime',
    measures,
    precondition: true,
  },
  '40(13)': { says: 'not shown to come from an authority of a State', measures, precondition: true },
  '65': { says: 'the Convention does not bind both States on this day', measures, precondition: true },
  '41(3)(e)': { says: 'not an emergency: no danger to life or safety', measures: ['emergency-disclosure'] },
  '40(8)': {
    says: 'not an offence in the requested State',
    measures: ['stored-data', 'real-time-traffic', 'interception'],
  },
  '40(21)(a)': { says: 'the form of the Convention is not met', measures: assistance, consultFirst: true },
  '40(21)(b)': {
    says: 'harm to sovereignty, security, public order or other essential interests',
    measures,
    consultFirst: true,
  },
  '40(21)(c)': { says: 'domestic law would bar the measure for a like offence at home', measures, consultFirst: true },
  '40(21)(d)': { says: 'contrary to the law of mutual legal assistance', measures: assistance, consultFirst: true },
  '40(22)': { says: 'substantial grounds to believe that the person would be persecuted or prejudiced', measures },
  '36(1)(a)': { says: 'data-protection law cannot be met, with conditions or without', measures: afterPreservation },
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

/** The grounds on which this measure may be refused; preconditions included. */
export const groundsFor = (measure: Measure): readonly Ground[] =>
  groundNames.filter((ground) => groundInfo(ground).measures.includes(measure));

export type Refusal = Readonly<{ measure: Measure; grounds: readonly string[]; reasons: string; consulted: boolean }>;

/**
 * Whether a refusal can be sent as it stands. An empty list says yes. Art. 40(25): reasons are due for every refusal;
 * 40(23), 40(24): two reasons are forbidden; 42(6), 43: closed lists; 40(28): consultation first.
 */
export function refusalFaults(refusal: Refusal): readonly Readonly<{ path: string; expected: string }>[] {
  const faults: { path: string; expected: string }[] = [];
  const offered = groundsFor(refusal.measure);
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
