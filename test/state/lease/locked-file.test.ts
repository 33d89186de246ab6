import { join } from 'node:path'
import { afterEach, describe, expect, it } from '@jest/globals'
import Database from 'better-sqlite3'
import { toRunId } from '../../../src/domain/ids.js'
import { aFolder, openState } from '../temp-state.js'

const locks: Database.Database[] = []
afterEach(() => {
  for (const lock of locks.splice(0)) lock.close()
})

/** As a process that was paused in the middle of a commit does. */
const lockFile = (folder: string): void => {
  const lock = new Database(join(folder, 'state.db'))
  lock.exec('BEGIN IMMEDIATE')
  locks.push(lock)
}

describe('a state file that is locked', () => {
  it('by a run that stands still is refused with that run', async () => {
    const folder = aFolder()
    const first = await openState(folder, { pid: 11 })
    await first.acquireLease('whole-file', toRunId('run-1'))
    lockFile(folder)

    const refused = openState(folder, { pid: 12 })

    await expect(refused).rejects.toMatchObject({
      code: 'lease-held',
      message: expect.stringContaining('process 11 on test-host'),
      remedy: expect.stringContaining('kill -CONT 11'),
    })
  })

  it('by anything else is refused as locked', async () => {
    const folder = aFolder()
    const first = await openState(folder, { pid: 11 })
    await first.acquireLease('whole-file', toRunId('run-1'))
    lockFile(folder)

    const refused = openState(folder, { pid: 12, isProcessAlive: () => false })

    await expect(refused).rejects.toMatchObject({
      code: 'state-unusable',
      message: expect.stringContaining('locked'),
    })
  })
})
