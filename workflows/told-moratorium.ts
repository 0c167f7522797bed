import { took, type Told } from '@rapporteur/kernel';
import {
  mc12Called,
  mc12Held,
  mc12In2019,
  mc12InJune2020,
  mc12InJune2022,
  mc13Dated,
  mc13Held,
} from './told-session';

// How the practice of paragraph 7 fared, as scenarios and clock tell it.

export const name = 'moratorium/practice';

type When = Exclude<Parameters<typeof took>[3], string>;
export const practice = (type: string, data: object, when: When): Told =>
  took(name, `moratorium.${type}`, data, when);

const engine = { id: 'engine', role: 'clock' } as const;
export const asDrafted = { anyOf: [{ event: 'nextSession' }, { date: '2019-12-31' }] };
export const maintained = (term: object = asDrafted) =>
  practice(
    'maintained',
    { term, para: '7' },
    { occurredOn: '2017-12-13', actor: engine, links: { parent: 'decision/ecommerce' } },
  );
export const byClock = (type: string, data: object, day: string) =>
  practice(type, data, { occurredOn: day, actor: engine });
export const decided = (
  type: 'termClarified' | 'extended',
  day: string,
  data: object,
  more: Partial<When> = {},
) =>
  practice(type, data, {
    occurredOn: day,
    decision: { mode: 'consensus' },
    onBehalfOf: { role: 'generalCouncil' },
    ...more,
  });
export const bySymbol = (type: 'madePermanent' | 'ended', day: string, more: Partial<When> = {}) =>
  practice(
    type,
    { symbol: 'WT/L/SIM/9' },
    { occurredOn: day, decision: { mode: 'consensus' }, ...more },
  );

export const neared = byClock('nearedTerm', { date: '2019-12-09' }, '2019-10-14');
export const moved = byClock(
  'termMoved',
  { oldDate: '2019-12-09', newDate: '2020-06-08' },
  '2019-11-01',
);
export const diverged = byClock(
  'anchorDiverged',
  {
    readings: [
      { label: 'date', date: '2019-12-31' },
      { label: 'nextSession', date: '2020-06-08' },
    ],
  },
  '2018-10-18',
);
export const untilMc12 = { anyOf: [{ session: 'mc12' }] };
export const clarified = decided('termClarified', '2019-12-10', {
  symbol: 'WT/L/SIM/1079',
  term: untilMc12,
});
export const untilMc13 = {
  anyOf: [{ session: 'session/mc13' }, { date: '2024-03-31' }],
  unless: 'extended',
};
const conference = { onBehalfOf: { role: 'ministerialConference' } } as const;
export const extendedToMc13 = decided(
  'extended',
  '2022-06-17',
  { symbol: 'WT/L/SIM/1143', term: untilMc13 },
  conference,
);
export const untilMc14 = { earliestOf: [{ session: 'mc14' }, { date: '2026-03-31' }] };
export const extendedToMc14 = decided(
  'extended',
  '2024-03-02',
  { symbol: 'WT/L/SIM/1193', term: untilMc14 },
  conference,
);
export const lapsed = (date = '2026-03-30', reading = 'session/mc14', day = '2026-03-31') =>
  practice('lapsed', { reading, date }, { occurredOn: day });

export const in2019: readonly Told[] = [mc12Called, maintained(), mc12In2019];
export const contested: readonly Told[] = [...in2019, mc12InJune2020, diverged];
export const settled: readonly Told[] = [...contested, clarified];
export const extendedTwice: readonly Told[] = [
  ...settled,
  mc12InJune2022,
  ...mc12Held,
  extendedToMc13,
  mc13Dated,
  ...mc13Held,
  extendedToMc14,
];
