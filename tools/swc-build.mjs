// Compiles a package's TypeScript (not its tests) to dist as CommonJS with decorator metadata, and
// copies the JSON it imports. Types are checked by `typecheck`.
// Usage, in the package's folder: node ../../tools/swc-build.mjs SOURCE_FOLDER
import { transformFile } from '@swc/core';
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const { $schema, ...swcrc } = JSON.parse(await readFile(path.join(root, '.swcrc'), 'utf8'));
const source = path.resolve(process.argv[2] ?? 'src');
const dist = path.resolve('dist');
const skipped = /(^|\/)(node_modules|dist|\.copies)\/|\.(spec|d)\.ts$|^(package|tsconfig)\.json$/;

await rm(dist, { recursive: true, force: true });
const files = (await readdir(source, { recursive: true })).filter((file) => !skipped.test(file));

async function compile(file) {
  const from = path.join(source, file);
  const to = path.join(dist, file.replace(/\.ts$/, '.js'));
  const { code, map } = await transformFile(from, {
    ...swcrc,
    swcrc: false,
    sourceFileName: path.relative(path.dirname(to), from),
  });
  await mkdir(path.dirname(to), { recursive: true });
  await writeFile(to, `${code}\n//# sourceMappingURL=${path.basename(to)}.map\n`);
  await writeFile(`${to}.map`, map);
}

async function copy(file) {
  await mkdir(path.dirname(path.join(dist, file)), { recursive: true });
  await copyFile(path.join(source, file), path.join(dist, file));
}

await Promise.all([
  ...files.filter((file) => file.endsWith('.ts')).map(compile),
  ...files.filter((file) => file.endsWith('.json')).map(copy),
]);
