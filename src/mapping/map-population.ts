import type { DesiredEmployee } from '../domain/employee.js'
import type { Finding } from '../domain/finding.js'
import { fieldsIn, pickValues } from '../domain/values.js'

const numberOf = (person: DesiredEmployee): string => person.sections.personalInfo?.EmployeeNumber ?? ''

/**
 * What can only be seen with everybody at hand: one employee number on two people of a company. All of them lose the number and
 * get a finding; nothing says whose it is. `companyOf` gives the key of the target company. The order of people makes no difference.
 */
export const checkPopulation = (
  people: readonly DesiredEmployee[],
  companyOf: (person: DesiredEmployee) => string,
): DesiredEmployee[] => {
  const holders = new Map<string, DesiredEmployee[]>()
  const keyOf = (person: DesiredEmployee): string => `${companyOf(person)}\u0000${numberOf(person)}`
  for (const person of people) {
    if (numberOf(person) === '') continue
    const same = holders.get(keyOf(person))
    if (same === undefined) holders.set(keyOf(person), [person])
    else same.push(person)
  }
  return people.map((person) => {
    const same = holders.get(keyOf(person)) ?? []
    return same.length < 2 ? person : withoutNumber(person, same)
  })
}

const withoutNumber = (person: DesiredEmployee, holders: readonly DesiredEmployee[]): DesiredEmployee => {
  const values = person.sections.personalInfo ?? {}
  const others = fieldsIn(values).filter((field) => field !== 'EmployeeNumber')
  const personalInfo = pickValues(values, others)
  return {
    ...person,
    sections: { ...person.sections, personalInfo },
    findings: [...person.findings, toFinding(person, holders)],
  }
}

/** More ids than this do not help anybody to find the mistake. */
const mostIds = 5

const toFinding = (person: DesiredEmployee, holders: readonly DesiredEmployee[]): Finding => {
  const others = holders.map(({ sourceId }) => sourceId).filter((id) => id !== person.sourceId)
  const named = others.toSorted().slice(0, mostIds).join(', ')
  const more = others.length > mostIds ? ` and ${others.length - mostIds} more` : ''
  return {
    code: 'employee-number-duplicate',
    severity: 'error',
    subject: person.sourceId,
    section: 'personalInfo',
    field: 'EmployeeNumber',
    message: `The same employee number is on ${named}${more} in this company; the number of all of them is held`,
    remedy: 'Give each of them a number of their own in AlexisHR. The next run takes it up.',
  }
}
