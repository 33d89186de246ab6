import type { DesiredEmployee } from '../../src/domain/employee.js'
import { fieldsIn, type Values } from '../../src/domain/values.js'
import type { MappedSection } from '../../src/domain/sections.js'
import type { Mapping } from '../../src/mapping/mapping.js'
import { toPolicyOf } from '../../src/run/plan/field-policies.js'
import type { CurrentEmployee, NmbrsStore } from '../../src/sandbox/nmbrs/world/store.js'

/**
 * Compares everybody's mapped values with what the fake Nmbrs holds, and names each difference by person and
 * field. People are told apart by first name, last name and birth date, so that no link and no state of the
 * product has a say in it: somebody who is there twice, or not at all, is a difference too.
 */
export const findDifferences = (
  people: readonly DesiredEmployee[],
  store: NmbrsStore,
  mapping: Mapping,
): string[] => {
  const policyOf = toPolicyOf(mapping)
  const holders = groupByIdentity(store)
  return people.flatMap((person) => {
    const held = holders.get(identityOf(person.sections.personalInfo ?? {})) ?? []
    const [employee] = held
    if (employee === undefined || held.length > 1) return [`${person.sourceId}: there ${held.length} times`]
    return Object.entries(toHeld(employee)).flatMap(([name, rows]) => {
      // The keys are those of `toHeld`.
      const section = name as MappedSection
      const wanted = person.sections[section]
      if (wanted === undefined) return []
      const [values] = rows
      if (values === undefined || rows.length > 1)
        return [`${person.sourceId}: ${section} there ${rows.length} times`]
      return fieldsIn(wanted)
        .filter((field) => {
          const { normalise } = policyOf(section, field)
          return normalise(wanted[field] ?? '') !== normalise(values[field] ?? '')
        })
        .map((field) => `${person.sourceId}: ${section}.${field}`)
    })
  })
}

const identityOf = ({ FirstName, LastName, Birthday }: Values): string =>
  JSON.stringify([FirstName, LastName, Birthday])

const groupByIdentity = (store: NmbrsStore): Map<string, CurrentEmployee[]> => {
  const groups = new Map<string, CurrentEmployee[]>()
  for (const { id } of store.allEmployees()) {
    const employee = store.employee(id)
    const key = identityOf(employee.personalInfo)
    groups.set(key, [...(groups.get(key) ?? []), employee])
  }
  return groups
}

/**
 * What Nmbrs holds of each section now; more than one row where there should be one shows a doubled write.
 */
export const toHeld = (employee: CurrentEmployee): Record<MappedSection, readonly Values[]> => ({
  personalInfo: [employee.personalInfo],
  address: employee.addresses.filter(({ type }) => type === 'HomeAddress').map(({ fields }) => fields),
  bankAccount: employee.bankAccounts
    .filter(({ type }) => type === 'Standaard')
    .map(({ type, fields }) => ({ ...fields, Type: type })),
  employment: employee.employment === undefined ? [] : [toStart(employee.employment)],
  salary: latestSalaries(employee),
})

const toStart = ({ initialStartDate }: { initialStartDate: string }): Values => ({
  InitialStartDate: initialStartDate.slice(0, 10),
})

/** The rows of the latest start; there should be one. */
const latestSalaries = ({ salaries }: CurrentEmployee): Values[] => {
  const latest = salaries
    .map(({ startDate }) => startDate)
    .sort()
    .at(-1)
  return salaries
    .filter(({ startDate }) => startDate === latest)
    .map(({ value, type, startDate }) => ({ Value: value, Type: type, Start: startDate }))
}
