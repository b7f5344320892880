import { noData, stateOfWhich, type Source, type State, type StatusAct } from './state.ts';

/**
 * The signatories of January 2026 of which nothing else is known: one table instead of a file each. A State of which more becomes known
 * moves to a file of its own (qa.ts, az.ts, ...). Names as in the list of the depositary.
 */
export const listOfJanuary: Source = Object.freeze({
  from: 'UN Treaty Collection, chapter XVIII-16, as copied by an encyclopedia collected on 17 April 2026',
  sure: 'SEC',
  asOf: '2026-01',
});

/** Signed by January 2026; the day of each signature is not in the list. */
export const signedByJanuary: StatusAct = Object.freeze({
  act: 'signature',
  on: noData,
  by: '2026-01',
  source: listOfJanuary,
});

const names: readonly (readonly [code: string, name: string])[] = [
  ['DZ', 'Algeria'],
  ['AO', 'Angola'],
  ['AU', 'Australia'],
  ['AT', 'Austria'],
  ['BY', 'Belarus'],
  ['BE', 'Belgium'],
  ['BR', 'Brazil'],
  ['BN', 'Brunei Darussalam'],
  ['BF', 'Burkina Faso'],
  ['KH', 'Cambodia'],
  ['CL', 'Chile'],
  ['CN', 'China'],
  ['CR', 'Costa Rica'],
  ['CI', "Côte d'Ivoire"],
  ['CU', 'Cuba'],
  ['CZ', 'Czech Republic'],
  ['KP', "Democratic People's Republic of Korea"],
  ['CD', 'Democratic Republic of the Congo'],
  ['DJ', 'Djibouti'],
  ['DO', 'Dominican Republic'],
  ['EC', 'Ecuador'],
  ['EG', 'Egypt'],
  ['FR', 'France'],
  ['GH', 'Ghana'],
  ['GR', 'Greece'],
  ['GW', 'Guinea-Bissau'],
  ['IR', 'Iran (Islamic Republic of)'],
  ['IE', 'Ireland'],
  ['JM', 'Jamaica'],
  ['KZ', 'Kazakhstan'],
  ['LA', "Lao People's Democratic Republic"],
  ['LY', 'Libya'],
  ['LU', 'Luxembourg'],
  ['MY', 'Malaysia'],
  ['MV', 'Maldives'],
  ['ML', 'Mali'],
  ['MU', 'Mauritius'],
  ['MA', 'Morocco'],
  ['MZ', 'Mozambique'],
  ['NA', 'Namibia'],
  ['NR', 'Nauru'],
  ['NI', 'Nicaragua'],
  ['NG', 'Nigeria'],
  ['PW', 'Palau'],
  ['PG', 'Papua New Guinea'],
  ['PE', 'Peru'],
  ['PH', 'Philippines'],
  ['PL', 'Poland'],
  ['PT', 'Portugal'],
  ['RU', 'Russian Federation'],
  ['RW', 'Rwanda'],
  ['SA', 'Saudi Arabia'],
  ['SK', 'Slovakia'],
  ['SI', 'Slovenia'],
  ['ZA', 'South Africa'],
  ['ES', 'Spain'],
  ['LK', 'Sri Lanka'],
  ['PS', 'State of Palestine'],
  ['SE', 'Sweden'],
  ['TH', 'Thailand'],
  ['TG', 'Togo'],
  ['TR', 'Türkiye'],
  ['UG', 'Uganda'],
  ['GB', 'United Kingdom of Great Britain and Northern Ireland'],
  ['TZ', 'United Republic of Tanzania'],
  ['UY', 'Uruguay'],
  ['UZ', 'Uzbekistan'],
  ['VE', 'Venezuela (Bolivarian Republic of)'],
  ['ZW', 'Zimbabwe'],
];

export const signatories: readonly State[] = Object.freeze(
  names.map(([code, name]) =>
    stateOfWhich({ code, name: { value: name, source: listOfJanuary }, kind: 'state', acts: [signedByJanuary] }),
  ),
);
