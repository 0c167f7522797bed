const { $schema, ...swcrc } = JSON.parse(
  require('node:fs').readFileSync(`${__dirname}/.swcrc`, 'utf8'),
);

/** Every project's Jest settings; a project adds its name. */
module.exports = {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/\\.copies/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
  transform: {
    '\\.ts$': ['@swc/jest', { ...swcrc, swcrc: false }],
    '\\.m?js$': `${__dirname}/tools/jest-esm.cjs`,
  },
  transformIgnorePatterns: [],
  testEnvironmentOptions: {
    customExportConditions: ['@rapporteur/source', 'node', 'require', 'default'],
  },
  cacheDirectory: `${__dirname}/node_modules/.cache/jest`,
};
