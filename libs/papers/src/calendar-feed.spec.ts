import { isRefusal, type Language } from '@rapporteur/kernel';
import ICAL from 'ical.js';
import { brought, type Brought } from '../test/registers';
import { calendarFeed, type CalendarQuestion } from '.';

jest.setTimeout(60_000);

let drafted: Brought;
beforeAll(async () => {
  drafted = await brought('as-drafted', '2019-01-31');
});
afterAll(() => drafted.engine.stop());

async function feed(question: CalendarQuestion, language: Language = 'en', of = drafted) {
  const answer = await calendarFeed({ ...of.source, engine: of.engine }, question, language);
  if (isRefusal(answer)) throw new Error(JSON.stringify(answer));
  return answer.text;
}

/** An event as whoever subscribes reads it. */
function eventsIn(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      summary: event.summary,
      description: event.description,
      isWholeDays: event.startDate.isDate,
      from: event.startDate.toString(),
      until: event.endDate.toString(),
      status: component.getFirstPropertyValue('status'),
      sequence: Number(component.getFirstPropertyValue('sequence')),
      stamp: String(component.getFirstPropertyValue('dtstamp')),
    };
  });
}

/** When the last record was recorded, as iCalendar writes it: in whole seconds. */
async function lastStamp({ engine }: Brought): Promise<string> {
  let last = '';
  for await (const { metadata } of engine.reading.store.readAll()) {
    last = String(metadata['recordedAt']);
  }
  return last.replace(/\.\d+Z$/, 'Z');
}

const asAt = '2018-07-26';

describe('The calendar feed', () => {
  it('has every meeting as whole days, under the case’s name', async () => {
    const events = eventsIn(await feed({ asAt, knownOn: asAt }));
    expect(events.find(({ uid }) => uid === 'meeting/gc-2018-07-26@as-drafted')).toMatchObject({
      summary: 'General Council, 26 July 2018',
      isWholeDays: true,
      from: '2018-07-26',
      until: '2018-07-27',
      status: 'CONFIRMED',
      sequence: 0,
    });
    expect(events.every(({ isWholeDays }) => isWholeDays)).toBe(true);
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
  });

  it('tells a meeting that is convened from one that is only planned', async () => {
    const status = async (day: string) =>
      eventsIn(await feed({ asAt: day })).find(({ uid }) => uid.startsWith('meeting/gc-2018-10-18'))
        ?.status;
    expect(await status('2018-07-26')).toBe('TENTATIVE');
    expect(await status('2018-10-17')).toBe('CONFIRMED');
  });

  it('moves a session with its number, and leaves the old deadlines called off', async () => {
    const on = async (day: string) => eventsIn(await feed({ asAt: day, knownOn: day }));
    const session = (events: Awaited<ReturnType<typeof on>>) =>
      events.find(({ uid }) => uid === 'session/mc12@as-drafted');
    const [july, november] = [await on('2018-07-26'), await on('2018-11-30')];
    expect(session(july)).toMatchObject({ from: '2019-12-09', status: 'CONFIRMED' });
    expect(session(november)?.from).toBe('2020-06-08');
    expect(session(november)!.sequence).toBeGreaterThan(session(july)!.sequence);
    const called = november.filter(({ uid }) => uid.startsWith('ministerialReport/'));
    expect(called.filter(({ status }) => status === 'CANCELLED').length).toBeGreaterThan(0);
    const uids = new Set(november.map(({ uid }) => uid));
    expect(july.map(({ uid }) => uid).filter((uid) => !uids.has(uid))).toEqual([]);
  });

  it('has every deadline on its last day, with its sentence', async () => {
    const events = eventsIn(await feed({ asAt, knownOn: asAt }, 'fr'));
    const late = events.find(({ uid }) => uid === 'chair/ecommerce#chair.designation@as-drafted');
    expect(late).toMatchObject({
      from: '2018-02-28',
      until: '2018-03-01',
      summary: 'Fait hors délai: Désignation du président du Groupe de travail',
    });
    expect(late?.description).toContain("le Conseil général n'a pas tenu de réunion en février");
    const december = events.find(({ uid }) => uid.startsWith('review/ecommerce-2018-12#'));
    expect(december?.summary).toBe('Échéance: Examen périodique de décembre 2018');
  });

  it('is named after the register, and says that it is a simulation', async () => {
    const name = async (language: Language) =>
      new ICAL.Component(ICAL.parse(await feed({ asAt }, language))).getFirstPropertyValue(
        'x-wr-calname',
      );
    expect(await name('en')).toBe(`SIMULATION: ${drafted.register.label.en}`);
    expect(await name('es')).toBe(`SIMULACIÓN: ${drafted.register.label.es}`);
  });

  it('has no line over 75 bytes, and is the same on the same basis, whatever came since', async () => {
    const early = await brought('as-drafted', '2018-10-01T22:00');
    const { size } = early.engine.log;
    const lastRecorded = await lastStamp(early);
    const first = await feed({ asAt }, 'es', early);
    await early.engine.stop();
    const again = await feed({ asAt, knownOn: `@${size}` }, 'es');
    expect(again).toBe(first);
    const lines = again.split('\r\n');
    expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
    const stamps = new Set(eventsIn(again).map(({ stamp }) => stamp));
    expect([...stamps]).toEqual([lastRecorded]);
    expect(size).toBeLessThan(drafted.engine.log.size);
  });

  it('is refused for a date that is none', async () => {
    const question = { asAt: 'tomorrow' };
    const answer = await calendarFeed(
      { ...drafted.source, engine: drafted.engine },
      question,
      'en',
    );
    expect(answer).toMatchObject({ outcome: 'refused', code: 'invalid' });
  });
});
