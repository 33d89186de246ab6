import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from '@jest/globals'
import { toRunId } from '../../src/domain/ids.js'
import { isProcessAlive } from '../../src/state/sqlite/lease/process-mark.js'
import type { LeaseScope } from '../../src/run/store/lease.js'
import { ann } from './records.js'
import { aFolder, firstMoment, openState } from './temp-state.js'
import { asTester } from '../support/builders.js'

const children: ChildProcess[] = []
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})

/** Starts a run in another process and waits until it is in the middle of a write. */
const startSecondProcess = async (folder: string): Promise<ChildProcess> => {
  const script = fileURLToPath(new URL('./second-process.ts', import.meta.url))
  const files = [join(folder, 'state.db'), join(folder, 'state.key'), 'acme', 'soap user one']
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...files], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  const said = await Promise.race([once(child.stdout, 'data'), once(child, 'exit').then(() => ['it ended'])])
  expect(String(said[0])).toBe('writing\n')
  return child
}

describe('two processes', () => {
  it('run one at a time over one connection or account; when one is killed the other takes over at once and sees the write it left', async () => {
    const folder = aFolder()
    const child = await startSecondProcess(folder)
    const state = await openState(folder, {
      pid: process.pid,
      host: hostname(),
      isProcessAlive,
      // Later than the child, which says the first moment.
      now: () => firstMoment + 1000,
    })

    const scopes: LeaseScope[] = [
      'whole-file',
      { connection: 'acme', accounts: ['soap user two'] },
      { connection: 'birch', accounts: ['soap user one'] },
      { connection: 'birch', accounts: ['soap user two', 'soap user one'] },
    ]
    for (const scope of scopes) {
      const refused = state.acquireLease(scope, toRunId('run-2'))
      await expect(refused).rejects.toMatchObject({
        code: 'lease-held',
        message: expect.stringContaining(`process ${child.pid} on ${hostname()}`),
      })
    }
    const beside = await state.acquireLease(
      { connection: 'birch', accounts: ['soap user two'] },
      toRunId('run-3'),
    )
    expect(await state.info()).toMatchObject({
      holder: { pid: child.pid },
      holders: [{ pid: child.pid }, { pid: process.pid }],
    })
    await beside.release()
    child.kill('SIGKILL')
    await once(child, 'exit')
    const lease = await state.acquireLease(
      { connection: 'birch', accounts: ['soap user one'] },
      toRunId('run-2'),
    )

    expect(lease.isLost()).toBe(false)
    expect(await state.store('acme', asTester).journal.readOpenIntents()).toEqual([
      expect.objectContaining({ subject: ann, section: 'address' }),
    ])
    expect(await state.store('acme', asTester).runs.readRuns(1)).toEqual([
      expect.objectContaining({ ended: false, result: 'aborted' }),
    ])
  })
})
