// Lets Jest, which loads CommonJS, load packages that are ESM only (Nest 12, jose, temporal-polyfill)
// on every Node: files with ESM syntax are compiled, all others pass untouched.
const { createTransformer } = require('@swc/jest');

const swc = createTransformer({
  swcrc: false,
  sourceMaps: false,
  jsc: { target: 'es2022', parser: { syntax: 'ecmascript' } },
  module: { type: 'commonjs' },
});
const esmSyntax = /^\s*(import[\s{*"']|export[\s{*])|\bimport\.meta\b|\bimport\(/m;

module.exports = {
  canInstrument: true,
  getCacheKey: (source, file, options) => swc.getCacheKey(source, file, options),
  process: (source, file, options) =>
    esmSyntax.test(source) ? swc.process(source, file, options) : { code: source },
};
