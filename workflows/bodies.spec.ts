import type { Party } from '@rapporteur/kernel';
import { bodies, bodyName, isActOfBody, isActOfMember } from './bodies';

describe('the bodies', () => {
  it('are the Ministerial Conference, the General Council, the group and the four of 1998', () => {
    expect(Object.keys(bodies)).toHaveLength(7);
    expect(bodyName('generalCouncil')).toEqual({
      en: 'General Council',
      fr: 'Conseil général',
      es: 'Consejo General',
    });
  });

  it('have names in each language, all different', () => {
    for (const language of ['en', 'fr', 'es'] as const) {
      const names = Object.values(bodies).map((name) => name[language].trim());
      expect(new Set(names.filter((name) => name !== '')).size).toBe(7);
    }
  });

  it('of which nothing else is known are called by their ids', () => {
    const id = 'tradeFacilitationCommittee';
    expect(bodyName(id)).toEqual({ en: id, fr: id, es: id });
  });
});

describe('an act of a body', () => {
  const isOf = (body: string, party?: Party) => isActOfBody(party ? { party } : {}, body);

  it('is that of the body, or of its chair', () => {
    expect(isOf('tripsCouncil', { role: 'body', of: 'tripsCouncil' })).toBe(true);
    expect(isOf('tripsCouncil', { role: 'chair', of: 'tripsCouncil' })).toBe(true);
    expect(isOf('tripsCouncil', { role: 'body', of: 'goodsCouncil' })).toBe(false);
    expect(isOf('tripsCouncil', { role: 'chair', of: 'goodsCouncil' })).toBe(false);
  });

  it('may be that of the General Council or of the Ministerial Conference in their own role', () => {
    expect(isOf('generalCouncil', { role: 'generalCouncil' })).toBe(true);
    expect(isOf('ministerialConference', { role: 'ministerialConference' })).toBe(true);
    expect(isOf('generalCouncil', { role: 'ministerialConference' })).toBe(false);
    expect(isOf('tripsCouncil', { role: 'generalCouncil' })).toBe(false);
    expect(isOf('generalCouncil', { role: 'body', of: 'generalCouncil' })).toBe(true);
  });

  it('cannot be told when nobody has said whose, or of which body', () => {
    expect(isOf('tripsCouncil')).toBe('notComputable');
    expect(isOf('tripsCouncil', { role: 'body' })).toBe('notComputable');
    expect(isOf('tripsCouncil', { role: 'chair' })).toBe('notComputable');
    expect(isOf('tripsCouncil', { role: 'secretariat' })).toBe('notComputable');
    expect(isOf('tripsCouncil', { role: 'member', of: 'tripsCouncil' })).toBe('notComputable');
  });
});

describe('an act of a Member', () => {
  const isOf = (of: readonly string[], party?: Party) => isActOfMember(party ? { party } : {}, of);

  it('is that of one of those named', () => {
    expect(isOf(['RUS', 'BRA'], { role: 'member', of: 'BRA' })).toBe(true);
    expect(isOf(['RUS'], { role: 'member', of: 'BRA' })).toBe(false);
    expect(isOf([], { role: 'member', of: 'BRA' })).toBe(false);
  });

  it('cannot be told when nobody has said which Member, or it is no Member', () => {
    expect(isOf(['RUS'])).toBe('notComputable');
    expect(isOf(['RUS'], { role: 'member' })).toBe('notComputable');
    expect(isOf(['RUS'], { role: 'observer', of: 'RUS' })).toBe('notComputable');
  });
});
