import { isIn, scenarios, type CalendarFacts, type Told } from '@rapporteur/kernel';
import { procedures } from '../registry';
import * as told from '../told-session';
import { session } from '.';

const { given } = scenarios(procedures);
const name = 'session/mc12';

/** How the session stands in the calendar after these steps. */
function facts(...steps: readonly Told[]): CalendarFacts | undefined {
  const then = given(...steps);
  const [state, context] = [then.state(name), then.context(name)];
  if (state === undefined || context === undefined) throw new Error(`no case ${name}`);
  const view = { name, revision: 0, state, context, isIn: (path: string) => isIn(state, path) };
  return session.inCalendar?.(view);
}

const agreed = told.mc12InJune2020;

describe('a session in the calendar', () => {
  it('has no day while none is agreed', () => {
    expect(facts(told.mc12Called)).toEqual({
      body: 'ministerialConference',
      spans: [],
      standing: 'expected',
    });
    expect(facts(agreed, told.mc12Off)).toMatchObject({ spans: [], datedOn: '2020-03-12' });
  });

  it('is expected on the days for which it is planned, or off', () => {
    const spans = [{ from: '2020-06-08', to: '2020-06-11' }];
    expect(facts(agreed)).toMatchObject({ spans, standing: 'expected', datedOn: '2018-10-18' });
    const off = facts(agreed, told.sessionCancelled('mc12', '2020-03-12'));
    expect(off).toMatchObject({ spans, standing: 'off', datedOn: '2020-03-12' });
  });

  it('sits from the day on which it was opened to the last planned, and is held until it closed', () => {
    const sits = [agreed, told.sessionOpened('mc12', '2020-06-09')];
    expect(facts(...sits)).toMatchObject({
      spans: [{ from: '2020-06-09', to: '2020-06-11' }],
      standing: 'inSession',
    });
    expect(facts(...sits, told.sessionClosed('mc12', '2020-06-13'))).toMatchObject({
      spans: [{ from: '2020-06-09', to: '2020-06-13' }],
      standing: 'held',
    });
  });

  it('that opened after its last planned day, or without any, sits on that day', () => {
    const spans = [{ from: '2020-06-20', to: '2020-06-20' }];
    const opened = told.sessionOpened('mc12', '2020-06-20');
    expect(facts(agreed, opened)).toMatchObject({ spans });
    expect(facts(told.mc12Called, opened)).toMatchObject({ spans });
  });
});
