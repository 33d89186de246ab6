import { oneFilePackages } from './test/support/jest/one-file-packages.js'

/** @type {import('jest').Config} */
export default {
  testEnvironment: '<rootDir>/test/support/jest/environment.js',
  globalSetup: '<rootDir>/test/support/jest/before-all.js',
  globalTeardown: '<rootDir>/test/support/jest/remove-memory-folder.js',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: { target: 'es2023', parser: { syntax: 'typescript' } },
        module: { type: 'es6' },
      },
    ],
  },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1', ...oneFilePackages },
  // The first of them is nearly always right, and each wrong one is a look at the disk.
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
  // One more than the two cores of .ci/run: a third of the time of a test is waiting.
  maxWorkers: 3,
  // Modules of finished suites are not all let go; a worker that has grown is replaced.
  workerIdleMemoryLimit: '1GB',
  testTimeout: 300000,
}
