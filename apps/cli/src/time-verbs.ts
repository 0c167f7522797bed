import { tick as ticked, type CaseDueStep, type Clockwork, type Tick } from '@rapporteur/engine';
import { inEach, isDate, toJsonObject, type Language } from '@rapporteur/kernel';
import type { Command } from 'commander';
import { UsageFault, type Desk } from './desk';
import { isShown, list, problemText, type Shown } from './print';
import { given, print } from './telling';
import { atDesk, common, type Common } from './verbs';

// tick: what the passing of time brings about.

interface Ticking extends Common {
  readonly date?: string;
  readonly check?: true;
}

export function addTimeVerbs(program: Command): void {
  common(program.command('tick'))
    .description('propose the steps that the passing of time brings')
    .option('--date <date>', 'by the end of this day; today without it')
    .option('--check', 'only say which they would be')
    .action(tick);
}

async function tick({ date, check, ...options }: Ticking): Promise<void> {
  if (date !== undefined && !isDate(date)) {
    throw new UsageFault(`--date is "${date}"; it must be a date, such as 2018-07-31`);
  }
  await atDesk(options, check ? { readOnly: true } : {}, async (desk, language) => {
    const clockwork = clockworkAt(desk, given({ asAt: date }));
    const came = check ? await asDue(clockwork) : asLines(await ticked(clockwork));
    if (options.json) return print(JSON.stringify({ steps: came.map(plain) }, null, 2));
    print(came.map((line) => lineText(line, language)).join('\n') || nothing[language]);
  });
}

/** The clockwork of a desk: what is refused there is a problem as JSON. */
function clockworkAt(desk: Desk, question: Record<string, string>): Clockwork<Shown> {
  return {
    async due() {
      const said = await desk.due(question);
      if (!said.ok) throw new UsageFault(problemText(said.problem, 'en'));
      return list(said.answer['steps']).map((step) => ({
        case: String(step['case']),
        type: String(step['type']),
        occurredOn: String(step['occurredOn']),
        data: isShown(step['data']) ? toJsonObject(step['data']) : {},
        confirm: step['confirm'] === true,
      }));
    },
    async propose({ case: name, type, occurredOn, data }, key) {
      const body = { type, occurredOn, data, onBehalfOf: { role: 'clock' } };
      const said = await desk.record(name, body, { key });
      // Another timekeeper, in another office, was faster: it is done.
      return said.ok || said.problem['code'] === 'keyReused' ? undefined : said.problem;
    },
  };
}

interface TickLine {
  readonly step: CaseDueStep;
  readonly came: 'recorded' | 'toConfirm' | 'due' | 'refused';
  readonly problem?: Shown;
}

async function asDue({ due }: Clockwork<Shown>): Promise<readonly TickLine[]> {
  return (await due()).map((step) => ({ step, came: step.confirm ? 'toConfirm' : 'due' }));
}

function asLines({ recorded, toConfirm, refused }: Tick<Shown>): readonly TickLine[] {
  return [
    ...recorded.map((step) => ({ step, came: 'recorded' as const })),
    ...toConfirm.map((step) => ({ step, came: 'toConfirm' as const })),
    ...refused.map(({ step, refusal }) => ({ step, came: 'refused' as const, problem: refusal })),
  ];
}

const plain = ({ step, came, problem }: TickLine) => ({
  ...step,
  came,
  ...(problem ? { problem } : {}),
});

const nothing = inEach(
  (language) =>
    ({
      en: 'Nothing has come due.',
      fr: "Rien n'est échu.",
      es: 'Nada ha vencido.',
    })[language],
);

const cameWords: Readonly<Record<TickLine['came'], Readonly<Record<Language, string>>>> = {
  recorded: { en: 'recorded', fr: 'enregistré', es: 'registrado' },
  due: { en: 'due', fr: 'échu', es: 'vencido' },
  toConfirm: {
    en: 'for the Secretariat to confirm',
    fr: 'à confirmer par le Secrétariat',
    es: 'a confirmar por la Secretaría',
  },
  refused: { en: 'REFUSED', fr: 'REFUSÉ', es: 'RECHAZADO' },
};

function lineText({ step, came, problem }: TickLine, language: Language): string {
  const what = `${step.occurredOn} ${step.case} ${step.type}`;
  const why = problem ? `\n${problemText(problem, language)}` : '';
  return `${what}: ${cameWords[came][language]}${why}`;
}
