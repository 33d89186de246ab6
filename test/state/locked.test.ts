import { afterEach, describe, expect, it } from '@jest/globals'
import Database from 'better-sqlite3'

import { toRunId } from '../../src/domain/ids.js'
import { openStateDatabase } from '../../src/state/open-state-database.js'
import { aFolder, stateOptions } from './temp-state.js'

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

const aState = async () => {
  const options = { ...stateOptions(aFolder()), busyTimeoutMs: 2000 }
  const state = await openStateDatabase(options)
  const other = new Database(options.path)
  closing.push(
    () => other.close(),
    () => state.close(),
  )
  return { options, state, other }
}

/** Another program works on the file for so long; only a loop that goes on lets it end. */
const lockFor = (other: Database.Database, ms: number): void => {
  other.exec('BEGIN IMMEDIATE')
  setTimeout(() => other.exec('COMMIT'), ms)
}

/** How often something else had its turn while `work` went on: not at all while a statement waits. */
const countTurns = async (work: Promise<unknown>): Promise<number> => {
  let turns = 0
  const timer = setInterval(() => (turns += 1), 5)
  await work
  clearInterval(timer)
  return turns
}

describe('a state file that another program has locked', () => {
  it('is opened once it is free, and the process goes on meanwhile', async () => {
    const { options, other } = await aState()
    lockFor(other, 400)

    const opening = openStateDatabase(options)
    const turns = await countTurns(opening)
    await (await opening).close()

    expect(turns).toBeGreaterThan(2)
  })

  it('is written to once it is free, and the process goes on meanwhile', async () => {
    const { state, other } = await aState()
    lockFor(other, 400)

    const writing = state.acquireLease('whole-file', toRunId('run-1'))
    const turns = await countTurns(writing)

    expect(turns).toBeGreaterThan(2)
    expect((await writing).isLost()).toBe(false)
  })

  it('is given up when it stays locked, and the process goes on meanwhile', async () => {
    const { options, other } = await aState()
    other.exec('BEGIN IMMEDIATE')

    const opening = openStateDatabase({ ...options, busyTimeoutMs: 300 }).catch((error: unknown) => error)
    const turns = await countTurns(opening)
    other.exec('COMMIT')

    expect(String(await opening)).toContain('locked by another program')
    expect(turns).toBeGreaterThan(2)
  })
})
