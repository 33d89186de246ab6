import { existsSync, readFileSync } from 'node:fs'

import { describe, expect, it } from '@jest/globals'

import type { Wording } from '../../src/domain/language/catalogue.js'
import { toCallKey } from '../../src/onboarding/calls/call-name.js'
import { loadProfiles, shippedProfiles } from '../../src/onboarding/profile/load-profiles.js'
import type { Profile } from '../../src/onboarding/profile/profile.js'
import { findProfile } from '../../src/onboarding/profile/profile-set.js'
import { operations } from '../../src/target/nmbrs-soap/wire/operations.js'

const profiles = await loadProfiles([shippedProfiles], process.cwd())

const profileOf = (name: string): Profile => {
  const found = findProfile(profiles, name)
  if ('profile' in found) return found.profile
  throw new Error(`no profile ${name}`)
}

const keysOf = (profile: Profile): string[] => profile.calls.map(toCallKey).toSorted()

const asrCalls = [
  'CompanyService:Company_GetCurrentPeriod',
  'CompanyService:List_GetAll',
  'CompanyService:Run_GetList',
  'EmployeeService:Address_GetListCurrent',
  'EmployeeService:BankAccount_GetListCurrent',
  'EmployeeService:Children_Get',
  'EmployeeService:Contract_GetCurrentPeriod',
  'EmployeeService:Employment_GetAll_AllEmployeesByCompany',
  'EmployeeService:List_GetByCompany',
  'EmployeeService:Partner_Get',
  'EmployeeService:PersonalInfo_GetCurrent',
  'EmployeeService:SVW_GetCurrent',
  'EmployeeService:Salary_GetAll_AllEmployeesByCompany',
  'EmployeeService:Schedule_GetCurrent',
  'EmployeeService:Schedule_GetList',
  'EmployeeService:WageComponentFixed_GetCurrent',
  'EmployeeService:WageComponentVar_GetCurrent',
  'ReportService:Reports_BackgroundTask_Result',
  'ReportService:Reports_GetWageCodesByRunCompany_FilterByWageCode_Background',
]

const isWording = (value: object): value is Wording => Object.keys(value).sort().join() === 'da,en,nl,sv'

/** Every text of a profile. */
const wordingsOf = (value: unknown): Wording[] => {
  if (typeof value !== 'object' || value === null) return []
  return isWording(value) ? [value] : Object.values(value).flatMap(wordingsOf)
}

