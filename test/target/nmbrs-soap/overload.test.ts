import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'

import { AuthError, type RemoteError } from '../../../src/domain/errors.js'
import { toTargetCompanyId } from '../../../src/domain/ids.js'
import { createPacedQueue, type PaceEvent, type PacedQueue } from '../../../src/http/paced-queue.js'
import { createJumpingClock } from '../../http/fake-clock.js'
import { createCallError } from '../../../src/target/nmbrs-soap/wire/call-error.js'
import { findOverload } from '../../../src/target/common/find-overload.js'
import type { Target } from '../../../src/target/port.js'
import { createStubTarget, startStub, type StubNmbrs } from './stub-nmbrs.js'

const company = toTargetCompanyId('12')
const period = 'Company_GetCurrentPeriod'

let stub: StubNmbrs
let targets: Target[]
let clock: ReturnType<typeof createJumpingClock>
let events: PaceEvent[]

beforeEach(async () => {
  stub = await startStub()
  clock = createJumpingClock()
  events = []
  const queue = createPacedQueue({ callsPerSecond: 50, clock, onChange: (event) => events.push(event) })
  targets = [await createStubTarget(stub, { queue }), await createStubTarget(stub, { queue })]
})

afterEach(async () => {
  await Promise.all(targets.map((target) => target.close()))
  await stub.close()
})

describe('targets of one account', () => {
  it.each([429, 503])('all wait when one of them is asked to with status %d', async (status) => {
    stub.answers[period] = [{ status, headers: { 'retry-after': '7' } }, '2026-11-M']
    const [first, second] = targets

    const reading = first!.readCurrentPeriod(company)
    while (events.length < 2) await new Promise((resolve) => setTimeout(resolve, 1))
    await second!.readCurrentPeriod(company)
    await reading

    expect(clock.now()).toBeGreaterThanOrEqual(7_000)
    expect(events).toEqual([
      { type: 'lowered', callsPerSecond: 25 },
      { type: 'paused', callsPerSecond: 25, pauseMs: 7_000 },
    ])
  })

  it('go on when another one is closed', async () => {
    stub.answers[period] = '2026-11-M'
    const [leaving, staying] = targets
    const waiting = Promise.allSettled([
      leaving!.readCurrentPeriod(company),
      leaving!.readCurrentPeriod(company),
    ])

    await leaving!.close()

    expect((await waiting).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    await expect(leaving!.readCurrentPeriod(company)).rejects.toMatchObject({ facts: { code: 'closed' } })
    await expect(staying!.readCurrentPeriod(company)).resolves.toMatchObject({ text: '2026-11-M' })
  })
})

describe('a call', () => {
  it('tells the pace that it leaves at the moment it does', async () => {
    stub.answers[period] = '2026-11-M'
    const steps: string[] = []
    const traffic = { waiting: () => 0, underWay: () => 0, nextChange: () => Promise.resolve() }
    const queue: PacedQueue = {
      openLane: () => ({
        run: async (call) => {
          const result = call(() => void steps.push(`leaves before request ${stub.requests.length + 1}`))
          steps.push('its turn came')
          return result
        },
        traffic,
        close: () => undefined,
      }),
      limitTo: () => undefined,
    }
    const target = await createStubTarget(stub, { queue })
    targets.push(target)

    await target.readCurrentPeriod(company)

    expect(steps).toEqual(['its turn came', 'leaves before request 1'])
  })
})

describe('an overload', () => {
  const limits = { nowMs: () => 0, maxDelayMs: 120_000 }
  const failedWith = (status: string): RemoteError => createCallError('http-failed', period, { status })

  it.each(['429', '503'])('is seen in status %s, also when no wait is asked for', (status) => {
    expect(findOverload(failedWith(status), limits)).toEqual({ pauseMs: 0 })
  })

  it.each([
    { what: 'another status', error: failedWith('500') },
    { what: 'a refused login', error: new AuthError('', 'nmbrs', 'credentials-refused', '') },
    { what: 'an error of another kind', error: new Error('503') },
  ])('is not seen in $what', ({ error }) => {
    expect(findOverload(error, limits)).toBeUndefined()
  })
})
