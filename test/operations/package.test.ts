import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'

const { files, scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  files: string[]
  scripts: Record<string, string>
}
const require = createRequire(import.meta.url)
const sqlite = dirname(require.resolve('better-sqlite3/package.json'))
const compiled = 'build/Release/better_sqlite3.node'

/** The program that better-sqlite3 runs when it is installed. */
const prebuildInstall = createRequire(join(sqlite, 'package.json')).resolve('prebuild-install/bin.js')

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'nmbrs-sync-package-'))
})
afterEach(() => {
  rmSync(root, { recursive: true })
})

describe('the tarball', () => {
  it("carries SQLite's native part and leads its installation there", () => {
    expect(files).toEqual(expect.arrayContaining(['native', '.prebuild-installrc']))
    expect(scripts).toMatchObject({ prepack: 'node pack-sqlite.js' })
    expect(readFileSync('.gitignore', 'utf8').split('\n')).toContain('native/')
  })

  it('gives better-sqlite3 its native part with no download and no compiler', () => {
    const installed = join(root, 'nmbrs-sync')
    const dependency = join(installed, 'node_modules/better-sqlite3')
    mkdirSync(dependency, { recursive: true })
    copyFileSync('.prebuild-installrc', join(installed, '.prebuild-installrc'))
    copyFileSync(join(sqlite, 'package.json'), join(dependency, 'package.json'))
    execFileSync(process.execPath, ['pack-sqlite.js', join(installed, 'native')])

    execFileSync(process.execPath, [prebuildInstall], {
      cwd: dependency,
      // Nothing listens there, and nothing is in a cache.
      env: { HOME: root, npm_config_cache: join(root, 'cache'), HTTPS_PROXY: 'http://127.0.0.1:9' },
    })

    expect(readFileSync(join(dependency, compiled)).equals(readFileSync(join(sqlite, compiled)))).toBe(true)
    expect(readdirSync(root)).toEqual(['nmbrs-sync'])
  })

  it('keeps the native parts of other systems, and none of another version', () => {
    const ofOtherSystem = `better-sqlite3-v${versionOf(sqlite)}-node-v137-darwin-arm64.tar.gz`
    const older = 'better-sqlite3-v1.0.0-node-v115-linux-x64.tar.gz'
    for (const name of [ofOtherSystem, older]) copyFileSync('LICENSE', join(root, name))

    execFileSync(process.execPath, ['pack-sqlite.js', root])

    expect(readdirSync(root)).toHaveLength(2)
    expect(readdirSync(root)).toContain(ofOtherSystem)
    expect(readdirSync(root)).not.toContain(older)
  })
})

function versionOf(folder: string): string {
  return (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }).version
}
