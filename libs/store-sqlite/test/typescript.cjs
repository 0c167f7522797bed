// Lets a child process of a test load the sources as they are: run it with
// `--conditions=@rapporteur/source` and require this first.
const { transformSync } = require('@swc/core');
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const swcrc = JSON.parse(readFileSync(join(__dirname, '../../../.swcrc'), 'utf8'));
delete swcrc.$schema;

require.extensions['.ts'] = (module, filename) => {
  const source = readFileSync(filename, 'utf8');
  const { code } = transformSync(source, { ...swcrc, swcrc: false, sourceMaps: false, filename });
  module._compile(code, filename);
};
