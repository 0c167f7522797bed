import { clockworkOf, tick, type Engine } from '@rapporteur/engine';
import { isRefusal } from '@rapporteur/kernel';

/** The timekeeper of a server: at the turn of every day it proposes the clock's steps. */
export interface Timekeeping {
  /** Resolves when it has said what had come due before it started. */
  readonly started: Promise<void>;
  /** Looks whether a new day has begun, and if so proposes what came due by the end of the last. */
  look(): Promise<void>;
  stop(): void;
}

type Kept = Pick<Engine, 'due' | 'record' | 'settled' | 'today'>;

const minute = 60_000;
const actor = { id: 'timekeeper', role: 'clock' } as const;

/**
 * Keeps time for an engine, from the next turn of the day on. What had come due before it started it
 * only reports: whether it is to be recorded now is for a person to say (`rapporteur tick`).
 */
export function keepTime(engine: Kept, report: (line: string) => void): Timekeeping {
  let day = engine.today();
  const failed = (fault: unknown) => report(`the timekeeper failed: ${String(fault)}`);

  async function look(): Promise<void> {
    const [last, today] = [day, engine.today()];
    if (today === last) return;
    const { recorded, toConfirm, refused } = await tick(clockworkOf(engine, actor, last));
    day = today;
    for (const step of recorded) report(`the clock recorded ${step.type} in ${step.case}`);
    for (const step of toConfirm)
      report(`for the Secretariat: ${step.type} in ${step.case} is due`);
    for (const { step, refusal } of refused) {
      const why = refusal.reasons.map(({ message }) => message.en).join(' ');
      report(`ALERT: the clock's ${step.type} in ${step.case} was refused: ${why}`);
    }
  }

  const timer = setInterval(() => {
    look().catch(failed);
  }, minute);
  timer.unref();
  const started = reportDue(engine, report).catch(failed);
  return { started, look, stop: () => clearInterval(timer) };
}

async function reportDue(engine: Kept, report: (line: string) => void): Promise<void> {
  const due = await engine.due({});
  const count = isRefusal(due) ? 0 : due.steps.length;
  if (count > 0) report(`${count} steps of the clock have come due; rapporteur tick proposes them`);
}
