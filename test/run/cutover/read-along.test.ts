import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'

import { silentLog } from '../../../src/domain/log.js'
import { beginShadow } from '../../../src/run/cutover/read-along.js'
import type { PlannedWorld } from '../../../src/run/plan/planned-world.js'
import type { SourceWorld } from '../../../src/run/read/read-source.js'
import type { RunOptions } from '../../../src/run/run-options.js'
import type { RunDeps, ShadowSide } from '../../../src/run/settings.js'
import { companyId } from '../../support/builders.js'
import { InMemoryTarget } from '../../support/in-memory-target.js'

const source = {} as SourceWorld
const own = { companies: [] as PlannedWorld['companies'] } as PlannedWorld

/** A transport that opens late: only when `open` is called. */
const aLateSide = () => {
  const target = new InMemoryTarget(companyId, 'Tulp')
  const close = jest.spyOn(target, 'close')
  let open = (): void => undefined
  const opened = new Promise<ShadowSide>((resolve) => {
    open = () => {
      resolve({ target, notCarried: [] })
    }
  })
  return { opened, open, close }
}

const begin = (opened: Promise<ShadowSide>) => {
  const problems: (string | null)[] = []
  const addShadowRead = ({ problem }: { problem: string | null }) =>
    Promise.resolve(void problems.push(problem))
  const deps = {
    shadow: () => opened,
    log: silentLog,
    store: { shadow: { addShadowRead } },
    settings: { companies: [], timeZone: 'Europe/Amsterdam' },
    now: () => 0,
  } as unknown as RunDeps
  const along = beginShadow(deps, { runId: 'run-1' } as unknown as RunOptions)
  along.begin(source)
  return { along, problems }
}

describe('another transport that opens late', () => {
  beforeEach(() => {
    jest.useFakeTimers()
  })
  afterEach(() => {
    jest.useRealTimers()
  })

  it('is closed once the sync does not wait for it any more', async () => {
    const { opened, open, close } = aLateSide()
    const { along, problems } = begin(opened)

    const finished = along.finish(own)
    await jest.advanceTimersByTimeAsync(30_000)
    await finished
    open()
    await jest.advanceTimersByTimeAsync(0)

    expect(problems).toEqual(['too-slow'])
    expect(close).toHaveBeenCalledTimes(1)
  })

  it('is closed when the sync could not read its own sides', async () => {
    const { opened, open, close } = aLateSide()
    const { along, problems } = begin(opened)

    await along.giveUp()
    open()
    await jest.advanceTimersByTimeAsync(0)

    expect(problems).toEqual([])
    expect(close).toHaveBeenCalledTimes(1)
  })
})
