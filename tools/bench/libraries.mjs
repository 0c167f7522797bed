// The libraries as built, and what lies beneath them, for the floors.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

export const { memoryEventStore } = require('@rapporteur/engine');
export const {
  canonicalRecord,
  caseOfStream,
  noHash,
  parseCaseName,
  recordOf,
  replay,
  seal,
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

/** The very driver of the store, which it shows to nobody else: a floor must stand on the same. */
export const { openDriver } = require('../../libs/store-sqlite/dist/driver.js');
