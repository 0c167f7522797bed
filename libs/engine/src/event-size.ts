import { canonicalJson } from '@rapporteur/kernel';
import { EventTooLarge, largestEvent, type NewEvent } from './event-store';

/**
 * Refuses events that are too large, before any of their append is sent.
 * @throws EventTooLarge; TypeError on what JSON cannot hold
 */
export function checkSizes(events: readonly NewEvent[]): void {
  for (const { type, data, metadata } of events) {
    const bytes = Buffer.byteLength(canonicalJson([type, data, metadata]), 'utf8');
    if (bytes > largestEvent) throw new EventTooLarge(type, bytes);
  }
}
