import { refuse } from './refusal';
import { languages } from './text';
import { actingFor, partyName, roles, type Act, type Actor, type Party } from './who';

const cite = { instrument: 'Standing orders', paragraph: '1' };
const act = (...by: readonly Party[]): Act => ({ type: 'motion.tabled', by, cite });

const ofAnyMember = act({ role: 'member' });
const ofCouncil = act({ role: 'generalCouncil' });
const ofSeveral = act({ role: 'generalCouncil' }, { role: 'body', of: 'committee' });
const ofSecretariat = act({ role: 'secretariat' });

const russia: Actor = { id: 'delegate-1', role: 'member', of: 'RUS' };
const registrar: Actor = { id: 'registrar-1', role: 'secretariat' };
const operator: Actor = { id: 'operator-1', role: 'operator' };
const auditor: Actor = { id: 'auditor-1', role: 'auditor' };

const refusedBy = (result: ReturnType<typeof actingFor>) =>
  result && 'outcome' in result ? result.reasons.map(({ rule }) => rule) : [];

describe('an act of a Member', () => {
  it('is recorded by that Member for itself, on nobody’s behalf', () => {
    expect(actingFor(ofAnyMember, russia)).toBeUndefined();
  });

  it('may say that it is on the Member’s own behalf', () => {
    expect(actingFor(ofAnyMember, russia, { role: 'member', of: 'RUS' })).toBeUndefined();
  });

  it('is not recorded by a Member on behalf of another', () => {
    const result = actingFor(ofAnyMember, russia, { role: 'member', of: 'BRA' });
    expect(refusedBy(result)).toEqual(['motion.tabled.by']);
  });

  it('is recorded by the Secretariat on behalf of the Member named', () => {
    const brazil: Party = { role: 'member', of: 'BRA' };
    expect(actingFor(ofAnyMember, registrar, brazil)).toEqual(brazil);
  });

  it('that only one Member can take is not taken by another', () => {
    const ofBrazil = act({ role: 'member', of: 'BRA' });
    expect(refusedBy(actingFor(ofBrazil, russia))).toEqual(['motion.tabled.by']);
  });
});

describe('an act of the General Council', () => {
  it('recorded by the Secretariat is on the Council’s behalf, without its being said', () => {
    expect(actingFor(ofCouncil, registrar)).toEqual({ role: 'generalCouncil' });
  });

  it('recorded by the operator at the store is on the Council’s behalf too', () => {
    expect(actingFor(ofCouncil, operator)).toEqual({ role: 'generalCouncil' });
  });

  it('is not recorded on behalf of somebody whose act it is not', () => {
    const body: Party = { role: 'body', of: 'committee' };
    expect(refusedBy(actingFor(ofCouncil, registrar, body))).toEqual(['motion.tabled.by']);
    expect(refusedBy(actingFor(ofCouncil, operator, body))).toEqual(['motion.tabled.by']);
  });

  it('is not an act of a Member, nor of the clock', () => {
    expect(refusedBy(actingFor(ofCouncil, russia))).toEqual(['motion.tabled.by']);
    const engine: Actor = { id: 'engine', role: 'clock' };
    expect(refusedBy(actingFor(ofCouncil, engine))).toEqual(['motion.tabled.by']);
  });
});

describe('an act of one of several', () => {
  it('is recorded by the Secretariat on behalf of the one named', () => {
    const body: Party = { role: 'body', of: 'committee' };
    expect(actingFor(ofSeveral, registrar, body)).toEqual(body);
  });

  it('is not guessed to be the first one’s', () => {
    expect(actingFor(ofSeveral, registrar)).toBeUndefined();
  });

  it('is that of the body named, not of any body', () => {
    const other: Actor = { id: 'body-2', role: 'body', of: 'council' };
    expect(refusedBy(actingFor(ofSeveral, other))).toEqual(['motion.tabled.by']);
    expect(actingFor(ofSeveral, { ...other, of: 'committee' })).toBeUndefined();
  });
});

describe('an act of the Secretariat', () => {
  it('is recorded by the Secretariat on nobody’s behalf', () => {
    expect(actingFor(ofSecretariat, registrar)).toBeUndefined();
  });

  it('recorded by the operator is on the Secretariat’s behalf', () => {
    expect(actingFor(ofSecretariat, operator)).toEqual({ role: 'secretariat' });
  });
});

describe('an auditor', () => {
  it.each([
    ['a Member', ofAnyMember],
    ['the Council', ofCouncil],
    ['the Secretariat', ofSecretariat],
  ])('records no act of %s, on nobody’s behalf', (_whose, theirs) => {
    const [by] = theirs.by;
    expect(refusedBy(actingFor(theirs, auditor))).toEqual(['motion.tabled.by']);
    expect(refusedBy(actingFor(theirs, auditor, by))).toEqual(['motion.tabled.by']);
  });
});

describe('the refusal of somebody else’s act', () => {
  it('names whose act it is, in each language, and cites where that is written', () => {
    expect(actingFor(ofSeveral, russia)).toEqual(
      refuse('forbidden', {
        rule: 'motion.tabled.by',
        grade: 'structural',
        cite,
        message: {
          en: 'motion.tabled is an act of the General Council / a body (committee); a Member (RUS) cannot take it. The Secretariat may record it on their behalf.',
          fr: "motion.tabled est un acte de: le Conseil général / un organe (committee); un Membre (RUS) ne peut pas l'accomplir. Le Secrétariat peut l'enregistrer en leur nom.",
          es: 'motion.tabled es un acto de: el Consejo General / un órgano (committee); un Miembro (RUS) no puede realizarlo. La Secretaría puede registrarlo en su nombre.',
        },
      }),
    );
  });

  it('has a name for every role in every language, and no two alike', () => {
    for (const language of languages) {
      const names = roles.map((role) => partyName({ role }, language));
      expect(new Set(names).size).toBe(roles.length);
      expect(names.every((name) => name.trim().length > 3)).toBe(true);
    }
  });
});
