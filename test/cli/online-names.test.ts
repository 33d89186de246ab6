import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { parse, stringify } from 'yaml'

import type { Problem } from '../../src/domain/errors.js'
import type { DoctorCheck } from '../../src/report/operations/doctor-report.js'
import { openCliWorld, type CliWorld } from './cli-world.js'

interface ConfigText {
  connections: {
    companies: Record<string, unknown>[]
    access: { portals: Record<string, Record<string, unknown>> }
  }[]
}

let world: CliWorld
let original: string
const file = (): string => join(world.folder, 'config', 'nmbrs-sync.yaml')
beforeAll(async () => {
  world = await openCliWorld('all-linked', 3)
  original = readFileSync(file(), 'utf8')
})
beforeEach(() => {
  writeFileSync(file(), original)
})
afterAll(() => world.close())

const configure = (change: (connection: ConfigText['connections'][number]) => void): void => {
  const config = parse(original) as ConfigText
  for (const connection of config.connections) change(connection)
  writeFileSync(file(), stringify(config))
}

const giveRules = (...departments: string[]): void => {
  configure(({ access }) => {
    for (const portal of Object.values(access.portals))
      portal.rules = departments.map((name, index) => ({
        name: `rule ${index}`,
        when: { departments: [name] },
        template: 'Payslip viewer',
      }))
  })
}

const check = async () => {
  const { code, stdout } = await world.run('config check --online --json')
  return { code, problems: (JSON.parse(stdout) as { problems: Problem[] }).problems }
}

describe('config check --online', () => {
  it('passes where AlexisHR has everything that is named', async () => {
    giveRules('Kwekerij', 'logistiek')

    expect(await check()).toEqual({ code: 0, problems: [] })
  })

  it('names the place of a department that nobody knows, and what was probably meant', async () => {
    giveRules('Kwekerij', 'Logistik')

    expect(await check()).toEqual({
      code: 2,
      problems: [
        expect.objectContaining({
          severity: 'error',
          line: expect.any(Number),
          key: 'connections[0].access.portals.nmbrs-ess.rules[1].when.departments[0]',
          found: 'Logistik',
          suggestion: 'Logistiek',
        }),
      ],
    })
  })

  it('names the place of a company that AlexisHR does not have', async () => {
    configure(({ companies }) => {
      Object.assign(companies[0] ?? {}, { alexisCompanyId: '65f1c0ffee0000000000dead' })
    })

    expect(await check()).toMatchObject({
      code: 2,
      problems: [{ key: 'connections[0].companies[0].alexisCompanyId', found: '65f1c0ffee0000000000dead' }],
    })
  })

  it('touches no remote without --online, and fails where AlexisHR does not let it in', async () => {
    giveRules('Logistik')

    expect((await world.run('config check')).code).toBe(0)
    expect((await world.run('config check --online', { env: { ALEXIS_TOKEN: 'wrong' } })).code).toBe(1)
  })
})

describe('doctor', () => {
  it('compares the departments of login rules with AlexisHR', async () => {
    const look = async () => {
      const { code, stdout } = await world.run('doctor --json')
      const { checks } = JSON.parse(stdout) as { checks: DoctorCheck[] }
      return { code, checks: checks.filter((one) => one.check === 'login rules') }
    }
    giveRules('Kwekerij')
    const right = await look()
    giveRules('Kwekerijj')
    const wrong = await look()

    expect(right).toMatchObject({ code: 0, checks: [{ status: 'ok' }] })
    expect(wrong).toMatchObject({
      code: 1,
      checks: [{ status: 'fail', detail: expect.stringContaining('rules[0].when.departments[0]') }],
    })
  })
})

describe('a login rule with a department that nobody knows', () => {
  it('hands nothing over, and the plan says what waits', async () => {
    await world.run('sync --yes')
    giveRules('Logistik')

    const { code, stdout } = await world.run('access plan --json')
    const { portals } = JSON.parse(stdout) as { portals: { actions: { holds: string[] }[] }[] }
    const synced = await world.run('access sync --json')

    expect(code).toBe(3)
    const held = portals.flatMap(({ actions }) => actions.filter(({ holds }) => holds.length > 0))
    expect(held.length).toBeGreaterThan(0)
    expect(JSON.parse(synced.stdout)).toMatchObject({ portals: [{ handOvers: [] }] })
  })
})
