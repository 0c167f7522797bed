import { payloadSchema, scenarios } from '@rapporteur/kernel';
import { procedures } from '../registry';
import { designated, interim, termEnded, tookOffice, vacant } from '../told-chair';
import { chair as procedure } from '.';

const { given } = scenarios(procedures);
const name = 'chair/ecommerce';

describe('an interim chair', () => {
  it('serves until the meeting closes, or until a chair designated meanwhile takes office', () => {
    const presiding = [...vacant, interim('2018-04-16')];
    expect(
      given(...presiding)
        .when(termEnded('2018-04-16'))
        .state(name),
    ).toBe('vacant');
    const meanwhile = [...presiding, designated('2018-05-08')];
    expect(given(...meanwhile).state(name)).toEqual({ inOffice: 'interim' });
    const then = given(...meanwhile).when(tookOffice('2018-05-09'));
    expect(then.state(name)).toEqual({ inOffice: 'regular' });
    expect(then.context(name)).toMatchObject({ holderRef: 'HOLDER-A', interimScope: null });
  });

  it('gives way to another for another meeting', () => {
    const then = given(...vacant, interim('2018-04-16')).when(
      interim('2018-05-14', { meetingId: 'wg-4' }),
    );
    expect(then.context(name)).toMatchObject({
      interimScope: { meetingId: 'wg-4' },
      interimAt: ['wg-3', 'wg-4'],
    });
  });

  it('may preside while the chair designated has not taken office, and leaves the designation', () => {
    const between = [...vacant, designated('2018-03-07'), interim('2018-04-16')];
    expect(given(...between).state(name)).toEqual({ inOffice: 'interim' });
    const then = given(...between).when(termEnded('2018-04-16'));
    expect(then.state(name)).toBe('designated');
    expect(then.context(name)).toMatchObject({ holderRef: 'HOLDER-A', term: 'full' });
  });

  it('is appointed for a meeting or until a day, and says which', () => {
    const appointed = (scope: object) => given(...vacant).when(interim('2018-04-16', scope));
    const refused = appointed({});
    expect(refused.refusal?.code).toBe('notPossible');
    expect(refused.refusedBy).toEqual(['chair.interimScopeSaid']);
    expect(refused.refusal?.reasons[0]?.message.fr).toContain(
      "pour une réunion ou jusqu'à une date",
    );
    const verdicts = appointed({ until: '2018-05-07' }).decision?.verdicts;
    expect(verdicts).toMatchObject({ 'chair.interimScopeSaid': true });
    const schema = payloadSchema(procedure.steps['chair.interimAppointed']!.payload);
    expect(schema['$defs']).toMatchObject({
      InterimScope: { anyOf: [{ required: ['meetingId'] }, { required: ['until'] }] },
    });
  });
});
