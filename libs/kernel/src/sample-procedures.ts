import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Matches,
  Min,
} from 'class-validator';
import { hashOf } from './hash';
import { assign, machineConfig, setup, type AnyStateMachine } from './machine';
import { IsDay, Part, Parts, payloadSchema } from './payload';
import { dutyOf } from './duty';
import { causeOf, defineProcedure, registryOf, type DefinitionLock } from './procedure';
import { ruleOf } from './rule';
import { labelsOfMotion, labelsOfNotice } from './sample-labels';
import { step, type StepDefinitions, type StepEvents } from './step';

/**
 * Two small procedures that exist for tests, of this library and of those above it: no test of the
 * engine needs to know a procedure of the organisation. A motion is tabled, discussed any number
 * of times, paused and resumed, and carried once it has been discussed; that it is carried opens a
 * notice, and one more for each of its annexes. The motion's rules are of all three grades.
 */

class Deadline {
  @IsDay() on!: string;
  @IsOptional() @IsString() @Length(1, 100) why?: string;
}

class Section {
  @IsString() @Length(1, 100) heading!: string;
  @IsOptional() @Part(Deadline) deadline?: Deadline;
}

class MotionTabled {
  @IsString() @Length(1, 2000) text!: string;
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @Length(1, 20, { each: true })
  movers!: string[];
  @IsOptional() @IsArray() @ArrayMaxSize(20) @Parts(Section) sections?: Section[];
}

class MotionDiscussed {
  @IsString() @Length(1, 2000) summary!: string;
}

class MotionPaused {
  @IsOptional() @IsDay() until?: string;
}

class MotionResumed {}

