import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { defaultScopes } from '../../../src/config/nmbrs-accounts.js'
import type { DoctorCheck } from '../../../src/report/operations/doctor-report.js'
import { toGuid } from '../../../src/sandbox/nmbrs/world/guids.js'
import { openRestWorld, type RestWorld } from './rest-world.js'

let world: RestWorld
let rest: { scopes?: readonly string[] }
beforeAll(async () => {
  world = await openRestWorld((nmbrs) => {
    nmbrs.api = 'rest'
    rest = nmbrs.rest as typeof rest
  })
})
afterAll(() => world.close())

/** Consents to these scopes alone, and gives what doctor says then. */
const examineWith = async (scopes: readonly string[]) => {
  rest.scopes = scopes
  const { nmbrsId } = world.sandbox.company
  world.useCompany(toGuid('company', nmbrsId))
  await world.logIn()
  const { code, stdout } = await world.run('doctor --json')
  const { checks } = JSON.parse(stdout) as { checks: DoctorCheck[] }
  const toText = ({ detail, remedy }: DoctorCheck): string => `${detail}; ${remedy}`
  return {
    code,
    failed: checks.filter(({ status }) => status === 'fail').map(toText),
    warned: checks.filter(({ check, status }) => check === 'Nmbrs scopes' && status === 'warn').map(toText),
    tried: checks.find(({ detail }) => detail.includes('reading calls are open'))?.detail,
  }
}

describe('doctor over REST', () => {
  it('tries every reading call of a sync, and passes with the usual scopes', async () => {
    const { code, failed, warned, tried } = await examineWith(defaultScopes)

    expect({ code, failed, warned }).toEqual({ code: 0, failed: [], warned: [] })
    expect(tried).toMatch(/: 8 reading calls are open$/)
  })

  it.each([
    ['company.info.read', ['listCompanies', 'getCurrentPeriod'], []],
    ['employee.info.read', ['listEmployees', 'listPersonalInfo', 'listAddresses', 'listBankAccounts'], []],
    ['employee.employment.read', ['listSalaries', 'listEmployments'], []],
    [
      'employee.info',
      [],
      ['createEmployee', 'updatePersonalInfo', 'createAddress', 'createBankAccount', 'updateBankAccount'],
    ],
    ['employee.employment', [], ['createSalary']],
  ])('names %s and each call that wants it', async (scope, reads, writes) => {
    const { failed, warned } = await examineWith(defaultScopes.filter((one) => one !== scope))

    for (const read of reads)
      expect(failed).toContainEqual(
        expect.stringMatching(new RegExp(`^${read} is not allowed by the consent; The scope .*${scope}`)),
      )
    expect(failed.filter((text) => !text.includes(scope))).toEqual([])
    expect(failed.length > 0).toBe(reads.length > 0)
    expect(warned).toHaveLength(writes.length)
    for (const write of writes)
      expect(warned).toContainEqual(expect.stringMatching(new RegExp(`^${write} will be refused: ${scope}`)))
  })
})
