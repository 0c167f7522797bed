import { memoryEventStore } from '@rapporteur/engine';
import { recordOf, type StepRecord } from '@rapporteur/kernel';
import type { Register, RegisterStep } from '@rapporteur/workflows';
import { bringRegister, RegisterFault } from './bring-register';

const secretariat = { id: 'registrar', role: 'secretariat' } as const;
const told = (recordedAt: string, proposal: RegisterStep['proposal']): RegisterStep => ({
  case: 'decision/tea',
  recordedAt,
  actor: secretariat,
  proposal,
});
const submitted = told('2018-01-05T09:00:00.000Z', {
  type: 'decision.submitted',
  data: { proponents: ['RUS'], originalLang: 'en', text: 'That tea be served' },
  occurredOn: '2018-01-04',
  source: 'draft',
});
const evidenceFor = (revision: number) =>
  told('2018-02-01T23:30:00.000Z', {
    type: 'record.evidenceAdded',
    data: { revision, documents: [{ symbol: 'JOB/GC/1' }] },
  });

const registerOf = (...steps: RegisterStep[]): Register => ({
  id: 'tea',
  label: { en: 'Tea', fr: 'Thé', es: 'Té' },
  simulated: true,
  steps,
});

async function broughtFrom(register: Register): Promise<readonly StepRecord[]> {
  const store = memoryEventStore();
  expect(await bringRegister(register, store)).toMatchObject({ outcome: 'brought' });
  const again = await bringRegister(register, store);
  expect(again).toMatchObject({ outcome: 'alreadyThere' });
  const records = [];
  for await (const event of store.readAll()) records.push(recordOf(event));
  return records;
}

describe('A register with engine steps', () => {
  it('brings them as the engine records them, on the day at the seat when they were recorded', async () => {
    const records = await broughtFrom(registerOf(submitted, evidenceFor(0)));
    expect(records).toMatchObject([
      { type: 'decision.submitted' },
      {
        type: 'record.evidenceAdded',
        metadata: {
          occurredOn: '2018-02-02',
          recordedAt: '2018-02-01T23:30:00.000Z',
          actor: secretariat,
          simulated: true,
        },
      },
    ]);
  });

  it('that are not possible is a fault of the register', async () => {
    const register = registerOf(submitted, evidenceFor(3));
    await expect(bringRegister(register, memoryEventStore())).rejects.toThrow(RegisterFault);
  });
});
