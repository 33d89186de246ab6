import type { DesiredEmployee } from '../domain/employee.js'
import type { Finding } from '../domain/finding.js'
import { tellFinding } from '../domain/findings/to-finding.js'
import { findEmployeeNumber, unpackPerson } from '../domain/packed/packed-people.js'
import { fieldsIn, pickValues } from '../domain/values.js'
import type { MappingRow } from './mapping.js'
import { findingsAbout } from './row/row-findings.js'

/**
 * What can only be seen with everyone at hand: one employee number on two people of a company. All of them
 * lose the number and get a finding; nothing says whose it is. `companyOf` gives the key of the target
 * company, `numberRow` the rule of the number: where it is required, they lack it now. The order of people
 * makes no difference.
 */
export const checkPopulation = (
  people: readonly DesiredEmployee[],
  companyOf: (person: DesiredEmployee) => string,
  numberRow?: MappingRow,
): readonly DesiredEmployee[] => {
  const first = new Map<string, DesiredEmployee>()
  const shared = new Map<string, Set<DesiredEmployee>>()
  for (const person of people) {
    const number = findEmployeeNumber(person)
    if (number === '') continue
    const key = `${companyOf(person)}\u0000${number}`
    const earlier = first.get(key)
    if (earlier === undefined) first.set(key, person)
    else shared.set(key, (shared.get(key) ?? new Set([earlier])).add(person))
  }
  if (shared.size === 0) return people
  const holdersOf = new Map([...shared.values()].flatMap((same) => [...same].map((one) => [one, [...same]])))
  return people.map((person) => {
    const holders = holdersOf.get(person)
    return holders === undefined
      ? person
      : withMissing(withoutNumber(unpackPerson(person), holders), numberRow)
  })
}

const withoutNumber = (person: DesiredEmployee, holders: readonly DesiredEmployee[]): DesiredEmployee => {
  const values = person.sections.personalInfo ?? {}
  const others = fieldsIn(values).filter((field) => field !== 'EmployeeNumber')
  const personalInfo = pickValues(values, others)
  return {
    ...person,
    sections: { ...person.sections, personalInfo },
    findings: [...person.findings, toSharedNumber(person, holders)],
  }
}

/** Blocks a person whose number is required, as one who never had any. */
const withMissing = (person: DesiredEmployee, row: MappingRow | undefined): DesiredEmployee => {
  if (row?.required !== true || row.source.kind === 'constant') return person
  const { section, field, source } = row
  return {
    ...person,
    missing: [...person.missing, { section, field, source: source.from.join(' or ') }],
    findings: [
      ...person.findings,
      findingsAbout(person.sourceId).missing({ kind: 'empty', row, paths: source.from }),
    ],
  }
}

/** More ids than this do not help anyone to find the mistake. */
const mostIds = 5

const toSharedNumber = (person: DesiredEmployee, holders: readonly DesiredEmployee[]): Finding => {
  const others = holders.map(({ sourceId }) => sourceId).filter((id) => id !== person.sourceId)
  const named = others.toSorted().slice(0, mostIds).join(', ')
  const more = others.length > mostIds ? ` and ${others.length - mostIds} more` : ''
  const place = { subject: person.sourceId, section: 'personalInfo', field: 'EmployeeNumber' } as const
  return tellFinding('employee-number-duplicate', place, { ids: `${named}${more}` })
}
