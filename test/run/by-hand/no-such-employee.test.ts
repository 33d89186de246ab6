import { describe, expect, it } from '@jest/globals'

import { createAddressBook } from '../../../src/domain/addresses/address-book.js'
import { toSourceEmployeeId, toTargetEmployeeId } from '../../../src/domain/ids.js'
import { noSuchEmployee } from '../../../src/run/by-hand/no-such-employee.js'
import { weighMatch } from '../../../src/run/by-hand/weigh-match.js'
import { aTarget, companyId } from '../../support/builders.js'
import { sourceValues, withWorld } from '../../support/world.js'

const guid = (tail: string): string => `a1b2c3d4-0000-4000-8000-00000000000${tail}`
const sourceId = toSourceEmployeeId('a1')

interface Differs {
  /** Employees by id, each with an employee number. */
  employees?: Record<string, string>
  connected?: readonly string[]
  /** Keys that have an id over both transports. */
  known?: readonly string[]
}

const messageFor = (typed: string, { employees = {}, connected = [], known = [] }: Differs): string => {
  const targets = Object.entries(employees).map(([id, EmployeeNumber]) =>
    aTarget({ id, personalInfo: { EmployeeNumber } }),
  )
  const addresses = known.map((key, index) => ({
    ...{ kind: 'employee' as const, key },
    ...{ soapId: /^\d+$/.test(key) ? key : `7${index}`, restId: /^\d+$/.test(key) ? guid(`${index}`) : key },
  }))
  return noSuchEmployee({
    pair: { sourceId, targetId: toTargetEmployeeId(typed) },
    companyId,
    targets: new Map(targets.map((target) => [target.id, target])),
    connected: new Set(connected.map(toTargetEmployeeId)),
    addresses: createAddressBook(addresses),
  }).message
}

const candidates = 'See the candidates: nmbrs-sync status --not-connected'
const overRest = 'Over REST an employee has an id of digits and letters, and the SOAP number 10023'

describe('an employee whom the company does not have', () => {
  it.each<[string, string, Differs, string]>([
    ['in an empty company', '10023', {}, `has no employee 10023. ${candidates}`],
    ['by a number of SOAP', '10023', { employees: { '7': '5' } }, `has no employee 10023. ${candidates}`],
    [
      'by a number of SOAP over REST',
      '10023',
      { employees: { [guid('a')]: '5' } },
      `${overRest} is known of connected people only. ${candidates}`,
    ],
    [
      'by an id of REST over SOAP',
      guid('a'),
      { employees: { '7': '5' } },
      `the REST id ${guid('a')} is known of connected people only. ${candidates}`,
    ],
    [
      'over REST, where those who are connected keep their numbers',
      '10023',
      { employees: { '7': '5', [guid('a')]: '6' }, known: ['7'] },
      `${overRest} is known of connected people only. ${candidates}`,
    ],
    [
      'over SOAP, where those who are connected have ids of REST',
      '10023',
      { employees: { [guid('a')]: '5', '8': '6' }, known: [guid('a')] },
      `has no employee 10023. ${candidates}`,
    ],
  ])('is refused %s', (_, typed, differs, expected) => {
    expect(messageFor(typed, differs)).toContain(expected)
  })

  it.each<[string, Differs, string | undefined]>([
    ['that one employee has', { employees: { [guid('a')]: '10023', [guid('b')]: '6' } }, guid('a')],
    ['that one employee has, over SOAP', { employees: { '7': '10023', '8': '6' } }, '7'],
    ['that two have', { employees: { [guid('a')]: '10023', [guid('b')]: '10023' } }, undefined],
    [
      'of someone who is connected',
      { employees: { [guid('a')]: '10023' }, connected: [guid('a')] },
      undefined,
    ],
    ['that no one has', { employees: { [guid('a')]: '100230' } }, undefined],
  ])('is pointed to by the employee number %s, and never taken for that one', (_, differs, named) => {
    const hint = `As an employee number it is that of Nmbrs employee ${named}; to look at the two: nmbrs-sync match a1 ${named}`

    expect(messageFor('10023', differs).endsWith(named === undefined ? candidates : hint)).toBe(true)
  })
})

describe('a match with an employee number instead of an id', () => {
  it('connects no one', async () => {
    await withWorld(async (world) => {
      world.source.set('a1', sourceValues())
      world.target.add(aTarget({ id: guid('a'), personalInfo: { EmployeeNumber: '10023' } }))
      const pair = { sourceId, targetId: toTargetEmployeeId('10023') }

      await expect(weighMatch(world.deps, pair, '2026-11-22')).rejects.toThrow(`match a1 ${guid('a')}`)
      expect(await world.deps.store.links.readLinks()).toEqual([])
    })
  })
})
