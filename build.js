import { rmSync } from 'node:fs'

import { build } from 'esbuild'

// Loading a thousand small files took most of the time that a command needs to start, so the program and the packages that nearly every command
// loads are put together. Each command stays apart (splitting), and so do the packages that are large and seldom wanted, native, or read files of their own.
const apart = [
  '@clack/prompts',
  '@faker-js/faker',
  'awesome-phonenumber',
  'axios',
  'better-sqlite3',
  'cron-parser',
  'csv-parse',
  'fast-xml-parser',
  'i18n-iso-countries',
  'node-cron',
  'nodemailer',
  'prom-client',
  'soap',
  'winston',
]

rmSync('dist', { recursive: true, force: true })
await build({
  entryPoints: ['src/cli/main.ts'],
  outdir: 'dist/cli',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  external: apart,
  // With --debug an error names its place in the sources.
  sourcemap: true,
  sourcesContent: false,
  keepNames: true,
  // Packages in the older format ask for the modules of Node by `require`.
  banner: {
    js: "import { createRequire as createRequireOfBundle } from 'node:module'; const require = createRequireOfBundle(import.meta.url);",
  },
  logLevel: 'warning',
})
