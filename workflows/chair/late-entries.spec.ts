import { scenarios, type Told } from '@rapporteur/kernel';
import { procedures } from '../registry';
import {
  blocked,
  consultations,
  consulting,
  designated,
  heldOver,
  holding,
  interim,
  noted,
  resigned,
  termEnded,
  tookOffice,
  vacant,
} from '../told-chair';

const { given } = scenarios(procedures);
const name = 'chair/ecommerce';

describe('a consensus noted at the meeting of the designation, entered when the minutes came', () => {
  const sameDay = [...consulting, designated('2018-03-07'), tookOffice('2018-03-08')];

  it('stands before the designation when it is said to be first of the day', () => {
    const then = given(...sameDay).when(noted({ occurredOn: '2018-03-07', follows: -1 }));
    expect(then.state(name)).toEqual({ inOffice: 'regular' });
    expect(then.context(name)).toMatchObject({ notedRef: 'HOLDER-A', holderRef: 'HOLDER-A' });
    expect(then.decision?.from).toBe('consultations');
    expect(then.decision?.consequences).toEqual([]);
  });

  it('is refused when its order on the day is left to the order of recording', () => {
    const then = given(...sameDay).when(noted('2018-03-07'));
    expect(then.refusedBy).toEqual(['chair.consensusNoted.order']);
  });

  it('does not follow a step of another day', () => {
    const then = given(...sameDay).when(noted({ occurredOn: '2018-03-07', follows: 1 }));
    expect(then.refusal?.reasons[0]?.field).toBe('follows');
  });
});

describe('a blocked designation entered late', () => {
  it('stands before the designation that came after it', () => {
    const then = given(...holding).when(blocked('2018-02-15'));
    expect(then.decision?.from).toBe('consultations');
    expect(then.decision?.to).toBe('blocked');
    expect(then.state(name)).toEqual({ inOffice: 'regular' });
  });

  it('is refused where nobody had been consulted', () => {
    const then = given(...vacant, designated('2018-03-07')).when(blocked('2018-03-01'));
    expect(then.refusedBy).toEqual(['chair.designationBlocked.order']);
  });
});

describe('a successor designated, of which the register learns late', () => {
  const over = [...holding, termEnded('2019-02-12')];
  const successor = designated('2019-02-05', 'full', 'HOLDER-B');

  it('is the one designated from the day on which the term ended', () => {
    const then = given(...over).when(successor);
    expect(then.stateAt(name, '2019-02-11')).toEqual({ inOffice: 'regular' });
    expect(then.state(name)).toBe('designated');
    expect(then.context(name)).toMatchObject({ holderRef: 'HOLDER-B', successorRef: null });
  });

  it('is so as well when an interim chair has presided since', () => {
    const then = given(...over, interim('2019-03-12')).when(successor);
    expect(then.state(name)).toEqual({ inOffice: 'interim' });
    expect(then.context(name)).toMatchObject({ holderRef: 'HOLDER-I', successorRef: 'HOLDER-B' });
  });

  it('shows that a chair was held over without need', () => {
    const held = [...holding, heldOver('2019-02-12')];
    const then = given(...held).when(successor);
    expect(then.decision?.consequences).toMatchObject([
      { rule: 'chair.heldOverForWantOfSuccessor', before: true, after: false },
    ]);
    expect(then.state(name)).toEqual({ inOffice: 'holdover' });
  });

  it('is refused where consultations are recorded that could not have followed', () => {
    const then = given(...over, consultations('2019-02-20')).when(successor);
    expect(then.refusal?.code).toBe('laterStepImpossible');
    expect(then.refusedBy).toEqual(['chair.consultationsOpened.order']);
  });
});

describe('consultations on a successor, of which the register learns late', () => {
  it('go on when the term ends, and those opened after it are another round', () => {
    const after = [...holding, termEnded('2019-02-12'), consultations('2019-02-20')];
    const then = given(...after).when(consultations('2019-01-15'));
    expect(then.stateAt(name, '2019-02-12')).toBe('consultations');
    expect(then.state(name)).toBe('consultations');
  });

  it('give the same case whatever was recorded first', () => {
    const opened = consultations('2019-01-15');
    const agreed = noted('2019-01-28', 'HOLDER-B');
    const successor = designated('2019-02-05', 'full', 'HOLDER-B');
    const orders = [
      [opened, agreed, successor, termEnded('2019-02-12')],
      [termEnded('2019-02-12'), successor, opened, agreed],
      [successor, opened, termEnded('2019-02-12'), agreed],
    ];
    const ends = orders.map((order) => given(...holding, ...order));
    const [first] = ends;
    ends.forEach((end) => {
      expect(end.state(name)).toBe('designated');
      expect(end.context(name)).toEqual(first?.context(name));
    });
  });
});

describe('entered late after the clock held the chair over', () => {
  const byTheClock = heldOver('2019-03-10');
  const successor = designated('2019-03-05', 'full', 'HOLDER-B');

  it.each<[string, readonly Told[], Told]>([
    ['who resigned, has left', [], resigned('2019-02-15')],
    ['who resigned as from a later day, is leaving', [], resigned('2019-02-15', '2019-03-20')],
    [
      'whose name was noted',
      [consultations('2019-01-15'), noted('2019-01-28')],
      resigned('2019-02-15'),
    ],
    [
      'whose designation was blocked',
      [consultations('2019-01-15'), blocked('2019-01-28')],
      resigned('2019-02-15'),
    ],
    ['during consultations', [consultations('2019-01-15')], resigned('2019-02-15')],
    ['whose successor was designated', [successor], resigned('2019-03-06')],
    ['whose successor took office', [successor], tookOffice('2019-03-08')],
    ['who was followed ad interim', [resigned('2019-02-15')], interim('2019-03-01')],
  ])('a chair %s as if it had not', (_what, more, truth) => {
    const inOrder = given(...holding, ...more).when(truth);
    const late = given(...holding, byTheClock, ...more).when(truth);
    expect(late.refusedBy).toEqual([]);
    expect(late.state(name)).toEqual(inOrder.state(name));
    expect(late.context(name)).toEqual(inOrder.context(name));
  });
});

describe('entered late after the clock ended the term', () => {
  const successor = designated('2019-01-28', 'full', 'HOLDER-B');

  it('a successor in office stays in office', () => {
    const inOrder = given(...holding, successor).when(tookOffice('2019-02-11'));
    const late = given(...holding, successor, termEnded('2019-02-12')).when(
      tookOffice('2019-02-11'),
    );
    expect(late.state(name)).toEqual(inOrder.state(name));
    expect(late.context(name)).toEqual(inOrder.context(name));
  });

  it('a chair who resigned before has left', () => {
    const gone = given(...holding, termEnded('2019-02-12')).when(resigned('2019-02-01'));
    expect(gone.state(name)).toBe('vacant');
    expect(gone.context(name)).toMatchObject({ leftMidTerm: true });
  });
});
