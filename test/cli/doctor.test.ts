import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'

import { checkNmbrs } from '../../src/app/doctor/check-nmbrs.js'
import { toCurrentPeriod } from '../../src/domain/pay/current-period.js'
import type { DoctorCheck } from '../../src/report/operations/doctor-report.js'
import type { Target } from '../../src/target/port.js'
import { companyId, sourceCompanyId } from '../support/builders.js'
import { InMemoryTarget } from '../support/in-memory-target.js'
import { companyName } from '../support/world.js'
import { makeState, openCliWorld, writesOf, type CliWorld, type CommandOptions } from './cli-world.js'

let world: CliWorld
beforeAll(async () => {
  world = await openCliWorld('all-linked', 3)
})
beforeEach(() => {
  world.sandbox.nmbrs.reset()
  Object.assign(world.sandbox.nmbrs.accounts[0] ?? {}, { template: {} })
  writeConfig((text) => text)
})
afterAll(() => world.close())

const writeConfig = (change: (text: string) => string): void => {
  const text = world.sandbox.configYaml(join(world.folder, 'data'))
  writeFileSync(join(world.folder, 'config', 'nmbrs-sync.yaml'), change(text))
}

const examine = async (options: CommandOptions = {}) => {
  const { code, stdout } = await world.run('doctor --json', options)
  const { checks } = JSON.parse(stdout) as { checks: DoctorCheck[] }
  const failed = checks.filter(({ status }) => status === 'fail')
  return { code, checks, failed, failedNames: [...new Set(failed.map(({ check }) => check))] }
}

describe('doctor', () => {
  it('passes when everything is in place, and writes nothing', async () => {
    await world.run(makeState)
    const { code, checks } = await examine()

    expect(code).toBe(0)
    expect(new Set(checks.map(({ check }) => check))).toEqual(
      new Set([
        'configuration',
        'state file',
        'key file',
        'audit record',
        'lease',
        'clock',
        'mapping',
        'AlexisHR',
        'AlexisHR company',
        'login rules',
        'Nmbrs login',
        'Nmbrs domain',
        'Nmbrs company',
        'Nmbrs period',
        'Nmbrs rights',
        // The end of SOAP is near.
        'Nmbrs SOAP',
      ]),
    )
    expect(writesOf(world.sandbox)).toEqual([])
  })

  it('names every call that is switched off, and goes on with the others', async () => {
    const [account] = world.sandbox.nmbrs.accounts
    Object.assign(account ?? {}, {
      template: {
        EmployeeService: { except: ['Salary_GetAll_AllEmployeesByCompany'] },
        DebtorService: { except: ['Environment_Get'] },
      },
    })

    const { code, failed } = await examine()

    expect(code).toBe(1)
    expect(failed.map(({ detail }) => detail).join('\n')).toContain('Salary_GetAll_AllEmployeesByCompany is')
    expect(failed.every(({ check }) => check === 'Nmbrs rights')).toBe(true)
  })

  it('finds a company name that differs by one character', async () => {
    writeConfig((text) => text.replace('Tulpwerk B.V.', 'Tulpwerk BV.'))

    const { code, failed } = await examine()

    expect(code).toBe(1)
    expect(failed).toMatchObject([
      { check: 'Nmbrs company', detail: expect.stringContaining('character 11') },
    ])
  })

  it('finds a company that AlexisHR does not have', async () => {
    writeConfig((text) => text.replace(world.sandbox.company.alexisId, '65f1c0ffee0000000000dead'))

    expect((await examine()).failedNames).toEqual(['AlexisHR company'])
  })

  it('finds another domain than the configured one', async () => {
    const { environment } = world.sandbox.nmbrs.store.data
    const { subDomain } = environment
    Object.assign(environment, { subDomain: 'elsewhere' })

    const { failedNames } = await examine()
    Object.assign(environment, { subDomain })

    expect(failedNames).toEqual(['Nmbrs domain'])
  })

  it('tries a refused Nmbrs login once and says what it could not look at', async () => {
    const { code, failedNames, checks } = await examine({ env: { NMBRS_TOKEN: 'wrong' } })
    for (const check of checks) expect(check).toMatchObject({ actions: expect.any(Array) })

    expect(code).toBe(1)
    expect(failedNames).toEqual(['Nmbrs login', 'Nmbrs company', 'Nmbrs period', 'Nmbrs rights'])
    expect(checks.find(({ check }) => check === 'AlexisHR')?.status).toBe('ok')
    expect(world.sandbox.nmbrs.calls.records).toHaveLength(1)
  })

  it('looks at Nmbrs also when AlexisHR refuses', async () => {
    const { code, failedNames, checks } = await examine({ env: { ALEXIS_TOKEN: 'wrong' } })

    expect(code).toBe(1)
    expect(failedNames).toEqual(['AlexisHR'])
    expect(checks.some(({ check, status }) => check === 'Nmbrs login' && status === 'ok')).toBe(true)
  })

  it('finds a payroll period that cannot be read', async () => {
    const fault = { kind: 'soap-fault', operation: 'Company_GetCurrentPeriod', code: 1002 } as const
    world.sandbox.nmbrs.faults.add({ ...fault, times: 9 })

    const { failedNames } = await examine()

    expect(failedNames).toEqual(['Nmbrs period', 'Nmbrs rights'])
  })

  it('looks at both accounts also when the state file cannot be used', async () => {
    writeFileSync(join(world.folder, 'file'), 'in the way')
    writeConfig((text) => text.replaceAll(join(world.folder, 'data'), join(world.folder, 'file', 'data')))

    const { code, failedNames, checks } = await examine()

    expect(code).toBe(1)
    expect(failedNames).toEqual(['state file'])
    expect(checks.filter(({ check }) => check === 'Nmbrs login')).toMatchObject([{ status: 'ok' }])
  })

  it('warns of a literal secret in the configuration without showing it', async () => {
    writeConfig((text) => text.replace('${ALEXIS_TOKEN}', world.sandbox.alexis.token))

    const { stdout } = await world.run('doctor --json')

    expect(JSON.parse(stdout)).toMatchObject({ ok: true })
    expect(stdout).toContain('"warn"')
    expect(stdout).not.toContain(world.sandbox.alexis.token)
  })

  it('prints a report for people', async () => {
    const { stdout } = await world.run('doctor')

    expect(stdout).toContain('Connection sandbox')
    expect(stdout).toMatch(/All \d+ checks passed, 1 worth a look\. Next: nmbrs-sync plan\n$/)
  })
})

