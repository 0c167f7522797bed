// What happens in the cases of a large log: decisions, documents and referrals, about ten steps each.
// The same number always tells the same story, so that nothing of it need be kept.

const day = 86_400_000;
/** The log spans ten years. */
const firstDay = Date.UTC(2010, 0, 1);
const lastDay = Date.UTC(2019, 11, 31);

export const isoDay = (time) => new Date(time).toISOString().slice(0, 10);

/** A day of those years, by a number from 0 to 1. */
export const dayAt = (share) =>
  isoDay(firstDay + Math.floor(((lastDay - firstDay) / day) * share) * day);

/** Numbers from 0 to 1 that look like chance and are the same each time (mulberry32). */
export function chance(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * The story of a case: `{procedure, id, steps: [{type, data, occurredOn, recordedAt}], correction}`,
 * in the order recorded. One step in ten is recorded 30 to 200 days late, the others within three
 * days; one case in five has a correction proposed and decided by a second person.
 * @param cases how many there are, spread over the years by their numbers
 */
export function storyOf(number, cases) {
  const random = chance(number + 1);
  const plot = plots[Math.floor(random() * plots.length)];
  const id = `b${String(number).padStart(7, '0')}`;
  let time =
    firstDay + Math.floor(((number + random()) / cases) * ((lastDay - firstDay) / day)) * day;
  const told = plot.tell(id, random, (days) => isoDay(time + days * day));
  const chosen = Math.floor(random() * told.length);
  const lateOne = plot.loose.includes(told[chosen].type) ? chosen : -1;
  const steps = told.map((step, i) => {
    const occurred = time;
    time += (1 + Math.floor(random() * 39)) * day;
    const delay = i === lateOne ? 30 + random() * 170 : random() * 3;
    const data = typeof step.data === 'function' ? step.data(isoDay(occurred)) : step.data;
    const recordedAt = occurred + Math.ceil((delay + 0.4) * day);
    return { type: step.type, data, occurredOn: isoDay(occurred), recordedAt };
  });
  // What would overtake an earlier step of the same case is recorded with it.
  let earliest = 0;
  for (const step of steps) {
    if (step !== steps[lateOne]) earliest = step.recordedAt = Math.max(step.recordedAt, earliest);
  }
  const correction = random() < 0.2 ? correctionOf(steps, plot, random) : undefined;
  return {
    procedure: plot.procedure,
    id,
    steps: steps.toSorted((a, b) => a.recordedAt - b.recordedAt),
    correction,
  };
}

/** Which step is corrected, how, and when that is proposed and decided. */
function correctionOf(steps, { loose }, random) {
  const candidates = steps.filter(({ type }) => loose.includes(type));
  const step = candidates[Math.floor(random() * candidates.length)];
  if (!step) return undefined;
  const proposedAt = step.recordedAt + Math.ceil((5 + random() * 100) * day);
  const decidedAt = proposedAt + Math.ceil((0.5 + random() * 6) * day);
  const kind = random();
  const moved = isoDay(Date.parse(step.occurredOn) - Math.ceil(random() * 5) * day);
  return {
    step,
    proposedAt,
    decidedAt,
    change: kind < 0.2 ? { annul: true } : { occurredOn: moved },
  };
}

const members = [
  'BRA',
  'CAN',
  'CHN',
  'EGY',
  'FRA',
  'IND',
  'JPN',
  'KEN',
  'MEX',
  'NOR',
  'SGP',
  'USA',
];
const oneOf = (items, random) => items[Math.floor(random() * items.length)];
const text = 'The General Council, having considered the communication, decides as follows.';

const plots = [
  {
    procedure: 'decision',
    // These may be missing, or come later, without any other becoming impossible.
    loose: ['decision.corrigendumIssued', 'decision.circulated'],
    tell(id, random) {
      const symbol = `JOB/GC/${id}`;
      const circulated = (version) => ({
        type: 'decision.circulated',
        data: { symbols: [`${symbol}${version}`], jobNo: symbol, restriction: 'restricted' },
      });
      const corrigendum = (n) => ({
        type: 'decision.corrigendumIssued',
        data: { symbol: `WT/L/${id}/Corr.${n}`, paras: ['2'], langs: ['fr'], nature: 'linguistic' },
      });
      const issued = (lang) => ({
        type: 'decision.languageIssued',
        data: { lang, symbol: `WT/L/${id}` },
      });
      const start = [
        {
          type: 'decision.submitted',
          data: { proponents: [oneOf(members, random)], originalLang: 'en', text },
        },
        circulated(''),
        circulated('/Rev.1'),
        circulated('/Rev.2'),
        { type: 'decision.placedOnAgenda', data: { meetingId: `gc-${id}`, itemNo: '4' } },
      ];
      if (random() < 0.2) return [...start, { type: 'decision.deferred', data: {} }];
      if (random() < 0.1) {
        return [
          ...start,
          { type: 'decision.notAdopted', data: { reason: 'There was no consensus.' } },
        ];
      }
      const data = { body: 'generalCouncil', symbols: [`WT/L/${id}`], paras: ['1', '2', '3'] };
      return [
        ...start,
        { type: 'decision.adopted', data },
        issued('fr'),
        corrigendum(1),
        issued('es'),
        corrigendum(2),
      ];
    },
  },
  {
    procedure: 'document',
    loose: [
      'document.translated',
      'document.revised',
      'document.corrected',
      'document.supplemented',
      'document.restrictionExtended',
    ],
    tell(id, random) {
      const symbol = `WT/GC/W/${id}`;
      const version = (kind, mark) => ({
        type: `document.${kind}`,
        data: { symbol: `${symbol}/${mark}` },
      });
      const translated = (lang) => ({ type: 'document.translated', data: { lang } });
      const extended = {
        type: 'document.restrictionExtended',
        data: { member: oneOf(members, random) },
      };
      const data = { symbols: [symbol], access: 'restricted', kind: 'minutes', originalLang: 'en' };
      return [
        { type: 'document.registered', data },
        { type: 'document.circulated', data: {} },
        translated('fr'),
        ...(random() < 0.3 ? [{ ...extended, data: { ...extended.data, days: 60 } }] : []),
        version('revised', 'Rev.1'),
        translated('es'),
        version('corrected', 'Corr.1'),
        ...(random() < 0.8 ? [{ type: 'document.derestricted', data: { rule: 'period' } }] : []),
        version('supplemented', 'Add.1'),
        version('corrected', 'Corr.2'),
        version('revised', 'Rev.2'),
      ];
    },
  },
  {
    procedure: 'referral',
    loose: [
      'referral.acknowledged',
      'referral.accepted',
      'referral.interimReported',
      'referral.replyDateSet',
    ],
    tell(id, random, inDays) {
      const symbol = `IP/C/${id}`;
      const questions = [
        { id: 'q1', text: 'Which provisions bear on the supply by electronic means?' },
      ];
      const replyBy = inDays(100 + Math.floor(random() * 300));
      const drafted = { topicIds: ['customs'], body: 'tripsCouncil', questions };
      const start = [
        { type: 'referral.drafted', data: drafted },
        { type: 'referral.drafted', data: { ...drafted, topicIds: ['customs', 'privacy'] } },
        { type: 'referral.agreed', data: { replyBy } },
        { type: 'referral.transmitted', data: (date) => ({ symbol, date }) },
        { type: 'referral.acknowledged', data: {} },
        { type: 'referral.accepted', data: { scope: random() < 0.7 ? 'full' : 'partial' } },
        {
          type: 'referral.replyDateSet',
          data: { replyBy: inDays(200 + Math.floor(random() * 300)) },
        },
        { type: 'referral.interimReported', data: { symbol: `${symbol}/Add.1` } },
      ];
      // Some are called back, and some are never answered.
      if (random() < 0.1) {
        return [...start, { type: 'referral.recalled', data: { reason: 'Overtaken by events.' } }];
      }
      if (random() < 0.03) return start;
      return [
        ...start,
        { type: 'referral.reportedInPart', data: { symbol, answered: ['q1'] } },
        { type: 'referral.reported', data: { symbol: `${symbol}/Rev.1`, answered: ['q1'] } },
        { type: 'referral.noted', data: { meetingId: `wg-${id}`, remaining: [] } },
      ];
    },
  },
];