class MotionCarried {
  /** How many Members were present, where the minutes say. */
  @IsOptional() @IsInt() @Min(0) present?: number;
  /** Each annex is published under a notice of its own, `<motion>-<annex>`. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @Matches(/^[a-z0-9-]{1,60}$/, { each: true })
  annexes?: string[];
}

const standingOrder = (paragraph: string) => ({ instrument: 'Standing orders', paragraph });
const council = { role: 'generalCouncil' } as const;
const secretariat = { role: 'secretariat' } as const;

const stepsOfMotion = {
  'motion.tabled': step(MotionTabled, [{ role: 'member' }], standingOrder('1')),
  'motion.discussed': step(
    MotionDiscussed,
    [council, { role: 'body', of: 'committee' }],
    standingOrder('2'),
  ),
  'motion.paused': step(MotionPaused, [{ role: 'chair', of: 'committee' }], standingOrder('3')),
  'motion.resumed': step(MotionResumed, [secretariat], standingOrder('3')),
  'motion.carried': step(MotionCarried, [council], standingOrder('4')),
};

const citing = (paragraph: string) => ({ meta: { cite: standingOrder(paragraph) } });

type ContextOfMotion = {
  readonly movers: readonly string[];
  readonly discussions: number;
};

const machineOfMotion = setup({
  types: {} as { context: ContextOfMotion; events: StepEvents<typeof stepsOfMotion> },
  guards: {
    isDiscussed: ({ context }) => context.discussions > 0,
    isUntilADay: ({ event }) => event.type === 'motion.paused' && event.data.until !== undefined,
  },
  actions: {
    keepMovers: assign(({ event }) =>
      event.type === 'motion.tabled' ? { movers: event.data.movers } : {},
    ),
    countDiscussion: assign({ discussions: ({ context }) => context.discussions + 1 }),
  },
}).createMachine({
  id: 'motion',
  context: { movers: [], discussions: 0 },
  initial: 'awaited',
  states: {
    awaited: {
      on: { 'motion.tabled': { target: 'tabled', actions: 'keepMovers', ...citing('1') } },
    },
    tabled: {
      on: {
        'motion.discussed': { actions: 'countDiscussion', ...citing('2') },
        'motion.paused': [
          { guard: 'isUntilADay', target: 'paused.untilADay', ...citing('3') },
          { target: 'paused.openEnded', ...citing('3') },
        ],
        'motion.carried': { guard: 'isDiscussed', target: 'carried', ...citing('4') },
      },
    },
    paused: {
      initial: 'openEnded',
      states: { openEnded: {}, untilADay: {} },
      on: { 'motion.resumed': { target: 'tabled', ...citing('3') } },
    },
    carried: { type: 'final' },
  },
});

const rule = ruleOf<typeof stepsOfMotion, ContextOfMotion>();

const rulesOfMotion = [
  rule({
    id: 'motion.amendmentFirst',
    grade: 'structural',
    cite: standingOrder('5'),
    text: {
      en: 'An amendment is carried before the motion that it amends.',
      fr: "Un amendement est adopté avant la motion qu'il modifie.",
      es: 'Una enmienda se aprueba antes que la moción que modifica.',
    },
    on: ['motion.carried'],
    holds: (_step, { related }) => !(related('amends')?.isIn('carried') ?? false),
  }),
  rule({
    id: 'motion.threeDiscussionsAtMost',
    grade: 'structural',
    cite: standingOrder('6'),
    text: {
      en: 'A motion is discussed three times at most before it is carried.',
      fr: "Une motion est débattue trois fois au plus avant d'être adoptée.",
      es: 'Una moción se debate tres veces como máximo antes de aprobarse.',
    },
    on: ['motion.carried'],
    holds: (_step, { case: motion }) => motion.context.discussions <= 3,
  }),
  rule({
    id: 'motion.discussedTwice',
    grade: 'procedural',
    cite: standingOrder('7'),
    text: {
      en: 'A motion is discussed twice before it is carried.',
      fr: "Une motion est débattue deux fois avant d'être adoptée.",
      es: 'Una moción se debate dos veces antes de aprobarse.',
    },
    on: ['motion.carried'],
    holds: (_step, { case: motion }) => motion.context.discussions >= 2,
  }),
  rule({
    id: 'motion.quorum',
    grade: 'procedural',
    cite: standingOrder('8'),
    text: {
      en: 'A motion is carried in the presence of three Members at least.',
      fr: 'Une motion est adoptée en présence de trois Membres au moins.',
      es: 'Una moción se aprueba en presencia de tres Miembros como mínimo.',
    },
    on: ['motion.carried'],
    holds: ({ data }) => (data.present === undefined ? 'notComputable' : data.present >= 3),
  }),
  rule({
    id: 'motion.byConsensus',
    grade: 'advisory',
    cite: standingOrder('9'),
    text: {
      en: 'A motion is preferably carried by consensus.',
      fr: 'Une motion est de préférence adoptée par consensus.',
      es: 'Una moción se aprueba preferentemente por consenso.',
    },
    on: ['motion.carried'],
    holds: ({ decision }) => (decision ? decision.mode === 'consensus' : 'notComputable'),
  }),
];

const dutiesOfMotion = [
  dutyOf<ContextOfMotion>()({
    id: 'motion.toBeCarried',
    step: 'motion.carried',
    cite: standingOrder('11'),
    text: {
      en: 'A motion that has been discussed twice is put to the decision.',
      fr: 'Une motion débattue deux fois est soumise à la décision.',
      es: 'Una moción debatida dos veces se somete a decisión.',
    },
    stands: ({ case: motion }) => motion.context.discussions >= 2,
  }),
];

const onStepOfMotion = causeOf<typeof stepsOfMotion>();

const causesOfMotion = [
  onStepOfMotion('motion.carried', ({ case: id, data: { annexes = [] } }) =>
    [id, ...annexes.map((annex) => `${id}-${annex}`)].map((notice) => ({
      case: { procedure: 'notice', case: notice },
      type: 'notice.opened',
      data: { subject: id },
      links: { motion: `motion/${id}` },
    })),
  ),
];

/** What `npm run lock` writes for a procedure of the organisation, as far as tests look at it. */
function lockOf(id: string, machine: AnyStateMachine, steps: StepDefinitions): DefinitionLock {
  const schemas = Object.fromEntries(
    Object.entries(steps).map(([type, { payload }]) => [type, payloadSchema(payload)]),
  );
  const parts = { id, version: 0, machine: machineConfig(machine), schemas };
  return { ...parts, hash: hashOf(parts) };
}

export const motion = defineProcedure({
  id: 'motion',
  version: 0,
  steps: stepsOfMotion,
  machine: machineOfMotion,
  rules: rulesOfMotion,
  causes: causesOfMotion,
  duties: dutiesOfMotion,
  links: {
    amends: { procedure: 'motion', required: false },
  },
  labels: labelsOfMotion,
  lock: lockOf('motion', machineOfMotion, stepsOfMotion),
});

class NoticeOpened {
  @IsString() @Length(1, 63) subject!: string;
}

class NoticePublished {
  @IsString() @Length(1, 100) symbol!: string;
}

const stepsOfNotice = {
  'notice.opened': step(NoticeOpened, [{ role: 'clock' }], standingOrder('10')),
  'notice.published': step(NoticePublished, [secretariat], standingOrder('10')),
};

const machineOfNotice = setup({
  types: {} as { context: Record<string, never>; events: StepEvents<typeof stepsOfNotice> },
}).createMachine({
  id: 'notice',
  context: {},
  initial: 'awaited',
  states: {
    awaited: { on: { 'notice.opened': { target: 'open', ...citing('10') } } },
    open: { on: { 'notice.published': { target: 'published', ...citing('10') } } },
    published: { type: 'final' },
  },
});

export const notice = defineProcedure({
  id: 'notice',
  version: 0,
  steps: stepsOfNotice,
  machine: machineOfNotice,
  rules: [],
  causes: [],
  links: { motion: { procedure: 'motion', required: true } },
  labels: labelsOfNotice,
  lock: lockOf('notice', machineOfNotice, stepsOfNotice),
});

export const sampleRegistry = registryOf([motion, notice]);

// Records cases of any procedure as the engine would, for tests that need histories.
export { recordAll, type SampleCase } from './sample-histories';
