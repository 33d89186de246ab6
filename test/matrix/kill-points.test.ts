import type { ChildProcess } from 'node:child_process'

import { describe, expect, it } from '@jest/globals'

import type { RunDocument } from '../../src/domain/run/run.js'
import { startSandbox, type Sandbox } from '../../src/sandbox/start-sandbox.js'
import { oneTo, sampleOf, wholeMatrixTime } from '../support/matrix.js'
import { openCli, realToday, type Cli } from '../e2e/child-cli.js'
import { expectRightValues } from '../e2e/expect-right-values.js'

/** Ends the running command without warning when Nmbrs has answered call number `nth`. */
interface Trigger {
  nth: number
  child: ChildProcess | undefined
}

const withSandbox = async (
  test: (sandbox: Sandbox, arm: (trigger: Trigger | undefined) => void) => Promise<void>,
) => {
  let armed: Trigger | undefined
  let [last, before] = [0, 0]
  const sandbox = await startSandbox({
    people: 5,
    seed: 11,
    today: realToday(),
    mix: 'all-new',
    // The less forgiving of the two readings of an update.
    switches: { nmbrs: { personalInfoUpdate: 'replace' } },
    onCall: ({ sequence, phase }) => {
      last = Math.max(last, sequence)
      if (armed?.nth === sequence - before && phase === 'answered') armed.child?.kill('SIGKILL')
    },
  })
  try {
    await test(sandbox, (trigger) => {
      armed = trigger
      before = last
    })
  } finally {
    await sandbox.close()
  }
}

const withCli = async <Result>(sandbox: Sandbox, test: (cli: Cli) => Promise<Result>): Promise<Result> => {
  const cli = openCli(sandbox)
  try {
    return await test(cli)
  } finally {
    cli.remove()
  }
}

const sync = ['sync', '--yes', '--json']

describe('the command is killed after a call of a first export of five people', () => {
  it(
    'whichever call that is: the next run leaves exactly five, each with one account and the right values',
    async () => {
      await withSandbox(async (sandbox, arm) => {
        const whole = await withCli(sandbox, (cli) => cli.run(sync))
        const calls = sandbox.nmbrs.calls.records.length
        expect(whole).toMatchObject({ code: 0, signal: null })
        // Kills among the first people are of this run too.
        expect((JSON.parse(whole.stdout) as RunDocument).canary).toMatchObject({ people: 1, result: 'right' })
        expectRightValues(sandbox)

        for (const nth of sampleOf('kill points', oneTo(calls))) {
          sandbox.nmbrs.reset()
          await withCli(sandbox, async (cli) => {
            const trigger: Trigger = { nth, child: undefined }
            arm(trigger)
            const killed = await cli.run(sync, { onStart: (child) => (trigger.child = child) })
            arm(undefined)
            const next = await cli.runHere(sync)

            expect({ nth, signal: killed.signal }).toEqual({ nth, signal: 'SIGKILL' })
            expect({ nth, code: next.code }).toEqual({ nth, code: 0 })
            expect((JSON.parse(next.stdout) as RunDocument).run.result).toBe('ok')
            expectRightValues(sandbox)
          })
        }
      })
    },
    wholeMatrixTime,
  )
})
