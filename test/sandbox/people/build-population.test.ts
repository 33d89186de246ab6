import { describe, expect, it } from '@jest/globals'
import { parsePhoneNumber } from 'awesome-phonenumber'
import { isValidBIC, isValidIBAN } from 'ibantools'
import type { NmbrsEmployee } from '../../../src/sandbox/nmbrs/world/data.js'
import { buildPopulation } from '../../../src/sandbox/people/build-population.js'
import type { PopulationOptions } from '../../../src/sandbox/people/build-population.js'
import { caseNames } from '../../../src/sandbox/people/cases.js'
import type { CaseName } from '../../../src/sandbox/people/cases.js'
import type { Population } from '../../../src/sandbox/people/write-down.js'

const populate = (change: Partial<PopulationOptions> = {}): Population =>
  buildPopulation({
    seed: 7,
    people: 200,
    today: '2026-11-22',
    alexisCompanyId: '65f1c0ffee0000000000000a',
    nmbrsCompanyId: 1234,
    companyName: 'Tulpwerk B.V.',
    ...change,
  })

const usual = populate()

const sourceOf = (id: string, { alexis } = usual): (typeof alexis.employees)[number] =>
  alexis.employees.find((employee) => employee.id === id)!

const targetsOf = (id: string, { nmbrs, story } = usual): NmbrsEmployee[] =>
  (story.counterparts[id] ?? []).map((targetId) =>
    nmbrs.employees.find((employee) => employee.id === targetId)!,
  )

const fieldsOf = (employee: NmbrsEmployee): Readonly<Record<string, string>> =>
  employee.personalInfos.at(-1)!.fields

const digitsOf = (phone: string | undefined): string =>
  parsePhoneNumber(phone ?? '', { regionCode: 'NL' }).number?.e164 ?? ''

const payOf = (id: string, { alexis } = usual): (typeof alexis.compensations)[number] =>
  alexis.compensations.filter(({ employeeId }) => employeeId === id).at(-1)!

const casesWith = (...names: CaseName[]): string[] => names.flatMap((name) => usual.story.cases[name])

describe('inventing people', () => {
  it('gives the same people for the same seed and others for another', () => {
    expect(populate()).toEqual(usual)
    expect(populate({ seed: 8 }).alexis.employees[0]?.firstName).not.toBe(
      usual.alexis.employees[0]?.firstName,
    )
  })

  it.each([30, 60, 200])('has every case among %d people', (people) => {
    const { story, alexis } = populate({ people })

    const counts = caseNames.map((name) => story.cases[name].length)
    expect(alexis.employees).toHaveLength(people)
    expect(Math.min(...counts)).toBeGreaterThan(0)
    expect(story.linkedEqual.length + counts.reduce((sum, count) => sum + count, 0)).toBe(people)
    expect(story.onlyInNmbrs.length).toBeGreaterThan(0)
    expect(story.formerEmployees.length).toBeGreaterThan(1)
  })

  it('says how many people it needs', () => {
    expect(() => populate({ people: 5 })).toThrow(
      /^5 people are too few for the cases wanted; \d+ are needed$/,
    )
  })

  it('gives every record an id of its own', () => {
    const { alexis, nmbrs } = usual
    const ids = [
      ...alexis.employees.map(({ id }) => id),
      ...alexis.employments.map(({ id }) => id),
      ...alexis.compensations.map(({ id }) => id),
      ...nmbrs.employees.map(({ id }) => String(id)),
      ...nmbrs.employees.flatMap(({ personalInfos, addresses, bankAccounts, salaries, employments }) =>
        [personalInfos, addresses, bankAccounts, salaries, employments]
          .flat()
          .map(({ id }) => `record ${id}`),
      ),
    ]

    expect(new Set(ids).size).toBe(ids.length)
    expect(alexis.employees.every(({ id }) => /^[0-9a-f]{24}$/.test(id))).toBe(true)
  })
})

