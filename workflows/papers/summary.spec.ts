import type { MaterialCase } from './material';
import { summary } from './summary';

const of = (procedure: string, id: number, { state = '', ...context }: Record<string, string>) =>
  ({
    case: `${procedure}/${id}`,
    procedure,
    view: { context, isIn: (path: string) => path === state },
  }) as unknown as MaterialCase;

const said = (...cases: MaterialCase[]) =>
  summary({ asAt: '2018-07-26', cases, obligations: [] }).text;

const sent = { transmittedOn: '2018-06-13' };
const answered = { ...sent, repliedOn: '2018-07-01' };

describe('The sentence on where the decision stands', () => {
  it('speaks of one topic in the singular', () => {
    expect(said(of('topic', 1, { state: 'live' }))).toEqual({
      en: '1 topic has been submitted and is still before it',
      fr: '1 sujet a été soumis et est encore devant lui',
      es: '1 tema ha sido presentado y sigue ante él',
    });
    expect(said(of('topic', 1, {}))).toEqual({
      en: '1 topic has been submitted and is no longer before it',
      fr: "1 sujet a été soumis et n'est plus devant lui",
      es: '1 tema ha sido presentado y ya no está ante él',
    });
  });

  it('counts several, and those among them that are live', () => {
    const { en } = said(of('topic', 1, {}), of('topic', 2, { state: 'live' }));
    expect(en).toBe('2 topics have been submitted, 1 of which is still before it');
  });

  it('speaks of one request in the singular', () => {
    expect(said(of('referral', 1, answered))).toEqual({
      en: '1 request for assistance has been transmitted and has been answered',
      fr: "1 demande d'assistance a été transmise et a reçu une réponse",
      es: '1 solicitud de asistencia ha sido transmitida y ha recibido respuesta',
    });
    expect(said(of('referral', 1, sent))).toEqual({
      en: '1 request for assistance has been transmitted and has not been answered',
      fr: "1 demande d'assistance a été transmise et n'a pas reçu de réponse",
      es: '1 solicitud de asistencia ha sido transmitida y no ha recibido respuesta',
    });
  });

  it('counts several, and those among them that were answered', () => {
    const { en } = said(of('referral', 1, sent), of('referral', 2, answered));
    expect(en).toBe(
      '2 requests for assistance have been transmitted, 1 of which has been answered',
    );
  });
});
