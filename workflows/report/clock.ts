import { clockStepOf } from '@rapporteur/kernel';
import type { ReportContext } from './machine';
import { meetingFor } from './notice-day';
import type { steps } from './steps';

const clockStep = clockStepOf<typeof steps, ReportContext>();

export const clock = [
  // At the close of the meeting of its review; a review that was deferred may still wait for it.
  clockStep({
    step: 'report.missed',
    sees: { calendar: true },
    when({ case: report, related, calendar }, today) {
      if (['submitted', 'considered'].some(report.isIn)) return undefined;
      const meeting = meetingFor({ related, calendar });
      const occurredOn = meeting?.lastDay ?? '';
      if (meeting?.standing !== 'held' || occurredOn > today) return undefined;
      return { occurredOn, data: {} };
    },
  }),
];
