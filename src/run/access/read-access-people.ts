import type { AccessEmployee } from '../../access/person.js'
import type { ListedNames } from '../../access/policy/unknown-names.js'
import {
  toAccessSubject,
  type SourceEmployeeId,
  type TargetCompanyId,
  type TargetEmployeeId,
} from '../../domain/ids.js'
import { toDayInZone } from '../../domain/date/plain-date.js'
import type { FieldName } from '../../domain/sections.js'
import { mapEmployee } from '../../mapping/map-employee.js'
import { buildMapping, type Mapping } from '../../mapping/mapping.js'
import { pathsUsedBy } from '../../mapping/source-paths.js'
import type { NameList, SourceEmployee, SourcePath, UnreadableRecord } from '../../source/port.js'
import { refuseEmptySource } from '../read/refuse-empty-source.js'
import { placeInService } from './place-in-service.js'
import type { RunDeps } from '../settings.js'

/** What the rules of logins look at, besides what everyone is read with. */
export interface AccessAttributes {
  departments: boolean
  offices: boolean
  employmentTypes: boolean
  /** Keys of custom fields. */
  custom: readonly string[]
}

/** The source as the planning of logins sees it. */
export interface AccessPeople {
  /** Everyone in the configured companies, people who left included. */
  employees: readonly AccessEmployee[]
  /** Whose record could not be read: nothing is concluded about them. */
  unreadable: readonly UnreadableRecord[]
  /** How many were read who are in no configured company. */
  elsewhere: number
  /** The departments and offices of the source, as far as a rule names any. */
  listed: ListedNames
  /** The calendar day of the reading in the zone of the configuration. */
  today: string
}

type ReadingDeps = Pick<RunDeps, 'source' | 'store' | 'mapping' | 'settings' | 'onProgress' | 'now'>

/** The fields of a login, spelled and checked as a sync would send them. */
const loginFields: ReadonlySet<FieldName> = new Set([
  'FirstName',
  'LastName',
  'EmployeeNumber',
  'EmailWork',
  'EmailPrivate',
])

/**
 * Reads everyone from the source, including those who left, with the addresses that a sync sends. Who is
 * connected comes from the state. Throws as `readSourceWorld`: of an incomplete read nothing is planned.
 */
export const readAccessPeople = async (
  deps: ReadingDeps,
  wanted: AccessAttributes,
): Promise<AccessPeople> => {
  const { source, settings, onProgress } = deps
  const today = toDayInZone(deps.now(), settings.timeZone)
  const mapping = buildMapping(
    deps.mapping.rows.filter(({ section, field }) => section === 'personalInfo' && loginFields.has(field)),
  )
  const query = {
    paths: new Set([...pathsUsedBy(mapping), ...pathsFor(wanted)]),
    activeOnly: false,
    today,
    allCompensations: false,
    onProgress: (read: number, total: number) => {
      onProgress({ type: 'source-read', read, total })
    },
  }
  const context = await readContext(deps, wanted, { mapping, today })
  const snapshot = await source.readSnapshot(query, (employee) => toAccessEmployee(employee, context))
  const { unreadable } = snapshot
  refuseEmptySource(snapshot.employees.length + unreadable.length)
  const listed = {
    ...(wanted.departments ? { departments: [...context.departments.values()] } : {}),
    ...(wanted.offices ? { offices: [...context.offices.values()] } : {}),
  }
  const employees = snapshot.employees.filter((person) => person !== undefined)
  const elsewhere = snapshot.employees.length - employees.length
  return { employees, unreadable, elsewhere, listed, today }
}

const pathsFor = ({ departments, offices, employmentTypes, custom }: AccessAttributes): SourcePath[] => [
  'employee.hireDate',
  'employee.endDate',
  ...(departments ? ['employee.departmentId'] : []),
  ...(offices ? ['employee.officeId'] : []),
  ...(employmentTypes ? ['employmentType.name'] : []),
  ...custom.map((key) => `employee.custom.${key}`),
]

interface PersonContext {
  mapping: Mapping
  today: string
  timeZone: string
  companies: ReadonlyMap<string, TargetCompanyId>
  findLink: (sourceId: SourceEmployeeId, companyId: TargetCompanyId) => TargetEmployeeId | null
  departments: ReadonlyMap<string, string>
  offices: ReadonlyMap<string, string>
  custom: readonly string[]
}

const readContext = async (
  { source, store, settings }: ReadingDeps,
  wanted: AccessAttributes,
  known: { mapping: Mapping; today: string },
): Promise<PersonContext> => {
  const links = await store.links.readLinks()
  const connected = new Map(
    links.flatMap((link) =>
      link.status === 'connected' ? [[`${link.sourceId} ${link.companyId}`, link.targetId] as const] : [],
    ),
  )
  const namesOf = (list: NameList, isWanted: boolean): Promise<ReadonlyMap<string, string>> =>
    isWanted ? source.readNames(list) : Promise.resolve(new Map())
  return {
    ...known,
    timeZone: settings.timeZone,
    companies: new Map(settings.companies.map(({ sourceId, targetId }) => [sourceId, targetId])),
    findLink: (sourceId, companyId) => connected.get(`${sourceId} ${companyId}`) ?? null,
    departments: await namesOf('department', wanted.departments),
    offices: await namesOf('office', wanted.offices),
    custom: wanted.custom,
  }
}

const toAccessEmployee = (employee: SourceEmployee, context: PersonContext): AccessEmployee | undefined => {
  const companyId = context.companies.get(employee.companyId)
  if (companyId === undefined) return undefined
  const { values } = employee
  const { displayName, sections } = mapEmployee(employee, context.mapping, context)
  const info = sections.personalInfo ?? {}
  return {
    kind: 'employee',
    subject: toAccessSubject(employee.id),
    sourceId: employee.id,
    targetId: context.findLink(employee.id, companyId),
    companyId,
    displayName,
    firstName: textOf(info.FirstName),
    lastName: textOf(info.LastName),
    employeeNumber: textOf(info.EmployeeNumber),
    workEmail: textOf(info.EmailWork),
    privateEmail: textOf(info.EmailPrivate),
    service: placeInService(employee, context),
    department: context.departments.get(values['employee.departmentId'] ?? ''),
    office: context.offices.get(values['employee.officeId'] ?? ''),
    employmentType: textOf(values['employmentType.name']),
    custom: pickCustom(values, context.custom),
  }
}

/** A value that is to be emptied counts as absent. */
const textOf = (value: string | undefined): string | undefined => (value === '' ? undefined : value)

const pickCustom = (values: SourceEmployee['values'], keys: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    keys.flatMap((key) => {
      const value = values[`employee.custom.${key}`]
      return value === undefined ? [] : [[key, value]]
    }),
  )