describe('people who are equal on both sides', () => {
  const equal = usual.story.linkedEqual.map((id) => ({ source: sourceOf(id), targets: targetsOf(id) }))

  it('have one counterpart with the same number, birth date, names and e-mail', () => {
    for (const { source, targets } of equal) {
      expect(targets).toHaveLength(1)
      expect(fieldsOf(targets[0]!)).toMatchObject({
        EmployeeNumber: source.employeeNumber,
        Birthday: source.birthDate?.slice(0, 10),
        FirstName: source.firstName,
        LastName: source.lastName,
        EmailWork: source.workEmail,
        EmailPrivate: source.privateEmail,
      })
    }
  })

  it('have phone numbers in other layouts that mean the same', () => {
    const layouts = equal.map(({ source, targets }) => [
      source.privatePhone,
      fieldsOf(targets[0]!).TelephonePrivate,
    ])

    expect(
      layouts.every(([left, right]) => digitsOf(left) === digitsOf(right) && digitsOf(left) !== ''),
    ).toBe(true)
    expect(layouts.filter(([left, right]) => left !== right).length).toBeGreaterThan(layouts.length / 2)
  })

  it('have the same street, account, pay and start', () => {
    for (const { source, targets } of equal) {
      const target = targets[0]!
      const pay = payOf(source.id)
      expect(target.addresses[0]?.fields).toMatchObject({
        Street: source.homeAddress?.street,
        PostalCode: source.homeAddress?.postalCode,
        City: source.homeAddress?.city,
      })
      expect(target.bankAccounts[0]?.fields.IBAN).toBe(source.bankAccount?.iban?.replaceAll(' ', ''))
      expect(target.salaries.at(-1)).toMatchObject({
        value: String(pay.amount),
        startDate: pay.effectiveDate.slice(0, 10),
      })
      expect(target.employments[0]?.initialStartDate).toBe(source.hireDate?.slice(0, 10))
    }
  })

  it('hold in Nmbrs what the sync does not know', () => {
    for (const { targets } of equal) {
      const fields = fieldsOf(targets[0]!)
      expect(fields).toMatchObject({ NationalityCode: '1', IdentificationType: '1' })
      expect([fields.BSN, fields.Initials, fields.BurgerlijkeStaat].every(Boolean)).toBe(true)
      expect(fields.BSN).toMatch(/^9999\d{5}$/)
    }
  })

  it('do not resemble each other', () => {
    const keys = equal.map(({ source }) => `${source.lastName ?? ''}|${source.birthDate ?? ''}`)

    expect(new Set(keys).size).toBe(keys.length)
  })

  it('have valid, invented numbers', () => {
    for (const { source } of equal) {
      expect(isValidIBAN(source.bankAccount?.iban?.replaceAll(' ', '') ?? '')).toBe(true)
      expect(isValidBIC(source.bankAccount?.bic ?? '')).toBe(true)
      expect(source.bankAccount?.iban?.replaceAll(' ', '').slice(4, 8)).toBe('TULP')
      expect(parsePhoneNumber(source.workPhone ?? '', { regionCode: 'NL' }).valid).toBe(true)
    }
  })
})

