import { describe, expect, it } from '@jest/globals'

import { findSoapEnds } from '../../../src/domain/addresses/soap-end.js'
import { openCutoverWorld } from './cutover-world.js'

describe('cutover compare and status', () => {
  it('say how far a connection is, and that both transports say the same', async () => {
    const world = await openCutoverWorld({ mix: 'all-linked', count: 4 })
    await world.sync()

    const early = await world.run('cutover compare')
    const before = await world.run('cutover status --json')
    await world.prepare()
    const after = await world.run('cutover status --json')
    const text = await world.run('cutover status')
    const compared = await world.run('cutover compare --json')
    const doctor = await world.run('doctor --json')
    world.goOver('rest')
    const over = await world.run('cutover status --json')

    expect(early.code).toBe(2)
    expect(early.stderr).toContain('cutover prepare')
    expect(JSON.parse(before.stdout)).toEqual({
      formatVersion: 1,
      connection: 'sandbox',
      api: 'soap',
      consent: 'ok',
      daysLeft: 99,
      companies: { total: 1, paired: 0 },
      links: { total: 4, paired: 0 },
      openWrites: 0,
      verifiedAt: null,
      ready: false,
      stage: 'not-prepared',
      next: 'prepare',
      remedy: 'nmbrs-sync cutover prepare --connection sandbox',
      actions: [{ command: 'cutover prepare', arguments: ['--connection', 'sandbox'], asks: [] }],
    })
    expect(JSON.parse(after.stdout)).toMatchObject({
      ...{ links: { total: 4, paired: 4 }, ready: true, stage: 'ready', next: 'compare' },
      actions: [{ command: 'cutover compare', arguments: ['--connection', 'sandbox'] }],
    })
    expect(text.stdout).toContain('2027-03-01, in 99 days')
    expect(compared).toMatchObject({ code: 0 })
    expect(JSON.parse(compared.stdout)).toEqual({
      formatVersion: 1,
      people: 4,
      differences: [],
      notOnRest: ['BIC'],
      ...{ next: [], remedy: null, actions: [] },
    })
    const { checks } = JSON.parse(doctor.stdout) as {
      checks: { check: string; status: string; detail: string }[]
    }
    expect(checks.filter(({ check }) => check === 'Nmbrs SOAP')).toMatchObject([
      { status: 'warn', detail: 'Nmbrs ends SOAP on 2027-03-01, in 99 days' },
    ])
    expect(JSON.parse(over.stdout)).toMatchObject({
      ...{ api: 'rest', ready: true },
      ...{ stage: 'on-rest', next: null, remedy: null, actions: [] },
    })
  })

  it.each([
    ['2026-10-31', 'soap', []],
    ['2026-11-01', 'soap', [120]],
    ['2027-02-28', 'soap', [1]],
    ['2027-04-01', 'soap', [0]],
    ['2026-11-01', 'rest', []],
  ] as const)('on %s a connection over %s is told of the end as of %p', (day, api, days) => {
    expect(findSoapEnds([{ name: 'acme', nmbrs: { api } }], day).map(({ daysLeft }) => daysLeft)).toEqual([
      ...days,
    ])
  })
})
