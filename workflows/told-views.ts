import { took, type Told } from '@rapporteur/kernel';

// Sentences about the views of consumers, regulators and the private sector (¶5).

type When = Exclude<Parameters<typeof took>[3], string>;

const inGroup = { role: 'body', of: 'workingGroup' } as const;

const atTheFirstMeeting = { meetingId: 'wg-1', whereReflected: 'WT/WGEC/M/SIM/1, paragraph 12' };

/** The steps of the views on one topic. */
export const viewsOn = (topic: string) => {
  const name = `views/${topic}`;
  const tell = (step: string, occurredOn: string, data: object, more: Partial<When> = {}): Told =>
    took(name, `views.${step}`, data, { occurredOn, ...more });
  return {
    name,
    requested: (day: string, links: Record<string, string> = {}) =>
      tell('requested', day, { para: '5' }, { links, actor: { id: 'engine', role: 'clock' } }),
    sought: (day: string, group = 'consumers', channel = 'Members') =>
      tell('sought', day, { group, channel }),
    received: (day: string, group = 'consumers', data: object = {}) =>
      tell('received', day, {
        group,
        source: 'Consumers International',
        docRef: 'RD/WGEC/SIM/1',
        ...data,
      }),
    considered: (day: string, group = 'consumers', data: object = atTheFirstMeeting) =>
      tell('considered', day, { group, ...data }, { onBehalfOf: inGroup }),
    notPracticable: (day: string, group = 'consumers') =>
      tell(
        'notPracticable',
        day,
        { group, reason: 'No forum could be found' },
        { onBehalfOf: inGroup },
      ),
  };
};
