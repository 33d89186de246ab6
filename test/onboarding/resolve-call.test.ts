import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { changingWords } from '../../src/onboarding/profile/build-profile.js'
import { toCallKey, type ServiceName } from '../../src/onboarding/calls/call-name.js'
import { knownCalls } from '../../src/onboarding/calls/catalogue.js'
import { findService, foldCallName, resolveCall } from '../../src/onboarding/calls/resolve-call.js'
import { anyText } from '../support/any-text.js'

const nameOf = (text: string, service?: ServiceName): string => {
  const resolved = resolveCall(text, service)
  return 'found' in resolved ? toCallKey(resolved.found) : resolved.problem
}

const stray = fc.array(fc.constantFrom(' ', '.', '\n', '\t', '-', '\u00a0', '\u200b', '_', ','), {
  maxLength: 3,
})

/** A name as somebody might have typed, printed or broken it. */
const spelledLike = (name: string): fc.Arbitrary<string> =>
  fc
    .tuple(
      ...Array.from(name, (letter) => letter).map((letter) =>
        fc.tuple(fc.boolean(), stray).map(([upper, after]) => {
          return `${upper ? letter.toUpperCase() : letter.toLowerCase()}${after.join('')}`
        }),
      ),
    )
    .map((letters) => letters.join(''))

describe('resolveCall', () => {
  it('finds every known call in any letter case and with stray points, blanks and line breaks', () => {
    const spelled = fc
      .constantFrom(...knownCalls)
      .chain((known) => spelledLike(known.call).map((text) => ({ known, text })))

    fc.assert(
      fc.property(spelled, ({ known, text }) => {
        expect(resolveCall(text, known.service)).toEqual({ found: known })
      }),
    )
  })

  it.each([
    ['PersonalInfo_GetCurren', 'EmployeeService', 'EmployeeService:PersonalInfo_GetCurrent'],
    [
      'Report_GetWageCodesByRunCompany_  \n  FilterByWageCode_Background',
      'ReportService',
      'ReportService:Reports_GetWageCodesByRunCompany_FilterByWageCode_Background',
    ],
    ['Report_BackgroundTask_Result', 'ReportService', 'ReportService:Reports_BackgroundTask_Result'],
    ['BankAccount_GetListCurrent .', 'EmployeeService', 'EmployeeService:BankAccount_GetListCurrent'],
    ['Adress_GetCurrent', 'CompanyService', 'CompanyService:Address_GetCurrent'],
    ['Address_GetCurrent', 'EmployeeService', 'EmployeeService:Address_GetListCurrent'],
    [
      'Address__GetAll_AllEmployeesByCompany',
      undefined,
      'EmployeeService:Address_GetAll_AllEmployeesByCompany',
    ],
    ['hour_component_var_insert', 'EmployeeService', 'EmployeeService:HourComponentVar_Insert'],
    ['company services: list_getall', undefined, 'CompanyService:List_GetAll'],
  ] as const)('knows what %j of %s means', (text, service, expected) => {
    const name = nameOf(text, service)

    expect(name).toBe(expected)
  })

  it('says of an unknown name which ones are nearest, and no more than three', () => {
    const resolved = resolveCall('PersonalInfo_GetCurent', 'EmployeeService')

    expect(resolved).toMatchObject({ problem: 'unknown' })
    expect('nearest' in resolved ? resolved.nearest : []).toContain('PersonalInfo_GetCurrent')
    expect('nearest' in resolved ? resolved.nearest.length : 9).toBeLessThanOrEqual(3)
  })

  it('names no nearest one when nothing is near', () => {
    expect(resolveCall('qqqqzzzz', 'EmployeeService')).toEqual({ problem: 'unknown', nearest: [] })
  })

  it('does not choose between services', () => {
    const resolved = resolveCall('List_GetAll')

    expect('candidates' in resolved ? resolved.candidates.map(toCallKey) : []).toEqual([
      'CompanyService:List_GetAll',
      'DebtorService:List_GetAll',
    ])
  })

  it('never finds a call in another service than the one that was named', () => {
    expect(nameOf('Run_GetList', 'EmployeeService')).toBe('unknown')
    expect(nameOf('EmployeeService:Run_GetList', 'CompanyService')).toBe('unknown')
  })

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        expect(resolveCall(text)).toBeDefined()
      }),
    )
  })
})

describe('findService', () => {
  it.each([
    ['Company Services', 'CompanyService'],
    ['employee service', 'EmployeeService'],
    ['Debtor', 'DebtorService'],
    ['REPORTSERVICE', 'ReportService'],
    ['Single Sign On', undefined],
    ['', undefined],
  ])('takes %j for %s', (text, expected) => {
    expect(findService(text)).toBe(expected)
  })
})

describe('the known calls', () => {
  it('are told apart by their folded names', () => {
    const folded = knownCalls.map(({ service, call }) => `${service}:${foldCallName(call)}`)

    expect(new Set(folded).size).toBe(folded.length)
  })

  it('are called reads only when no word in their name says that they change something', () => {
    const wrong = knownCalls.filter(({ call, access }) => changingWords.test(call) !== (access === 'write'))

    expect(wrong).toEqual([])
  })
})
