import type { ChildProcess } from 'node:child_process'

import { expect } from '@jest/globals'

import type { RunDocument } from '../../../src/domain/run/run.js'
import type { RestRequest } from '../../../src/sandbox/nmbrs/rest/rest-request.js'
import { startSandbox, type Sandbox, type SandboxOptions } from '../../../src/sandbox/start-sandbox.js'
import { openCli, realToday, type Cli } from '../../e2e/child-cli.js'
import { giveConsent } from '../../e2e/rest/give-consent.js'

/** Ends the running command without warning when Nmbrs has answered call number `nth`. */
interface Trigger {
  nth: number
  child: ChildProcess | undefined
}

/** Both fakes, and a way to kill a command after one of its calls over REST. */
export interface KillStage {
  sandbox: Sandbox
  arm: (trigger: Trigger | undefined) => void
  /** A new installation with a consent, and both sides as they were at first. */
  withCli: <Result>(test: (cli: Cli) => Promise<Result>) => Promise<Result>
}

export const sync = ['sync', '--yes', '--json']

export const withKillStage = async (
  options: Pick<SandboxOptions, 'people' | 'seed' | 'mix'> & { onRequest: (request: RestRequest) => void },
  test: (stage: KillStage) => Promise<void>,
): Promise<void> => {
  let armed: Trigger | undefined
  let [last, before] = [0, 0]
  const sandbox = await startSandbox({
    ...options,
    today: realToday(),
    switches: { nmbrs: { restPersonalInfoOmits: 0 } },
    onCall: ({ sequence, phase }) => {
      last = Math.max(last, sequence)
      if (armed?.nth === sequence - before && phase === 'answered') armed.child?.kill('SIGKILL')
    },
  })
  const source = structuredClone(sandbox.alexis.data)
  const withCli: KillStage['withCli'] = async (work) => {
    sandbox.nmbrs.reset()
    Object.assign(sandbox.alexis.data, structuredClone(source))
    const cli = openCli(sandbox, { holds: { bankAccountChange: 'never' } }, 'rest')
    try {
      await giveConsent(sandbox, cli.folder)
      return await work(cli)
    } finally {
      cli.remove()
    }
  }
  const arm: KillStage['arm'] = (trigger) => {
    armed = trigger
    before = last
  }
  try {
    await test({ sandbox, arm, withCli })
  } finally {
    await sandbox.close()
  }
}

const documentOf = (stdout: string): RunDocument => JSON.parse(stdout) as RunDocument

/**
 * Kills a run after one of its calls. The next one puts everything right, and the one after that has nothing
 * to do.
 */
export const expectMendedAfterKill = async (
  { sandbox, arm }: KillStage,
  cli: Cli,
  nth: number,
): Promise<void> => {
  const trigger: Trigger = { nth, child: undefined }
  arm(trigger)
  const before = sandbox.nmbrs.calls.records.length
  const killed = await cli.run(sync, { onStart: (child) => (trigger.child = child) })
  const made = sandbox.nmbrs.calls.records.length - before
  arm(undefined)
  const next = await cli.runHere(sync)
  const last = await cli.runHere(sync)

  // A run may need a call less than the one that was counted, so that its last point is never reached.
  const isReached = made >= nth
  expect({ nth, signal: killed.signal }).toEqual({ nth, signal: isReached ? 'SIGKILL' : null })
  expect(made).toBeGreaterThanOrEqual(nth - 2)
  expect({ nth, code: next.code, ...documentOf(next.stdout).run }).toMatchObject({
    nth,
    code: 0,
    result: 'ok',
  })
  expect({ nth, changes: documentOf(last.stdout).changes }).toEqual({ nth, changes: [] })
  expect(sandbox.nmbrs.violations).toEqual([])
}
