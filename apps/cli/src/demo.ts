import { bringRegister, openStore, registers, settingsFrom } from '@rapporteur/runtime';
import { UsageFault } from './desk';

/** Brings a register into an empty store. */
export async function demo(id: string): Promise<void> {
  const register = registers.find((known) => known.id === id);
  if (!register) {
    const known = registers.map((each) => each.id).join(', ');
    throw new UsageFault(`there is no register ${id}; there are: ${known}`);
  }
  const store = await openStore(settingsFrom(process.env).store);
  try {
    const brought = await bringRegister(register, store);
    if (brought.outcome === 'notEmpty') {
      process.exitCode = 1;
      process.stderr.write(
        `The store already holds ${brought.size} records of something else; a register enters an ` +
          'empty store only. Name another folder in RAPPORTEUR_DATA.\n',
      );
    } else {
      const how = brought.outcome === 'brought' ? 'is now' : 'was already';
      process.stdout.write(`The register ${id} ${how} in the store: ${brought.size} records.\n`);
    }
  } finally {
    await store.close();
  }
}
