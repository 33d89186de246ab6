import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'

import { findControl, removeControlFile, writeControlFile } from '../../../src/app/daemon/control-file.js'
import { noteFailedStart, takeDowntime } from '../../../src/app/daemon/failed-starts.js'
import { becomeOnlyDaemon } from '../../../src/app/daemon/only-daemon.js'
import { toExitCode } from '../../../src/cli/exit-codes.js'
import { withReleases } from '../../../src/app/compose/releases.js'
import { ConfigError } from '../../../src/domain/errors.js'

let folder: string
let statePath: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nmbrs-sync-only-'))
  statePath = join(folder, 'data', 'state.db')
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

const here = {
  pid: process.pid,
  url: 'http://127.0.0.1:9464',
  token: 'first',
  since: '2026-11-22T01:00:00.000Z',
}
const at = '2026-11-23T01:00:00.000Z'

/** What becomes of a daemon that starts while the first one runs. */
const startBeside = async (secondPath: string): Promise<unknown> =>
  withReleases(async (releases) => {
    await becomeOnlyDaemon(statePath, releases)
    await writeControlFile(statePath, here)
    return withReleases(async (second) => becomeOnlyDaemon(secondPath, second)).catch(
      (error: unknown) => error,
    )
  })

describe('a second daemon of one state file', () => {
  it('is refused with the process and the address of the first, whose control file stays', async () => {
    const error = await startBeside(statePath)

    expect(error).toMatchObject({ code: 'daemon-runs' })
    expect(String(error)).toContain(`process ${process.pid} at http://127.0.0.1:9464`)
    expect(toExitCode(error)).toBe(75)
    expect(await findControl(statePath)).toEqual(here)
  })

  it('is refused when it calls the file by another name', async () => {
    await withReleases((releases) => becomeOnlyDaemon(statePath, releases))
    writeFileSync(statePath, '')
    symlinkSync(statePath, join(folder, 'other.db'))

    expect(await startBeside(join(folder, 'other.db'))).toMatchObject({ code: 'daemon-runs' })
  })

  it('starts once the first has ended', async () => {
    await startBeside(statePath)

    await expect(withReleases((releases) => becomeOnlyDaemon(statePath, releases))).resolves.toBeDefined()
  })

  it('takes away no control file but its own', async () => {
    await withReleases((releases) => becomeOnlyDaemon(statePath, releases))
    await writeControlFile(statePath, here)

    await removeControlFile(statePath, { ...here, token: 'second' })

    expect(await findControl(statePath)).toEqual(here)
  })
})

describe('a daemon that starts', () => {
  it('tells once that the one before was killed, and since when that one ran', async () => {
    await withReleases((releases) => becomeOnlyDaemon(statePath, releases))
    await writeControlFile(statePath, here)

    const left = await withReleases((releases) => becomeOnlyDaemon(statePath, releases))
    const told = await takeDowntime(statePath, at, left)

    expect(told).toMatchObject([{ at, failure: { code: 'daemon-died' } }])
    expect(told[0]!.failure.message).toContain(`started at ${here.since} (process ${process.pid})`)
  })

  it('tells once how often it could not start, and why the last time', async () => {
    await withReleases((releases) => becomeOnlyDaemon(statePath, releases))
    const fail = (message: string, when: string): Promise<unknown> =>
      noteFailedStart(statePath, when, () =>
        Promise.reject(new ConfigError(message, [], { remedy: 'nmbrs-sync mappings check' })),
      ).catch(() => undefined)
    await fail('port taken', '2026-11-22T01:00:00.000Z')
    await fail('mapping wrong', '2026-11-22T02:00:00.000Z')

    const told = await takeDowntime(statePath, at, undefined)
    const again = await takeDowntime(statePath, at, undefined)

    expect(told).toMatchObject([
      { failure: { code: 'daemon-not-started', remedy: 'nmbrs-sync mappings check' } },
    ])
    expect(told[0]!.failure.message).toBe(
      'The daemon could not start, 2 times from 2026-11-22T01:00:00.000Z to 2026-11-22T02:00:00.000Z: mapping wrong',
    )
    expect(again).toEqual([])
  })

  it('does not count one that was refused beside another', async () => {
    await withReleases(async (releases) => {
      await becomeOnlyDaemon(statePath, releases)
      await writeControlFile(statePath, here)
      const second = (): Promise<unknown> => withReleases((own) => becomeOnlyDaemon(statePath, own))
      await noteFailedStart(statePath, at, second).catch(() => undefined)
    })

    expect(await takeDowntime(statePath, at, undefined)).toEqual([])
  })

  it('notes no text of an error that nobody foresaw', async () => {
    await withReleases((releases) => becomeOnlyDaemon(statePath, releases))
    await noteFailedStart(statePath, at, () => Promise.reject(new Error('secret'))).catch(() => undefined)

    expect(readFileSync(`${statePath}.daemon-failed.json`, 'utf8')).not.toContain('secret')
  })
})
