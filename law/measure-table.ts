import type { MeasureInfo } from '../src/law/measure-info.ts';
import type { Matter } from '../src/law/matters.ts';

/**
 * Each measure on one line: its article, whether its grounds are a closed list, its clocks, and who decides. What a request for it must
 * contain, and on what it may be refused, follow from the rules and the grounds (src/law/measure-info.ts).
 */
const days60 = {
  what: 'data stay preserved',
  days: 60,
  bound: 'at least',
  source: 'art. 42(8)',
  sure: 'MEM+',
} as const;
const pending = {
  what: 'data stay preserved while a request is pending',
  bound: 'until decided',
  source: 'art. 42(8)',
  sure: 'MEM+',
} as const;
const days90 = {
  what: 'one order to preserve at home',
  days: 90,
  bound: 'at most',
  source: 'art. 25(2)',
  sure: 'MEM+',
} as const;
const soon = { what: 'execution', bound: 'as soon as possible', source: 'art. 40(26)', sure: 'MEM+' } as const;

export const measureTable = Object.freeze({
  preservation: {
    article: '42',
    groundsAre: 'closed',
    clocks: [
      { what: 'preservation', bound: 'as soon as possible', source: 'art. 42(4)', sure: 'MEM+' },
      days60,
      pending,
      days90,
    ],
    decides: 'case officer; 24/7 contact point',
  },
  'traffic-disclosure': {
    article: '43',
    groundsAre: 'closed',
    clocks: [{ what: 'disclosure', bound: 'as soon as possible', source: 'art. 43(1)', sure: 'MEM+' }],
    decides: 'case officer, then an independent authority',
  },
  'stored-data': {
    article: '44',
    groundsAre: 'open',
    clocks: [
      soon,
      { what: 'expedited where data may be lost', bound: 'as soon as possible', source: 'art. 44(3)', sure: 'MEM+' },
    ],
    decides: 'case officer, then an independent authority',
  },
  'real-time-traffic': {
    article: '45',
    groundsAre: 'open',
    clocks: [soon],
    decides: 'nobody: this system carries none',
  },
  interception: { article: '46', groundsAre: 'open', clocks: [soon], decides: 'nobody: this system carries none' },
  'emergency-disclosure': {
    article: '41(3)(e)',
    groundsAre: 'open',
    clocks: [{ what: 'answer at any hour', bound: 'as soon as possible', source: 'art. 41(1), 41(3)', sure: 'MEM?' }],
    decides: 'case officer on duty, then an independent authority',
  },
  'spontaneous-information': {
    article: '40(4)',
    groundsAre: 'open',
    clocks: [],
    decides: 'case officer, then an independent authority',
  },
  'onward-transfer': {
    article: '36(3)',
    groundsAre: 'open',
    clocks: [],
    decides: 'case officer of the State that sent, then an independent authority',
  },
  'other-use': {
    article: '40(19)',
    groundsAre: 'open',
    clocks: [],
    decides: 'case officer of the State that sent, then an independent authority',
  },
} as const satisfies Record<Matter, MeasureInfo>);
