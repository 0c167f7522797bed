import { registry } from '@rapporteur/runtime';
import { UsageFault } from './desk';
import { stepsFrom } from './steps-file';

const schemaOf = (type: string) => registry.get(type.split('.')[0] ?? '')?.lock.schemas[type];
const read = (...lines: readonly string[]) => stepsFrom(lines.join('\n'), schemaOf);
const fault = (...lines: readonly string[]) => {
  try {
    read(...lines);
  } catch (error) {
    if (error instanceof UsageFault) return error.message;
    throw error;
  }
  return undefined;
};

describe('a file of steps', () => {
  it('is read as the schemas of its steps say', () => {
    const steps = read(
      'case,type,occurredOn,source,onBehalfOf,data.proponents,data.originalLang,data.text',
      'decision/ecommerce,decision.submitted,2017-10-05,document,member:RUS,RUS; BRA,en,"42"',
    );
    expect(steps).toEqual([
      {
        line: 2,
        case: 'decision/ecommerce',
        proposal: {
          type: 'decision.submitted',
          occurredOn: '2017-10-05',
          source: 'document',
          onBehalfOf: { role: 'member', of: 'RUS' },
          data: { proponents: ['RUS', 'BRA'], originalLang: 'en', text: '42' },
        },
      },
    ]);
  });

  it('reads numbers, nested members, decisions, links and irregularities', () => {
    const [step] = read(
      'case,type,occurredOn,data.spans,data.body,data.format,data.urgent.majorityConcurs,links.workingGroup,decision.mode,irregularity.reason,irregularity.rules,follows',
      'meeting/m,meeting.convened,2018-01-01,"[{""from"":""2018-02-01""}]",generalCouncil,formal,true,workingGroup/e,consensus,Late,meeting.tenDaysNotice,-1',
    );
    expect(step?.proposal).toEqual({
      type: 'meeting.convened',
      occurredOn: '2018-01-01',
      follows: -1,
      links: { workingGroup: 'workingGroup/e' },
      decision: { mode: 'consensus' },
      irregularity: { reason: 'Late', rules: ['meeting.tenDaysNotice'] },
      data: {
        spans: [{ from: '2018-02-01' }],
        body: 'generalCouncil',
        format: 'formal',
        urgent: { majorityConcurs: true },
      },
    });
  });

  it('names the line on which a step begins, also after blank lines and texts of several lines', () => {
    const steps = read(
      'case,type,occurredOn,data.text',
      '',
      'decision/a,decision.submitted,2017-10-05,"one',
      'two"',
      '',
      'decision/b,decision.submitted,2017-10-05,three',
    );
    expect(steps.map(({ line }) => line)).toEqual([3, 6]);
  });

  it('is refused with every cell that cannot be read, each with its line', () => {
    expect(
      fault(
        'case,type,occurredOn,data,data.text',
        'decision/a,decision.submitted,,,x',
        'decision/b,decision.submitted,2017-10-05,{,',
        'decision/c,decision.submitted,2017-10-05,"[1]",x',
      ),
    ).toBe(
      [
        'line 2: occurredOn must be given',
        'line 3: data is not JSON: {',
        'line 4: data is given twice',
      ].join('\n'),
    );
  });

  it('names a column that there is not', () => {
    const message = fault(
      'case,type,occurredOn,dat.text',
      'decision/a,decision.submitted,2017-10-05,x',
    );
    expect(message).toContain('line 2: there is no column "dat.text"');
  });

  it('must hold a step, and be CSV', () => {
    expect(fault('case,type,occurredOn')).toContain('holds no steps');
    expect(fault('case,type', 'a,b,c')).toContain('no CSV');
  });
});
