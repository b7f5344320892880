import { always, includes, is, not, rule } from '../../src/law/words.ts';

const punishesProtectedConduct = includes(
  'stated.offence.punishes',
  'criticism-of-authority',
  'journalism',
  'peaceful-assembly',
  'association',
  'religion-or-belief',
  'sexual-orientation-or-gender',
);

export const article06 = [
  rule({
    id: 'un-cybercrime/6(2)/suppression',
    applies: always,
    requires: is('found.suppressesRights', false),
    otherwise: 'refuse',
    reason: '40(21)(b)',
    protects: ['iccpr/18', 'iccpr/19', 'iccpr/21', 'iccpr/22', 'iccpr/26'],
    asks: ['B2', 'B3', 'F1'],
    inForceFrom: '2024-12-24',
  }),
  rule({
    id: 'un-cybercrime/6(2)/stated-object',
    applies: always,
    requires: not(punishesProtectedConduct),
    otherwise: 'refuse',
    reason: '40(21)(b)',
    switch: 'protected-conduct-bar',
    protects: ['iccpr/17', 'iccpr/18', 'iccpr/19', 'iccpr/21', 'iccpr/22', 'iccpr/26'],
    asks: ['A2', 'B3', 'D1', 'D5'],
    inForceFrom: '2024-12-24',
  }),
  rule({
    id: 'un-cybercrime/6(2)/stated-object-scrutiny',
    applies: punishesProtectedConduct,
    then: 'heighten',
    protects: ['iccpr/17', 'iccpr/18', 'iccpr/19', 'iccpr/21', 'iccpr/22', 'iccpr/26'],
    asks: ['A2', 'B3'],
    inForceFrom: '2024-12-24',
  }),
  rule({
    id: 'un-cybercrime/6(2)/stated-object-explained',
    applies: punishesProtectedConduct,
    then: 'ask',
    protects: ['iccpr/17', 'iccpr/18', 'iccpr/19', 'iccpr/21', 'iccpr/22', 'iccpr/26'],
    asks: ['A2', 'B3'],
    inForceFrom: '2024-12-24',
  }),
] as const;
