module.exports = {
  ...require('../jest.preset.cjs'),
  displayName: 'workflows',
  setupFilesAfterEnv: ['<rootDir>/conformance/scenario-report.setup.ts'],
};
