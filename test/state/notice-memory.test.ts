import { describe, expect, it } from '@jest/globals'

import type { MemoryKey, Remembered } from '../../src/daemon/notices/decide-telling.js'
import { aFolder, openState } from './temp-state.js'

const key: MemoryKey = { connection: 'acme', topic: 'run', channel: 'email' }
const held: Remembered = {
  kind: 'held',
  signs: 'abc',
  since: '2026-11-22T02:03:00.000Z',
  toldAt: '2026-11-22T02:03:00.000Z',
}

describe('the memory of notices', () => {
  it('knows nothing at first', async () => {
    const state = await openState()

    expect(await state.noticeMemory().read(key)).toBeUndefined()
  })

  it('gives back what was last written, also after the file was closed', async () => {
    const folder = aFolder()
    const first = await openState(folder)
    await first.noticeMemory().write(key, { ...held, kind: 'failed' })
    await first.noticeMemory().write(key, { ...held, toldAt: null })
    await first.close()

    const second = await openState(folder)

    expect(await second.noticeMemory().read(key)).toEqual({ ...held, toldAt: null })
  })

  it('keeps connections, topics and channels apart', async () => {
    const memory = (await openState()).noticeMemory()

    await memory.write(key, held)

    for (const other of [
      { ...key, connection: 'other' },
      { ...key, connection: null },
      { ...key, topic: 'quarantine' as const },
      { ...key, channel: 'webhook' },
    ])
      expect(await memory.read(other)).toBeUndefined()
  })
})
