import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'

import { toSourceEmployeeId } from '../../src/domain/ids.js'
import { prepareDrift, listDrift, settleDrift } from '../../src/run/by-hand/drift.js'
import type { RunEnd } from '../../src/run/run-connection.js'
import { aCompensation, openWorld, sourceValues, type World } from '../support/world.js'

const subject = toSourceEmployeeId('a1')

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

/** What AlexisHR says; a salary of another day comes after the first one. */
const says = (rate: string | undefined, differs: Record<string, string> = {}, amount = '3000'): void => {
  const isFirst = differs['compensation.effectiveDate'] === undefined
  world.source.set(
    'a1',
    sourceValues({
      'compensation.amount': amount,
      ...(rate === undefined ? {} : { 'employment.rate': rate }),
      ...differs,
    }),
    isFirst ? [] : [aCompensation('2026-11-02', '3000')],
  )
}
const codesOf = ({ document }: RunEnd): string[] => document.findings.map(({ code }) => code)
const accept = async (): Promise<void> => {
  const order = { order: 'accept-target' as const, subject }
  await settleDrift(world.deps, order, await prepareDrift(world.deps, order))
}
const settle = async (rate: string | undefined, differs: Record<string, string> = {}): Promise<void> => {
  says(rate, differs)
  for (let run = 0; run < 3; run += 1) expect(codesOf(await world.run())).toEqual([])
}
/** What three runs in a row say, the last over everything. */
const runs = async (): Promise<string[][]> => [
  codesOf(await world.run()),
  codesOf(await world.run()),
  codesOf(await world.run({ verifyAll: true })),
]
const silence = [[], [], []]
const said = [['salary-rate-changed'], ['salary-rate-changed'], ['salary-rate-changed']]

describe('the rate of an employment that changes beside an unchanged salary', () => {
  it.each([
    ['80', said],
    ['0.8', said],
    ['0', said],
    ['110', said],
    ['100.00', silence],
    ['1', silence],
    [undefined, silence],
    ['part-time', silence],
  ])('from 100 to %s is said as often as it is looked at: %j', async (rate, expected) => {
    await settle('100')
    says(rate)

    expect(await runs()).toEqual(expected)
    expect((await world.run()).document.run.result).toBe('ok')
  })

  it('is said no more once it is back', async () => {
    await settle('100')
    says('80')
    await runs()
    says('100')

    expect(await runs()).toEqual(silence)
  })

  it('is said no more once the amount is another one, and that one is watched', async () => {
    await settle('100')
    says('80')
    await runs()
    says('80', { 'compensation.effectiveDate': '2026-11-16' }, '2400')

    expect(codesOf(await world.run())).not.toContain('salary-rate-changed')
    expect(await runs()).toEqual(silence)
    says('60', { 'compensation.effectiveDate': '2026-11-16' }, '2400')
    expect(await runs()).toEqual(said)
  })

  it('is said for a new salary of the same amount too', async () => {
    await settle('100')
    says('80', { 'compensation.effectiveDate': '2026-11-16' })
    await world.run()

    expect(await runs()).toEqual(said)
  })

  it('is said no more once somebody says that it is right, until it changes again', async () => {
    await settle('100')
    says('80')
    await runs()
    const { people } = await listDrift(world.deps, { employees: [], verifyAll: false })
    expect(people).toMatchObject([{ subject: 'a1', fields: [{ field: 'Value', by: 'rate' }] }])

    await accept()

    expect(await runs()).toEqual(silence)
    expect(await listDrift(world.deps, { employees: [], verifyAll: true })).toMatchObject({ people: [] })
    says('100')
    expect(await runs()).toEqual(said)
  })

  it('is nothing that could be sent', async () => {
    await settle('100')
    says('80')
    await world.run()

    await expect(prepareDrift(world.deps, { order: 'restore-source', subject })).rejects.toThrow(
      'there is nothing to send',
    )
  })

  it('means nothing for an amount per hour', async () => {
    const hourly = { 'compensation.payoutPeriod': 'HOURLY' }
    says('100', hourly, '20')
    for (let run = 0; run < 3; run += 1) await world.run()
    says('80', hourly, '20')

    expect(await runs()).toEqual(silence)
  })

  it('is learned in silence where nothing is known of it', async () => {
    await settle(undefined)
    says('80')

    expect(await runs()).toEqual(silence)
    says('60')
    expect(await runs()).toEqual(said)
  })
})
