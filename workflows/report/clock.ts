import { clockStepOf } from '@rapporteur/kernel';
import type { ReportContext } from './machine';
import { meetingFor } from './notice-day';
import type { steps } from './steps';

const clockStep = clockStepOf<typeof steps, ReportContext>();

export const clock = [
  // At the close of the meeting of its review; a review that was deferred may still wait for it. Of a
  // report that was submitted the machine does not take this step.
  clockStep({
    step: 'report.missed',
    sees: { calendar: true },
    when({ related, calendar }, today) {
      const meeting = meetingFor({ related, calendar });
      const occurredOn = meeting?.lastDay ?? '';
      if (meeting?.standing !== 'held' || occurredOn > today) return undefined;
      return { occurredOn, data: {} };
    },
  }),
];
