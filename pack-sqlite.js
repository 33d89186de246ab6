import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

// Puts SQLite's native part, as it is here, beside the program in the tarball. `prebuild-install`, which
// better-sqlite3 runs, is led there by .prebuild-installrc before it downloads, so that an install on the
// same system and line of Node neither downloads nor compiles it. Elsewhere it goes on as it always does.
const require = createRequire(import.meta.url)
const manifest = require.resolve('better-sqlite3/package.json')
const { version } = require(manifest)

// Fails when it was compiled for another Node than this one: its name would promise too much.
const Database = require('better-sqlite3')
new Database(':memory:').close()

const { platform, arch, versions, report } = process
const libc = platform === 'linux' && !report.getReport().header.glibcVersionRuntime ? 'musl' : ''
const name = `better-sqlite3-v${version}-node-v${versions.modules}-${platform}${libc}-${arch}.tar.gz`

// Those made on another Node or system stay, so that one tarball can carry several.
const folder = process.argv[2] ?? join(import.meta.dirname, 'native')
mkdirSync(folder, { recursive: true })
for (const other of readdirSync(folder))
  if (!other.startsWith(`better-sqlite3-v${version}-`)) rmSync(join(folder, other))

const compiled = 'build/Release/better_sqlite3.node'
execFileSync('tar', ['-czf', join(folder, name), '-C', join(manifest, '..'), compiled])
