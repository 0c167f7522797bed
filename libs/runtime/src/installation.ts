import {
  engine,
  memoryCheckpoints,
  memoryEventStore,
  type Checkpoints,
  type Engine,
  type EventStore,
} from '@rapporteur/engine';
import { inEach, type Text } from '@rapporteur/kernel';
import { eventStoreDbEventStore } from '@rapporteur/store-eventstoredb';
import { sqliteEventStore } from '@rapporteur/store-sqlite';
import { registry } from '@rapporteur/workflows';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { boardBeside, type BoardBeside } from './board-beside';
import { registerOf } from './bring-register';
import { fileCheckpoints } from './file-checkpoints';
import type { Settings, StoreSetting } from './settings';

/** A store and an engine on it, as the settings say; the one place where they are put together. */
export interface Installation {
  readonly settings: Settings;
  readonly store: EventStore;
  readonly engine: Engine;
  /** The read model: opened, and begun to be built, when first asked for. */
  readonly board: Omit<BoardBeside, 'close'>;
  /** Which register this store holds: a live one, or a rehearsal. */
  register(): RegisterInfo;
  close(): Promise<void>;
}

export interface RegisterInfo {
  readonly id: string;
  readonly label: Text;
  readonly simulated: boolean;
  readonly today: string;
}

/** Opens the store that the settings name. */
export async function openStore(setting: StoreSetting): Promise<EventStore> {
  switch (setting.kind) {
    case 'memory':
      return memoryEventStore();
    case 'sqlite':
      return sqliteEventStore(setting.file);
    case 'eventstoredb':
      return eventStoreDbEventStore(setting.connectionString);
  }
}

/**
 * Opens the store and follows its log; the engine is ready when this resolves.
 * @param how `readOnly`: for answers alone, no caused step is proposed
 */
export async function openInstallation(
  settings: Settings,
  report: (line: string) => void,
  how: { readonly readOnly?: true } = {},
): Promise<Installation> {
  return installOn(await openStore(settings.store), settings, report, how);
}

/** As `openInstallation`, on a store already open; closes it with the rest. */
export async function installOn(
  store: EventStore,
  settings: Settings,
  report: (line: string) => void,
  { readOnly }: { readonly readOnly?: true } = {},
): Promise<Installation> {
  const running = await engine({
    store,
    registry,
    checkpoints: checkpointsOf(settings),
    clock: () => new Date().toISOString(),
    newKey: randomUUID,
    report,
    ...(readOnly ? { readOnly } : {}),
    ...(settings.today === undefined ? {} : { today: settings.today }),
  });
  const board = boardBeside(running, settings, report);
  const close = async () => {
    await board.close();
    await running.stop();
    await store.close();
  };
  await running.start().catch(async (fault: unknown) => {
    await close();
    throw fault;
  });
  return { settings, store, engine: running, board, register: () => registerInfo(running), close };
}

/** A log in memory goes with the process, and so must its checkpoint. */
function checkpointsOf({ store, data }: Settings): Checkpoints {
  return store.kind === 'memory'
    ? memoryCheckpoints()
    : fileCheckpoints(path.join(data, 'causes.checkpoint.json'));
}

const liveLabels = {
  en: 'Live register',
  fr: 'Registre en service',
  es: 'Registro en servicio',
};
const rehearsalLabels = { en: 'Rehearsal', fr: 'Répétition', es: 'Ensayo' };

function registerInfo(running: Engine): RegisterInfo {
  const { firstId, isSimulated } = running.log;
  const known = registerOf(firstId);
  const labels = isSimulated ? rehearsalLabels : liveLabels;
  return {
    id: known?.id ?? (isSimulated ? 'rehearsal' : 'live'),
    label: known?.label ?? inEach((language) => labels[language]),
    simulated: isSimulated,
    today: running.today(),
  };
}
