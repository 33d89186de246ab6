import { describe, expect, it } from '@jest/globals'

import type { RunDocument } from '../../../src/domain/run/run.js'
import { startSandbox } from '../../../src/sandbox/start-sandbox.js'
import { openCli, realToday, type Cli } from '../../e2e/child-cli.js'
import { sampleOf } from '../../support/matrix.js'
import { compareSides } from '../../e2e/sandbox-world.js'
import { answeredFaults, changeWrites, cross, type FaultColumn, type WriteRow } from './rows.js'
import { writesTo } from './run-cell.js'
import { createChangeStory, fewPeople } from './stories.js'

const bankWrites = changeWrites.filter(({ section }) => section === 'bankAccount')

const sync = async (cli: Cli): Promise<RunDocument> =>
  JSON.parse((await cli.runHere(['sync', '--yes', '--json'])).stdout) as RunDocument

const bankOutcomes = ({ changes }: RunDocument): string[] =>
  changes.filter(({ section }) => section === 'bankAccount').map(({ outcome }) => outcome)

/** Releases the one hold there is. */
const release = async (cli: Cli): Promise<void> => {
  const { stdout } = await cli.runHere(['holds', '--json'])
  const [id] = /"id":\s*"([^"]+)"/.exec(stdout)?.slice(1) ?? []
  if (id === undefined) throw new Error(`nothing is held: ${stdout}`)
  const released = await cli.runHere([
    'holds',
    'release',
    id,
    '--reason',
    'seen on paper',
    '--as',
    'somebody',
  ])
  if (released.code !== 0) throw new Error(released.stderr)
}

/**
 * A changed account waits, is released once, and the call that carries it is struck: the one release is
 * enough to bring it to its end.
 */
const expectOneRelease = async (
  { operation }: WriteRow,
  { fault, carriedOut }: FaultColumn,
): Promise<void> => {
  const sandbox = await startSandbox({ ...fewPeople, today: realToday() })
  const cli = openCli(sandbox, { employment: { updateStartDate: true } })
  try {
    const story = createChangeStory()
    const world = { alexis: sandbox.alexis, people: sandbox.story, today: realToday() }
    story.prepare(world)
    await sync(cli)
    story.happen(world)
    const waiting = await sync(cli)
    await release(cli)
    sandbox.nmbrs.calls.clear()
    sandbox.nmbrs.faults.add({ ...fault, operation })

    const struck = await sync(cli)
    const mended = await sync(cli)
    const writes = writesTo(sandbox.nmbrs)
    const last = await sync(cli)

    expect(sandbox.nmbrs.faults.waiting()).toBe(0)
    expect([waiting, struck].map(bankOutcomes)).toEqual([['held'], ['unknown']])
    expect(mended.run.result).toBe('ok')
    expect(last).toMatchObject({ run: { result: 'ok' }, changes: [] })
    expect(writesTo(sandbox.nmbrs)).toEqual(writes)
    expect(writes.filter((each) => each === operation)).toHaveLength(carriedOut ? 1 : 2)
    expect(await compareSides(sandbox, realToday())).toEqual([])
  } finally {
    cli.remove()
    await sandbox.close()
  }
}

describe('a changed bank account was released, and its call is struck', () => {
  it.each(sampleOf('released bankWrites', cross(bankWrites, answeredFaults)))(
    '$operation: $befalls; the next run brings it to its end without another release',
    async ({ write, column }) => {
      await expectOneRelease(write, column)
    },
  )
})