describe('the cases', () => {
  it('are unknown to Nmbrs where they are to be created or cannot be', () => {
    const ids = casesWith(
      'newHire',
      'preHire',
      'hiredLongAgo',
      'missingBirthDate',
      'missingHireDate',
      'nameAwkwardNew',
    )

    expect(ids.flatMap((id) => targetsOf(id))).toEqual([])
  })

  it('start when they say', () => {
    const daysOf = (name: CaseName): (string | undefined)[] =>
      usual.story.cases[name].map((id) => sourceOf(id).hireDate?.slice(0, 10))

    expect(daysOf('newHire').every((day) => day!.startsWith('2026-11'))).toBe(true)
    expect(daysOf('preHire').every((day) => day! > '2026-11-30')).toBe(true)
    expect(daysOf('hiredLongAgo').every((day) => day! < '2026-11-01')).toBe(true)
    expect(casesWith('preHire').every((id) => sourceOf(id).employmentId === undefined)).toBe(true)
  })

  it('lack what they lack', () => {
    expect(casesWith('missingBirthDate').map((id) => sourceOf(id).birthDate)).toEqual([undefined, undefined])
    expect(casesWith('missingHireDate').map((id) => sourceOf(id).hireDate)).toEqual([undefined, undefined])
    expect(
      usual.alexis.employments.filter(({ employeeId }) => casesWith('missingHireDate').includes(employeeId)),
    ).toEqual([])
  })

  it('differ in one thing where Nmbrs says something else', () => {
    for (const id of casesWith('bankDiffers')) {
      const [target] = targetsOf(id)
      expect(target!.bankAccounts[0]?.fields.IBAN).not.toBe(
        sourceOf(id).bankAccount?.iban?.replaceAll(' ', ''),
      )
    }
    for (const id of casesWith('salaryDiffers')) {
      const [target] = targetsOf(id)
      expect(payOf(id).effectiveDate).toBe('2026-11-01T00:00:00.000Z')
      expect(target!.salaries.at(-1)?.value).not.toBe(String(payOf(id).amount))
    }
  })

  it('have two records in Nmbrs that are equally good', () => {
    for (const id of casesWith('ambiguous')) {
      const [first, second] = targetsOf(id).map((employee) => fieldsOf(employee))
      expect([first?.LastName, first?.FirstName, first?.Birthday]).toEqual([
        second?.LastName,
        second?.FirstName,
        second?.Birthday,
      ])
      expect(sourceOf(id)).toMatchObject({ employeeNumber: '' })
    }
  })

  it('are born on one day under one name', () => {
    const [elder, younger] = casesWith('twins').map((id) => sourceOf(id))

    expect([elder?.lastName, elder?.birthDate]).toEqual([younger?.lastName, younger?.birthDate])
    expect(elder?.firstName).not.toBe(younger?.firstName)
  })

  it('may be somebody under another first name', () => {
    for (const id of casesWith('possibleDuplicate')) {
      const fields = fieldsOf(targetsOf(id)[0]!)
      expect(fields).toMatchObject({ LastName: sourceOf(id).lastName, FirstName: 'Liesbeth' })
      expect(fields.EmployeeNumber).not.toBe(sourceOf(id).employeeNumber)
    }
  })

  it('hold values that cannot be sent', () => {
    const only = (name: CaseName): ReturnType<typeof sourceOf> => sourceOf(usual.story.cases[name][0]!)
    const [holder, other] = casesWith('numberShared').map((id) => sourceOf(id))

    expect(isValidIBAN(only('ibanWrong').bankAccount?.iban ?? '')).toBe(false)
    expect(only('numberLettered').employeeNumber).toMatch(/^NL-\d+$/)
    expect(only('countryUnknown').homeAddress?.country).toBe('Verweggistan')
    expect(parsePhoneNumber(only('phoneWrong').privatePhone ?? '', { regionCode: 'NL' }).valid).toBe(false)
    expect(payOf(usual.story.cases.payNotEuro[0]!).currency).toBe('SEK')
    expect(payOf(usual.story.cases.payByYear[0]!).payoutPeriod).toBe('ANNUAL')
    expect(holder?.employeeNumber).toBe(other?.employeeNumber)
  })

  it('have names that XML, YAML and terminals must survive', () => {
    const names = casesWith('nameAwkward', 'nameAwkwardNew').map((id) => {
      const { firstName = '', lastName = '' } = sourceOf(id)
      return `${firstName} ${lastName}`
    })

    expect(names.join(' ')).toMatch(/[&<'"🌷]/u)
  })

  it('are of another type in Nmbrs when they left', () => {
    for (const id of casesWith('left', 'rehired')) {
      expect(targetsOf(id).map(({ typeId }) => typeId)).toEqual([3])
    }
    expect(casesWith('left').every((id) => !sourceOf(id).active)).toBe(true)
    expect(casesWith('rehired').every((id) => sourceOf(id).active)).toBe(true)
  })
})

describe('other mixes', () => {
  it('link everybody', () => {
    const { alexis, nmbrs, story } = populate({ mix: 'all-linked', people: 500 })

    expect([alexis.employees.length, nmbrs.employees.length, story.linkedEqual.length]).toEqual([
      500, 500, 500,
    ])
  })

  it('have everybody start in the current period and nobody in Nmbrs', () => {
    const { alexis, nmbrs } = populate({ mix: 'all-new', people: 100 })

    expect(nmbrs.employees).toEqual([])
    expect(alexis.employees.every(({ hireDate }) => hireDate!.startsWith('2026-11-'))).toBe(true)
  })

  it('take the cases asked for and no others', () => {
    const { story } = populate({ mix: { twins: 1, ibanWrong: 3 }, people: 10 })

    expect([story.cases.twins.length, story.cases.ibanWrong.length, story.linkedEqual.length]).toEqual([
      2, 3, 5,
    ])
    expect(story.cases.newHire).toEqual([])
  })
})
