import type { Registry } from '@rapporteur/kernel';
import type { BasisIndex } from './basis-index';
import type { EventStore } from './event-store';
import type { HotCases } from './hot-cases';
import type { Ledger } from './ledger';
import type { MentionIndex } from './mention-index';
import type { Turns } from './turns';

/** What the engine's verbs work with. */
export interface EngineParts {
  readonly store: EventStore;
  readonly registry: Registry;
  readonly cases: HotCases;
  readonly log: Ledger;
  readonly mentions: MentionIndex;
  readonly basis: BasisIndex;
  readonly turns: Turns;
  /** The instant, `YYYY-MM-DDTHH:MM:SS.mmmZ`. */
  readonly clock: () => string;
  /** The date at the seat: the default `asAt` and the latest `occurredOn` accepted. */
  readonly today: () => string;
  /** A key for a request that came without one. */
  readonly newKey: () => string;
  /** Whether what is recorded now belongs to a rehearsal. */
  readonly isSimulated: () => boolean;
}
