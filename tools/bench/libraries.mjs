// The libraries as built, and what lies beneath them, for the floors.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

export const { engine, memoryCheckpoints, memoryEventStore } = require('@rapporteur/engine');
export const {
  canonicalJson,
  canonicalRecord,
  CorruptHistory,
  caseOfStream,
  countedAt,
  eventId,
  foldedWith,
  foldRecords,
  hashOf,
  isRefusal,
  noHash,
  parseCaseName,
  recordOf,
  replay,
  seal,
  streamOf,
  weighCorrections,
  xstateVersion,
} = require('@rapporteur/kernel');
export const {
  bringRegister,
  openInstallation,
  registers,
  registry,
} = require('@rapporteur/runtime');
export const { sqliteEventStore } = require('@rapporteur/store-sqlite');
export const { eventStoreDbEventStore } = require('@rapporteur/store-eventstoredb');
export const { eventStoreDbStandIn } = require('@rapporteur/eventstoredb-stand-in');
export const { EventStoreDBClient, NO_STREAM, jsonEvent } = require('@eventstore/db-client');

export const { openBoard } = require('@rapporteur/board');
/** The very driver of the store and of the board: a floor must stand on the same. */
export const { openDriver } = require('@rapporteur/sqlite');
