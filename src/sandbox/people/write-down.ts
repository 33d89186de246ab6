import type { AlexisData } from '../alexis/records.js'
import { usualEmployeeTypes } from '../nmbrs/world/data.js'
import type { NmbrsData, NmbrsEmployee } from '../nmbrs/world/data.js'
import { umbrellaTag } from './accounts-to-try.js'
import type { Calendar } from './invent/calendar.js'
import { caseNames } from './cases.js'
import type { CaseName } from './cases.js'
import type { Placement } from './placement.js'
import { payrollRuns } from './payroll-runs.js'
import { departmentsOf, officesOf } from './places.js'
import { employmentTypesOf, toSourceRows } from './sides/to-alexis.js'
import { toTargetEmployee } from './sides/to-nmbrs.js'

/** Who is who, by the source's ids, for tests and for telling what the demo shows. */
export interface Story {
  /** People who are equal on both sides and should be linked by a rule. */
  linkedEqual: readonly string[]
  cases: Readonly<Record<CaseName, readonly string[]>>
  /** The records in the target that are, or may be, each person of the source. */
  counterparts: Readonly<Record<string, readonly number[]>>
  onlyInNmbrs: readonly number[]
  formerEmployees: readonly number[]
}

export interface Population {
  alexis: AlexisData
  nmbrs: NmbrsData
  story: Story
}

export type LabelledPlacement = Placement & { label: CaseName | 'linkedEqual' | 'onlyInNmbrs' }

export interface WritingDown {
  seed: number
  calendar: Calendar
  alexisCompanyId: string
  nmbrsCompanyId: number
  companyName: string
}

const employeeTypeId = 2
export const formerEmployeeTypeId = 3

const firstEmployeeId = 500001
const firstRecordId = 9000001

/** Gives every placed person their records on both sides, and says who became who. */
export const writeDown = (placements: readonly LabelledPlacement[], options: WritingDown): Population => {
  const { seed, calendar, alexisCompanyId, nmbrsCompanyId, companyName } = options
  const source = { seed, companyId: alexisCompanyId, calendar }
  const alexis: AlexisData = {
    employees: [],
    employments: [],
    employmentTypes: employmentTypesOf(source),
    compensations: [],
    companies: [{ id: alexisCompanyId, name: companyName }],
    departments: departmentsOf(source),
    offices: officesOf(source),
  }
  const employees: NmbrsEmployee[] = []
  const story = emptyStory()
  let lastRecordId = firstRecordId - 1
  const nextRecordId = (): number => {
    lastRecordId += 1
    return lastRecordId
  }
  const target = { companyId: nmbrsCompanyId, employeeTypeId, calendar, nextRecordId }
  for (const placement of placements) {
    const targetIds = placement.targets.map((view) => {
      const id = firstEmployeeId + employees.length
      employees.push(toTargetEmployee(id, view, target))
      return id
    })
    const sourceId =
      placement.source === undefined ? undefined : addToSource(alexis, placement.source, source)
    note(story, placement, sourceId, targetIds)
  }
  return { alexis, nmbrs: toEnvironment(employees, options), story }
}

const addToSource = (
  alexis: AlexisData,
  view: NonNullable<Placement['source']>,
  context: Parameters<typeof toSourceRows>[1],
): string => {
  const { employee, employment, compensations } = toSourceRows(view, context)
  alexis.employees.push(employee)
  if (employment !== undefined) alexis.employments.push(employment)
  alexis.compensations.push(...compensations)
  return employee.id
}

interface DraftStory {
  linkedEqual: string[]
  cases: Record<CaseName, string[]>
  counterparts: Record<string, readonly number[]>
  onlyInNmbrs: number[]
  formerEmployees: number[]
}

const emptyStory = (): DraftStory => ({
  linkedEqual: [],
  // Every name of the list is a key, which `fromEntries` cannot tell.
  cases: Object.fromEntries(caseNames.map((name): [string, string[]] => [name, []])) as DraftStory['cases'],
  counterparts: {},
  onlyInNmbrs: [],
  formerEmployees: [],
})

const note = (
  story: DraftStory,
  { label, targets }: LabelledPlacement,
  sourceId: string | undefined,
  targetIds: readonly number[],
): void => {
  story.formerEmployees.push(
    ...targetIds.filter((_id, index) => targets[index]?.typeId === formerEmployeeTypeId),
  )
  if (label === 'onlyInNmbrs') story.onlyInNmbrs.push(...targetIds)
  if (sourceId === undefined) return
  story.counterparts[sourceId] = targetIds
  if (label === 'linkedEqual') story.linkedEqual.push(sourceId)
  else if (label !== 'onlyInNmbrs') story.cases[label].push(sourceId)
}

const toEnvironment = (employees: NmbrsEmployee[], options: WritingDown): NmbrsData => {
  const { nmbrsCompanyId, companyName, calendar } = options
  return {
    environment: { domain: 'bedachtbedrijf.nmbrs.nl', subDomain: 'bedachtbedrijf' },
    account: {
      username: 'koppeling@bedachtbedrijf.example',
      token: 'sandbox-token-nmbrs',
      domain: 'bedachtbedrijf',
      companies: [nmbrsCompanyId, nmbrsCompanyId + 1],
    },
    debtors: [
      {
        id: 77,
        number: '77',
        name: companyName,
        tags: [{ number: 1, tag: umbrellaTag, hexColor: '#4d8f2b' }],
      },
      { id: 78, number: '78', name: 'Rozengeur' },
    ],
    companies: [
      {
        id: nmbrsCompanyId,
        number: 1,
        name: companyName,
        debtorId: 77,
        period: calendar.period,
        runs: payrollRuns(calendar),
      },
      {
        id: nmbrsCompanyId + 1,
        number: 2,
        name: `${companyName} Holding`,
        debtorId: 77,
        period: calendar.period,
      },
      // Someone else's: the sync's own account does not see it.
      {
        id: nmbrsCompanyId + 2,
        number: 3,
        name: 'Rozengeur B.V.',
        debtorId: 78,
        period: calendar.period,
      },
    ],
    employeeTypes: usualEmployeeTypes,
    newEmployeeTypeId: employeeTypeId,
    employees,
  }
}