describe('the shipped profiles', () => {
  it.each(profiles.map((profile) => [profile.id, profile] as const))(
    'say all of %s in four languages, none of it in English instead',
    (_, profile) => {
      const wordings = wordingsOf(profile)
      const english = wordings.flatMap(({ en, nl, sv, da }) => [nl, sv, da].filter((text) => text === en))

      expect(wordings.length).toBeGreaterThan(2)
      expect(english).toEqual([])
    },
  )

  it('are those of the consumers whose lists are published, and this program', () => {
    expect(profiles.map(({ id }) => id)).toEqual([
      'asr-per-debtor',
      'asr-umbrella',
      'compucase',
      'eitje',
      'horeko',
      'nmbrs-basic-hr-per-company',
      'nmbrs-basic-hr-per-employee',
      'nmbrs-extended-hr',
      'nmbrs-sync',
      'shiftbase',
      'staff-nl',
      'tactiplan',
      'xpert-suite',
    ])
  })

  it('are called incomplete where only a part of the list is known', () => {
    expect(profiles.filter(({ complete }) => !complete).map(({ id }) => id)).toEqual([
      'compucase',
      'xpert-suite',
    ])
  })

  it.each(['asr-umbrella', 'asr-per-debtor'])(
    'have the nineteen calls of a.s.r. in %s, all of them reads',
    (id) => {
      const profile = profileOf(id)

      expect(keysOf(profile)).toEqual(asrCalls)
      expect(profile.calls.every(({ access, verified }) => access === 'read' && verified)).toBe(true)
    },
  )

  it('demand the calls of a.s.r. for an account per employer, and only test them for one account for all', () => {
    expect(profileOf('asr-per-debtor')).toMatchObject({ callDemand: 'required', accountModel: 'per-debtor' })
    expect(profileOf('asr-umbrella')).toMatchObject({ callDemand: 'testable', accountModel: 'umbrella' })
  })

  it('remember how a.s.r. spells the names that it misprints', () => {
    const misprinted = profileOf('asr').calls.flatMap(({ call, publishedAs }) =>
      publishedAs === undefined ? [] : [[call, publishedAs]],
    )

    expect(misprinted).toEqual([
      ['BankAccount_GetListCurrent', 'BankAccount_GetListCurrent .'],
      ['PersonalInfo_GetCurrent', 'PersonalInfo_GetCurren'],
      [
        'Reports_GetWageCodesByRunCompany_FilterByWageCode_Background',
        'Report_GetWageCodesByRunCompany_ FilterByWageCode_Background',
      ],
      ['Reports_BackgroundTask_Result', 'Report_BackgroundTask_Result'],
    ])
  })

  it('ask for every fact of a.s.r., and for the tag where one account serves all employers', () => {
    const asked = [
      'processorName',
      'processorEmail',
      'employerName',
      'frameworkContract',
      'wageTaxNumber',
      'payrollPackage',
      'companyName',
      'nmbrsUser',
      'apiToken',
      'nmbrsDomain',
      'dga',
      'payrollFrequency',
      'thirteenthMonth',
    ]

    expect(profileOf('asr-per-debtor').facts.map(({ id }) => id)).toEqual(asked)
    expect(profileOf('asr-umbrella').facts.map(({ id }) => id)).toEqual(['debtorTag', ...asked])
    expect(profileOf('asr-umbrella').steps[0]).toMatchObject({ until: { fact: 'debtorTag' } })
  })

  it.each([
    ['asr', 'asr-per-debtor'],
    ['ASR-Umbrella', 'asr-umbrella'],
    ['nmbrs-basic-hr', 'nmbrs-basic-hr-per-company'],
  ])('are found by name and alias: %s is %s', (name, id) => {
    expect(profileOf(name).id).toBe(id)
  })

  it('are suggested to who misspells them', () => {
    expect(findProfile(profiles, 'shiftbas')).toEqual({ nearest: 'shiftbase' })
    expect(findProfile(profiles, 'zzzz')).toEqual({ nearest: undefined })
  })

  it('name for this program just the calls that it makes', () => {
    const made = Object.entries(operations).map(
      ([call, { service, effect }]) => `${service}:${call} ${effect}`,
    )

    const named = profileOf('nmbrs-sync').calls.map((call) => `${toCallKey(call)} ${call.access}`)

    expect(named.toSorted()).toEqual(made.toSorted())
  })
})

interface Published {
  id: string
  calls?: string[]
  calls_per_employee?: string[]
  calls_per_company?: string[]
  groups?: Record<string, string[]>
  as_published?: Record<string, string>
  unverified?: string[]
  complete: boolean
}

const reference = new URL('../../../shared/reference/nmbrs_profiles.json', import.meta.url)
const published: Published[] = existsSync(reference)
  ? (JSON.parse(readFileSync(reference, 'utf8')) as { profiles: Published[] }).profiles
  : []

/** A list that was cut off ends in a name that is none. */
const whole = (calls: readonly string[]): string[] => calls.filter((call) => !call.includes('...')).toSorted()

const publishedLists: [name: string, list: string[], published: Published][] = published.flatMap((one) => {
  const lists: [string, string[] | undefined][] = [
    [one.id, one.calls ?? (one.groups && Object.values(one.groups).flat())],
    [`${one.id}-per-employee`, one.calls_per_employee],
    [`${one.id}-per-company`, one.calls_per_company],
  ]
  return lists.flatMap(([name, list]): [string, string[], Published][] =>
    list === undefined ? [] : [[name, whole(list), one]],
  )
})

const describeReference = publishedLists.length > 0 ? describe : describe.skip

describeReference('the shipped profile', () => {
  it.each(publishedLists)(
    '%s has the calls of the published list',
    (name, list, { complete, unverified = [] }) => {
      const profile = profileOf(name)

      expect(keysOf(profile)).toEqual(list)
      expect(profile.complete).toBe(complete)
      expect(
        profile.calls
          .filter(({ verified }) => !verified)
          .map(toCallKey)
          .toSorted(),
      ).toEqual(unverified.toSorted())
    },
  )

  it.each(publishedLists)(
    '%s keeps the spellings of the published list',
    (name, list, { as_published = {} }) => {
      const spellings = profileOf(name).calls.flatMap((call) =>
        call.publishedAs === undefined ? [] : [[toCallKey(call), call.publishedAs]],
      )

      const expected = Object.entries(as_published)
        .filter(([key]) => list.includes(key))
        .map(([key, text]) => [key, text.split(' (')[0]])

      expect(Object.fromEntries(spellings)).toEqual(Object.fromEntries(expected))
    },
  )
})
