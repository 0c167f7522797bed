import { IsText, step } from '@rapporteur/kernel';
import { IsIn, IsOptional } from 'class-validator';
import { paragraph } from '../cite';
import { stakeholders, type Stakeholders } from './stakeholders';

export class ViewsRequested {
  @IsText(20) para!: string;
}

/** Through whom they are sought: Members at home, a workshop, an intergovernmental organisation. */
const channels = ['Members', 'workshop', 'IGO'] as const;

export class ViewsSought {
  @IsIn(stakeholders) group!: Stakeholders;
  @IsIn(channels) channel!: (typeof channels)[number];
}

export class ViewsReceived {
  @IsIn(stakeholders) group!: Stakeholders;
  /** Whose views they are: an organisation, an authority; never a person. */
  @IsText(500) source!: string;
  /** Where they can be read, by the symbol or the title of the paper. */
  @IsText(130) docRef!: string;
  /** The Member through which they came. */
  @IsOptional() @IsText(100) viaMember?: string;
}

export class ViewsConsidered {
  @IsIn(stakeholders) group!: Stakeholders;
  @IsText(130) meetingId!: string;
  /** The paper or paragraph in which one sees that they were. */
  @IsOptional() @IsText(500) whereReflected?: string;
}

export class ViewsNotPracticable {
  @IsIn(stakeholders) group!: Stakeholders;
  @IsText(2000) reason!: string;
}

const group = { role: 'body', of: 'workingGroup' } as const;
const chairOfGroup = { role: 'chair', of: 'workingGroup' } as const;
const member = { role: 'member' } as const;
const secretariat = { role: 'secretariat' } as const;
const clock = { role: 'clock' } as const;

const bestEndeavours = paragraph('5');

export const steps = {
  'views.requested': step(ViewsRequested, [clock], bestEndeavours),
  'views.sought': step(ViewsSought, [group, secretariat, member], bestEndeavours),
  'views.received': step(ViewsReceived, [secretariat], bestEndeavours),
  'views.considered': step(ViewsConsidered, [group], bestEndeavours),
  'views.notPracticable': step(ViewsNotPracticable, [group, chairOfGroup], bestEndeavours),
};
