import { scenarios, took, type Told } from '@rapporteur/kernel';
import { procedures } from '../registry';
import { request, theGroupAtWork } from '../told-referral';

const { given } = scenarios(procedures);
const name = 'referral/ecommerce-trips';
const of = request(name);

const drafted: readonly Told[] = [...theGroupAtWork, of.drafted()];
const undated: readonly Told[] = [...drafted, of.agreed(), of.transmitted()];
const dated: readonly Told[] = [...drafted, of.agreed({ replyBy: '2018-09-14' }), of.transmitted()];
const missed: readonly Told[] = [...dated, of.replyAwaited('2018-09-15', '2018-09-14')];

const replies = (steps: readonly Told[], day: string) => given(...steps).obligations(name, day);
const statuses = (steps: readonly Told[], day: string) =>
  replies(steps, day).map(({ status }) => status);

describe('the reply to a request (D13)', () => {
  it('is not due before the request is transmitted', () => {
    expect(replies([...drafted, of.agreed({ replyBy: '2018-09-14' })], '2018-10-01')).toEqual([]);
  });

  it('is awaited, never overdue, where the request set no date', () => {
    expect(replies(undated, '2019-12-31')).toMatchObject([
      {
        number: 'D13',
        status: 'awaited',
        awaitedSince: '2018-04-23',
        soft: true,
        isBreached: false,
        windows: [],
        sentence: {
          fr: "Réponse de l'organe à la demande d'assistance: attendu depuis le 23 avril 2018; le texte ne fixe pas de date.",
        },
      },
    ]);
  });

  it.each([
    ['a report', of.reported('2018-09-14')],
    ['a nil report', of.nil('2018-09-14')],
    ['a report in part', of.inPart('2018-09-14')],
  ])('is met by %s, on the last day of a date set', (_what, told) => {
    expect(statuses(dated, '2018-09-14')).toEqual(['open']);
    expect(replies([...dated, told], '2018-12-31')).toMatchObject([
      { status: 'met', metOn: '2018-09-14', isBreached: false },
    ]);
    expect(statuses([...undated, told], '2018-12-31')).toEqual(['met']);
  });

  it('is not met by an interim report, a receipt or an acceptance', () => {
    const begun = [of.acknowledged(), of.accepted('2018-06-05'), of.interim('2018-07-20')];
    expect(statuses([...dated, ...begun], '2018-09-14')).toEqual(['open']);
    expect(statuses([...undated, ...begun], '2018-09-14')).toEqual(['awaited']);
  });

  it('has passed when the day set has, and stays late after it has come', () => {
    expect(replies(missed, '2018-09-15')).toMatchObject([
      {
        status: 'overdue',
        isBreached: true,
        sentence: {
          en: 'Reply of the body to the request for assistance: not done (due by 14 September 2018): the body had not reported by the day set in the request.',
          fr: "Réponse de l'organe à la demande d'assistance: non fait (à faire au plus tard le 14 septembre 2018): l'organe n'avait pas rendu compte au jour fixé dans la demande.",
        },
      },
    ]);
    const late = [...missed, of.reported('2018-10-09'), of.noted('2018-10-15')];
    expect(replies(late, '2018-12-31')).toMatchObject([
      { status: 'breached', isBreached: true, metOn: '2018-10-09' },
    ]);
  });

  it('follows a new date, the old one being kept as superseded', () => {
    const moved = [...dated, of.replyDateSet('2018-09-10', '2018-11-30')];
    expect(replies(moved, '2018-10-01')).toMatchObject([
      { status: 'superseded', supersededOn: '2018-09-10', windows: [{ to: '2018-09-14' }] },
      { status: 'open', windows: [{ to: '2018-11-30' }] },
    ]);
    const moreTime = [...missed, of.replyDateSet('2018-10-01', '2018-11-30')];
    expect(statuses(moreTime, '2018-10-02')).toEqual(['overdue', 'open']);
  });

  it('is not due any more once the request is recalled or declined; a breach stays', () => {
    for (const end of [of.recalled('2018-07-02'), of.declined('2018-07-02')]) {
      expect(statuses([...undated, end], '2018-12-31')).toEqual([]);
      expect(statuses([...dated, end], '2018-12-31')).toEqual(['superseded']);
    }
    expect(replies([...missed, of.recalled('2018-10-01')], '2018-12-31')).toMatchObject([
      { status: 'overdue', isBreached: true },
    ]);
  });
});

describe('the clock', () => {
  it('says that a reply is awaited on the day after the one set, not before', () => {
    expect(given(...dated).due(name, '2018-09-14')).toEqual([]);
    const proposed = {
      type: 'referral.replyAwaited',
      confirm: false,
      occurredOn: '2018-09-15',
      data: { dueOn: '2018-09-14' },
    };
    expect(given(...dated).due(name, '2018-09-15')).toEqual([proposed]);
    expect(given(...dated).due(name, '2018-12-31')).toEqual([proposed]);
  });

  it('says it once, and not of a request that set no date, was answered or has ended', () => {
    for (const steps of [
      missed,
      undated,
      [...dated, of.nil('2018-06-05')],
      [...dated, of.declined('2018-06-05')],
      [...drafted, of.agreed({ replyBy: '2018-09-14' })],
    ]) {
      expect(given(...steps).due(name, '2018-12-31')).toEqual([]);
    }
  });

  it('says it again when a new day was set and has passed', () => {
    const moved = [...missed, of.replyDateSet('2018-10-01', '2018-11-30')];
    expect(given(...moved).due(name, '2018-11-30')).toEqual([]);
    expect(given(...moved).due(name, '2018-12-01')).toMatchObject([{ occurredOn: '2018-12-01' }]);
  });

  it('is silent while the group is suspended', () => {
    const authority = { authority: 'WT/L/SIM/9' };
    const group = (type: string, day: string) =>
      took('workingGroup/ecommerce', `workingGroup.${type}`, authority, day);
    const suspended = [...dated, group('suspended', '2018-09-01')];
    expect(given(...suspended).due(name, '2018-10-01')).toEqual([]);
    const resumed = [...suspended, group('resumed', '2018-10-02')];
    expect(given(...resumed).due(name, '2018-10-02')).toHaveLength(1);
  });

  it('had spoken when a reply of an earlier day is entered: the reply takes its place', () => {
    const then = given(...missed).when(of.reported('2018-09-10'));
    expect(then.state(name)).toEqual({ asked: { reply: 'reported', timing: 'replied' } });
    expect(then.obligations(name, '2018-12-31')).toMatchObject([
      { status: 'met', metOn: '2018-09-10' },
    ]);
  });
});