describe('doctor after a run that was in the future', () => {
  it('warns that the clock was set back', async () => {
    await world.run('plan', { laterMs: 86_400_000 })

    const { checks } = await examine()
    const clock = checks.find(({ check }) => check === 'clock')

    expect(clock).toMatchObject({ status: 'warn', detail: expect.stringContaining('but a run started at') })
  })
})

describe('the look at Nmbrs', () => {
  const company = { sourceId: sourceCompanyId, targetId: companyId, targetName: companyName }
  const connection = { companies: [company], nmbrs: { host: 'https://api.nmbrs.nl', domain: 'tulp' } }
  const look = (differs: Partial<Target>) =>
    checkNmbrs(
      connection,
      Object.assign(new InMemoryTarget(companyId, companyName), differs),
      'connections[0]',
    )

  it('names a payroll period that there cannot be, and what to do', async () => {
    const found = await look({ readCurrentPeriod: () => Promise.resolve(toCurrentPeriod('2023-14-4W')) })

    expect(found.find(({ check }) => check === 'Nmbrs period')).toMatchObject({
      status: 'fail',
      detail:
        'company 1234 is in period 14 of 2023 (2023 has 13 periods of four weeks, and no day is left after them); nothing with a start date is sent',
      remedy: expect.stringContaining('Have payroll set the current period') as unknown,
    })
  })

  it('warns when Nmbrs does not say its domain', async () => {
    const found = await look({ readDomain: () => Promise.resolve(undefined) })

    expect(found.find(({ check }) => check === 'Nmbrs domain')?.status).toBe('warn')
  })

  it.each([
    ['inactive', 'is switched off for the account', 'user template'],
    ['no-access', 'is not open for this company', 'tags and filters'],
    ['error', 'does not answer: too slow', 'try again'],
  ] as const)('says of a call that is %s what to do', async (status, detail, remedy) => {
    const right = { operation: 'Salary_GetList', status, detail: 'too slow' }
    const found = await look({ checkRights: () => Promise.resolve([right]) })

    expect(found.find(({ check }) => check === 'Nmbrs rights')).toMatchObject({
      status: 'fail',
      detail: `Salary_GetList ${detail}`,
      remedy: expect.stringContaining(remedy),
    })
  })

  it('gives the remedy of the transport for a call that the consent does not allow', async () => {
    const right = {
      operation: 'listSalaries',
      status: 'no-access',
      detail: '',
      remedy: 'add a scope',
    } as const
    const found = await look({ checkRights: () => Promise.resolve([right]) })

    expect(found.find(({ check }) => check === 'Nmbrs rights')).toMatchObject({
      status: 'fail',
      detail: 'listSalaries is not allowed by the consent',
      remedy: 'add a scope',
    })
  })
})
