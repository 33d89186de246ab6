import { once } from 'node:events'
import type { ChildProcess } from 'node:child_process'

import { describe, expect, it } from '@jest/globals'

import type { RunDocument } from '../../../src/domain/run/run.js'
import { startSandbox, type Sandbox } from '../../../src/sandbox/start-sandbox.js'
import { sampleOf } from '../../support/matrix.js'
import { openCli, realToday, type CliEnd } from '../../e2e/child-cli.js'
import { compareSides } from '../../e2e/sandbox-world.js'
import { changeWrites, hireWrites, type WriteRow } from './rows.js'
import { expectSameHistories, writesTo } from './run-cell.js'
import { createChangeStory, createHireStory, fewPeople, unasked, type Story } from './stories.js'

/**
 * When the command is killed: the call is on its way and will not arrive, or Nmbrs has just carried it out
 * and has not answered. In both the intent is on disk and its outcome is not.
 */
type Moment = 'received' | 'committed'

interface Trap {
  operation: string
  phase: Moment
  child: ChildProcess | undefined
}

const withTrap = async (test: (sandbox: Sandbox, set: (trap: Trap | undefined) => void) => Promise<void>) => {
  let trap: Trap | undefined
  const sandbox = await startSandbox({
    ...fewPeople,
    today: realToday(),
    onCall: async ({ operation, phase }) => {
      if (trap?.operation !== operation || trap.phase !== phase || trap.child === undefined) return
      const { child } = trap
      trap = undefined
      child.kill('SIGKILL')
      // Only then does the call go on, so that nobody is left to hear of it.
      await once(child, 'exit')
    },
  })
  try {
    await test(sandbox, (next) => (trap = next))
  } finally {
    await sandbox.close()
  }
}

const sync = ['sync', '--yes', '--json']
const documentOf = ({ stdout }: CliEnd): RunDocument => JSON.parse(stdout) as RunDocument

const expectMendedAfterKill = async (story: Story, { operation }: WriteRow, phase: Moment): Promise<void> => {
  await withTrap(async (sandbox, set) => {
    const cli = openCli(sandbox, { employment: { updateStartDate: true }, holds: unasked })
    try {
      const world = { alexis: sandbox.alexis, people: sandbox.story, today: realToday() }
      story.prepare(world)
      const settled = await cli.runHere(sync)
      story.happen(world)
      sandbox.nmbrs.calls.clear()
      const trap: Trap = { operation, phase, child: undefined }
      set(trap)
      if (phase === 'received') sandbox.nmbrs.faults.add({ kind: 'cut', when: 'before', operation })

      const killed = await cli.run(sync, { onStart: (child) => (trap.child = child) })
      const next = await cli.runHere(sync)
      const writes = writesTo(sandbox.nmbrs)
      const last = await cli.runHere(sync)

      expect([settled.code, killed.signal, next.code, last.code]).toEqual([0, 'SIGKILL', 0, 0])
      expect(documentOf(last).changes).toEqual([])
      expect(writesTo(sandbox.nmbrs)).toEqual(writes)
      const carriedOut = phase === 'committed'
      expect(writes.filter((each) => each === operation)).toHaveLength(carriedOut ? 1 : 2)
      const recovered = documentOf(next).findings.filter(({ code }) => code === 'create-recovered')
      expect(recovered).toHaveLength(operation === 'Employee_Insert' && carriedOut ? 1 : 0)
      expect(await compareSides(sandbox, realToday())).toEqual([])
      expectSameHistories(sandbox)
    } finally {
      cli.remove()
    }
  })
}

describe.each(['received', 'committed'] as const)('the command is killed when a call is %s', (phase) => {
  it.each(sampleOf(`hire killed ${phase}`, hireWrites))(
    '$operation for somebody who was hired: the next run puts it right, the one after has nothing to do',
    async (write) => {
      await expectMendedAfterKill(createHireStory(), write, phase)
    },
  )

  it.each(sampleOf(`change killed ${phase}`, changeWrites))(
    '$operation for somebody long known: the next run puts it right, the one after has nothing to do',
    async (write) => {
      await expectMendedAfterKill(createChangeStory(), write, phase)
    },
  )
})
