import nx from '@nx/eslint-plugin';
import tseslint from 'typescript-eslint';

/**
 * Who may know whom (docs/decisions/0002): apps → runtime → stores, workflows → engine → kernel;
 * apps → papers, board → engine; apps → diagram → kernel; stores and board → sqlite;
 * evidence stands alone.
 */
const layers = [
  { sourceTag: 'layer:kernel', onlyDependOnLibsWithTags: ['layer:kernel'] },
  { sourceTag: 'layer:engine', onlyDependOnLibsWithTags: ['layer:kernel'] },
  { sourceTag: 'layer:workflows', onlyDependOnLibsWithTags: ['layer:kernel'] },
  { sourceTag: 'layer:diagram', onlyDependOnLibsWithTags: ['layer:kernel'] },
  { sourceTag: 'layer:sqlite', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'layer:evidence', onlyDependOnLibsWithTags: [] },
  {
    sourceTag: 'layer:store',
    onlyDependOnLibsWithTags: ['layer:engine', 'layer:kernel', 'layer:sqlite'],
  },
  {
    sourceTag: 'layer:board',
    onlyDependOnLibsWithTags: ['layer:engine', 'layer:kernel', 'layer:sqlite'],
  },
  {
    sourceTag: 'layer:papers',
    onlyDependOnLibsWithTags: ['layer:engine', 'layer:kernel'],
  },
  { sourceTag: 'layer:test-double', onlyDependOnLibsWithTags: [] },
  {
    sourceTag: 'layer:runtime',
    onlyDependOnLibsWithTags: [
      'layer:store',
      'layer:board',
      'layer:evidence',
      'layer:workflows',
      'layer:engine',
      'layer:kernel',
    ],
  },
  {
    sourceTag: 'layer:app',
    onlyDependOnLibsWithTags: [
      'layer:app',
      'layer:runtime',
      'layer:board',
      'layer:papers',
      'layer:evidence',
      'layer:diagram',
      'layer:engine',
      'layer:kernel',
    ],
  },
];

/** Tests may also use the stand-in for EventStoreDB, and what they need to build a scene. */
const layersOfTests = layers.map((layer) => ({
  ...layer,
  onlyDependOnLibsWithTags: [
    ...layer.onlyDependOnLibsWithTags,
    'layer:test-double',
    ...(['layer:app', 'layer:runtime', 'layer:board', 'layer:papers'].includes(layer.sourceTag)
      ? ['layer:store', 'layer:workflows']
      : []),
  ],
}));

/** Packages that belong to one place: [what, where it may be imported, why]. */
const owned = [
  [['xstate', 'xstate/*', '@xstate/*'], 'libs/kernel/src/machine.ts', 'XState is fenced behind it'],
  [['@nestjs/*'], 'apps/api', 'nothing but the API knows Nest'],
  [
    ['@eventstore/*', '@grpc/*'],
    'libs/store-eventstoredb, libs/eventstoredb-stand-in',
    'one adapter',
  ],
  [['@photostructure/*', 'node:sqlite'], 'libs/sqlite', 'one binding'],
  [['pdfmake', 'pdfmake/*', 'ical-generator'], 'libs/papers', 'nothing else makes papers'],
  [['class-validator-jsonschema'], 'libs/kernel', 'schemas are read from the definition lock'],
  [['elkjs', 'elkjs/*'], 'libs/diagram', 'nothing else lays out pictures'],
  [['react', 'react-dom', '@mantine/*'], 'apps/console', 'nothing but the console draws'],
];

const io = ['node:fs', 'node:fs/*', 'node:net', 'node:http', 'node:https', 'node:child_process'];

/** Forbids what belongs elsewhere; `own` lists what these files may import all the same. */
function imports(own = [], more = []) {
  const patterns = owned
    .map(([group, where, why]) => ({
      group: group.filter((name) => !own.includes(name)),
      message: `Only in ${where}: ${why}.`,
    }))
    .filter(({ group }) => group.length > 0);
  return { 'no-restricted-imports': ['error', { patterns: [...patterns, ...more] }] };
}

const pure = [{ group: io, message: 'The pure parts do no I/O.' }];
const boundaries = (depConstraints) => ({
  '@nx/enforce-module-boundaries': ['error', { allow: [], depConstraints }],
});
const clocks = ['Date.now', 'Math.random'].map((call) => {
  const [object, property] = call.split('.');
  return { object, property, message: 'Time and chance arrive as arguments.' };
});

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '**/.copies/**', '.nx/**', 'var/**'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,mjs,cjs}'],
    rules: {
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 60 }],
      complexity: ['error', 9],
      'max-depth': ['error', 3],
      'max-params': ['error', 4],
      eqeqeq: 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { ignoreRestSiblings: true, argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
    },
  },
  {
    files: ['**/*.ts'],
    plugins: { '@nx': nx },
    rules: {
      ...boundaries(layers),
      ...imports(),
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
    },
  },
  {
    files: [
      'libs/kernel/**/*.ts',
      'workflows/**/*.ts',
      'libs/diagram/**/*.ts',
      'libs/evidence/**/*.ts',
    ],
    rules: {
      ...imports(['class-validator-jsonschema'], pure),
      'no-restricted-properties': ['error', ...clocks],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'Time arrives as an argument.',
        },
      ],
    },
  },
  {
    files: ['workflows/conformance/**/*.ts', '**/*.spec.ts'],
    rules: imports(['class-validator-jsonschema']),
  },
  {
    // The fence's own test compares its answers with XState's.
    files: ['libs/kernel/src/machine.ts', 'libs/kernel/src/machine.spec.ts'],
    rules: imports(['xstate', 'xstate/*'], pure),
  },
  { files: ['libs/diagram/**/*.ts'], rules: imports(['elkjs'], pure) },
  { files: ['libs/sqlite/**/*.ts'], rules: imports(['@photostructure/*', 'node:sqlite']) },
  { files: ['libs/papers/**/*.ts'], rules: imports(['pdfmake', 'pdfmake/*', 'ical-generator']) },
  {
    files: ['libs/store-eventstoredb/**/*.ts', 'libs/eventstoredb-stand-in/**/*.ts'],
    rules: imports(['@eventstore/*', '@grpc/*']),
  },
  {
    files: ['apps/api/**/*.ts'],
    rules: {
      ...imports(['@nestjs/*']),
      // Nest injects by the imported class itself, which a type-only import would erase.
      '@typescript-eslint/consistent-type-imports': 'off',
      '@typescript-eslint/no-extraneous-class': 'off',
    },
  },
  {
    files: [
      '**/*.spec.ts',
      '**/*.contract.ts',
      '**/test/**/*.ts',
      'libs/eventstoredb-stand-in/**/*.ts',
    ],
    rules: {
      ...boundaries(layersOfTests),
      'max-lines-per-function': 'off',
      '@typescript-eslint/consistent-type-assertions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  // XState's `types` are declared by assertion; this is its own idiom.
  {
    files: ['workflows/*/machine.ts', 'libs/kernel/src/machine.ts', 'libs/kernel/src/sample-*.ts'],
    rules: { '@typescript-eslint/consistent-type-assertions': 'off' },
  },
  {
    files: ['**/*.cjs', '**/*.mjs'],
    rules: { '@typescript-eslint/no-require-imports': 'off', 'no-undef': 'off' },
  },
);
