import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from '@jest/globals'
import { toRunId } from '../../src/domain/ids.js'
import { isProcessAlive } from '../../src/state/sqlite/lease/process-mark.js'
import { ann } from './records.js'
import { aFolder, openState } from './temp-state.js'
import { asTester } from '../support/builders.js'

const children: ChildProcess[] = []
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})

/** Starts a run in another process and waits until it is in the middle of a write. */
const startSecondProcess = async (folder: string): Promise<ChildProcess> => {
  const script = fileURLToPath(new URL('./second-process.ts', import.meta.url))
  const files = [join(folder, 'state.db'), join(folder, 'state.key')]
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...files], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  const said = await Promise.race([once(child.stdout, 'data'), once(child, 'exit').then(() => ['it ended'])])
  expect(String(said[0])).toBe('writing\n')
  return child
}

describe('two processes', () => {
  it('run one at a time; when one is killed the other takes over at once and sees the write it left', async () => {
    const folder = aFolder()
    const child = await startSecondProcess(folder)
    const state = await openState(folder, { pid: process.pid, host: hostname(), isProcessAlive })

    const refused = state.acquireLease(toRunId('run-2'))
    await expect(refused).rejects.toThrow(`process ${child.pid} on ${hostname()}`)
    child.kill('SIGKILL')
    await once(child, 'exit')
    const lease = await state.acquireLease(toRunId('run-2'))

    expect(lease.isLost()).toBe(false)
    expect(await state.store('acme', asTester).journal.readOpenIntents()).toEqual([
      expect.objectContaining({ subject: ann, section: 'address' }),
    ])
    expect(await state.store('acme', asTester).runs.readRuns(1)).toEqual([
      expect.objectContaining({ ended: false, result: 'aborted' }),
    ])
  })
})
