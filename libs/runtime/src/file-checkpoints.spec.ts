import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileCheckpoints } from './file-checkpoints';

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'rapporteur-checkpoints-'));
  file = path.join(folder, 'data', 'causes.checkpoint.json');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const checkpoint = { position: '7', hash: 'f'.repeat(64), alerts: [] };

it('is found again, in a folder made when first needed, and leaves nothing beside it', async () => {
  expect(await fileCheckpoints(file).load()).toBeUndefined();
  await fileCheckpoints(file).save(checkpoint);
  await fileCheckpoints(file).save({ ...checkpoint, position: '8' });
  expect(await fileCheckpoints(file).load()).toEqual({ ...checkpoint, position: '8' });
  expect(await readdir(path.dirname(file))).toEqual(['causes.checkpoint.json']);
});

it.each(['', '{', 'null', '[]', '{"position":7}', '{"position":"7","hash":"x"}', '\u0000'])(
  'counts as none when the file says %j',
  async (text) => {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
    expect(await fileCheckpoints(file).load()).toBeUndefined();
  },
);

it('says so when it cannot be kept', async () => {
  await mkdir(file, { recursive: true });
  await expect(fileCheckpoints(file).save(checkpoint)).rejects.toThrow();
});
