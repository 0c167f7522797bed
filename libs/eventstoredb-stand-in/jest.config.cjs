module.exports = { ...require('../../jest.preset.cjs'), displayName: 'eventstoredb-stand-in' };
