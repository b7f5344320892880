/**
 * The region of each State, for merging small cells: the continents of the United Nations' M49 standard, and one for the
 * test States. A code that is not here lies `elsewhere`: it is merged, never left out.
 */
const codes = {
  africa:
    'AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG ER ET GA GH GM GN GQ GW KE KM LR LS LY MA MG ML MR MU MW MZ NA NE NG RW SC SD SL SN SO SS ST SZ TD TG TN TZ UG ZA ZM ZW',
  americas: 'AG AR BB BO BR BS BZ CA CL CO CR CU DM DO EC GD GT GY HN HT JM KN LC MX NI PA PE PY SR SV TT US UY VC VE',
  asia: 'AE AF AM AZ BD BH BN BT CN CY GE ID IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK MM MN MV MY NP OM PH PK PS QA SA SG SY TH TJ TL TM TR UZ VN YE',
  europe:
    'AD AL AT BA BE BG BY CH CZ DE DK EE ES EU FI FR GB GR HR HU IE IS IT LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS RU SE SI SK SM UA VA',
  oceania: 'AU CK FJ FM KI MH NR NU NZ PG PW SB TO TV VU WS',
} as const;

const regionByState: ReadonlyMap<string, string> = new Map(
  Object.entries(codes).flatMap(([region, states]) => states.split(' ').map((state) => [state, region] as const)),
);

/** @param state ISO 3166-1 alpha-2, `EU`, or a test State (XA-XZ) */
export const regionOf = (state: string): string =>
  regionByState.get(state) ?? (/^X[A-Z]$/.test(state) ? 'test-states' : 'elsewhere');
