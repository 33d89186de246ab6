import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'

import { build, transform } from 'esbuild'

// Loading a thousand small files took most of the time that a command needs to start, so the program and the
// packages that nearly every command loads are put together. Each command stays apart (splitting), and so do
// the packages that are large and seldom wanted, native, or read files of their own.
const apart = [
  'awesome-phonenumber',
  'axios',
  'better-sqlite3',
  'cron-parser',
  'csv-parse',
  'i18n-iso-countries',
  'node-cron',
  'nodemailer',
  'prom-client',
  'soap',
  'winston',
]

const target = 'node20.19'

/** The parts of the program, as modules: only for these can esbuild keep commands apart. */
const buildParts = async () => {
  const { outputFiles } = await build({
    entryPoints: ['src/cli/main.ts'],
    outdir: 'dist/cli',
    outExtension: { '.js': '.cjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target,
    external: apart,
    // With --debug an error names its place in the sources.
    sourcemap: 'inline',
    sourcesContent: false,
    keepNames: true,
    write: false,
    logLevel: 'warning',
  })
  return outputFiles
}

/** A part in the older format: Node keeps compiled code of that one only. */
const writePart = async ({ path, text }) => {
  const name = basename(path)
  const { code, map } = await transform(text, {
    format: 'cjs',
    platform: 'node',
    target,
    sourcefile: name.replace(/\.cjs$/, '.mjs'),
    supported: { 'dynamic-import': false },
    define: { 'import.meta.url': 'urlOfFile' },
    banner: "const urlOfFile = require('node:url').pathToFileURL(__filename).href;",
    sourcemap: 'external',
    sourcesContent: false,
    logLevel: 'warning',
  })
  writeFileSync(path, `${code}//# sourceMappingURL=${name}.map\n`)
  writeFileSync(`${path}.map`, map)
}

const commands =
  'init config mappings doctor plan sync status explain worklist drift match disconnect ignore holds access runs onboarding audit notices state daemon probe'

/**
 * Command lines that need no remote. What they compile is kept: the first loads every command, the others do
 * what is done most often.
 */
const usual = [
  `sync --help ${commands}`,
  'config check',
  'holds',
  'runs',
  'onboarding list',
  'probe --state',
].map((line) => line.split(' '))

const configuration = `
version: 1
state: { path: nmbrs-sync.db, keyFile: state.key }
connections:
  - name: build
    alexis: { token: '\${file:token}' }
    nmbrs: { username: build@example.com, token: '\${file:token}', domain: none }
    companies: [{ alexisCompanyId: 65f1c0ffee0000000000000a, nmbrsCompanyId: 1, nmbrsCompanyName: Build B.V. }]
    mapping: ${JSON.stringify(join(import.meta.dirname, 'mappings/alexis-nmbrs.yaml'))}
    access:
      portals:
        nmbrs-ess:
          environment: business
          otherwise: { template: Employee login, email: work-else-private, language: NL }
          delivery: { worklist: { folder: logins } }
`

const keepCompiled = `
const { load, keepCompiled } = require(${JSON.stringify(join(import.meta.dirname, 'bin/load.js'))})
process.on('exit', keepCompiled)
load('main.cjs').main()
`

/**
 * Runs the usual command lines, and keeps beside each part how it was compiled. Without it every command
 * works, and starts later.
 */
const compileAhead = () => {
  const folder = mkdtempSync(join(tmpdir(), 'nmbrs-sync-build-'))
  try {
    writeFileSync(join(folder, 'nmbrs-sync.yaml'), configuration, { mode: 0o600 })
    writeFileSync(join(folder, 'token'), 'none', { mode: 0o600 })
    const env = { ...process.env, NMBRS_SYNC_CONFIG: join(folder, 'nmbrs-sync.yaml') }
    for (const words of usual)
      spawnSync(process.execPath, ['-e', keepCompiled, '--', 'nmbrs-sync', ...words], {
        cwd: folder,
        env,
        stdio: 'ignore',
      })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

rmSync('dist', { recursive: true, force: true })
const parts = await buildParts()
mkdirSync('dist/cli', { recursive: true })
await Promise.all(parts.map(writePart))
compileAhead()
