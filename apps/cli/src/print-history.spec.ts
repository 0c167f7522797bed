import { languages } from '@rapporteur/kernel';
import { historyText } from './print-history';

const by = (id: string, revision: number) => ({ actor: { id }, revision });

const approved = {
  occurredOn: '2017-10-05',
  status: 'approved',
  proposed: by('registrar', 2),
  decided: by('deputy', 3),
};
const open = { annul: true, status: 'open', proposed: by('registrar', 4) };

const history = (corrections: readonly object[]) => ({
  records: [
    {
      revision: 1,
      type: 'draft.circulated',
      metadata: { occurredOn: '2017-10-06', recordedAt: '2017-10-07T10:00:00Z', to: 'draft' },
      corrected: { occurredOn: '2017-10-05' },
      corrections,
    },
  ],
});

const written = historyText({ columns: 200, isStyled: false });

describe('In the history', () => {
  it('a proposal that is open stands apart from a correction that counts', () => {
    const correction =
      '~ corrected (date 2017-10-05): correction proposed by registrar (revision 2), approved by deputy (revision 3)';
    expect(written(history([approved]), undefined, 'en')).toContain(correction);
    expect(written(history([approved, open]), undefined, 'en')).toContain(
      `${correction}; proposed, open (does not count): correction proposed by registrar (revision 4)`,
    );
  });

  it.each(languages)('it is said to be open: %s', (language) => {
    const said = { en: 'proposed, open', fr: 'proposée, en attente', es: 'propuesta, pendiente' };
    expect(written(history([open]), undefined, language)).toContain(said[language]);
    expect(written(history([approved]), undefined, language)).not.toContain(said[language]);
  });
});
