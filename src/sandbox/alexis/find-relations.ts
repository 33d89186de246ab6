import type { AlexisData } from './records.js'
import type { AnyRecord, ResourceName } from './resources.js'
import type { AlexisSwitches } from './switches.js'

export interface RelatedRecords {
  name: string
  resource: ResourceName
  records: readonly AnyRecord[]
}

/**
 * The records that go with a page, one list for each relation asked for. Relations this sandbox has no data
 * for are empty.
 */
export const findRelations = (
  data: AlexisData,
  page: readonly AnyRecord[],
  relations: readonly string[],
  switches: AlexisSwitches,
): RelatedRecords[] => relations.map((name) => findRelation(data, page, name, switches))

const findRelation = (
  data: AlexisData,
  page: readonly AnyRecord[],
  name: string,
  switches: AlexisSwitches,
): RelatedRecords => {
  const history = switches.relations === 'history'
  switch (name) {
    case 'employment':
      return related(name, 'employment', findEmployments(data, page, history))
    case 'compensation':
      return related(name, 'compensation', findRows(data.compensations, page, history, 'compensationId'))
    case 'employmentType':
      return related(name, 'employment-type', findTypes(data, page, history))
    case 'type':
      return related(name, 'employment-type', pick(data.employmentTypes, idsIn(page, 'typeId')))
    case 'employee':
      return related(name, 'employee', pick(data.employees, idsIn(page, 'employeeId')))
    case 'managerEmployee':
      return related(name, 'employee', pick(data.employees, idsIn(page, 'managerEmployeeId')))
    case 'department':
      return related(name, 'department', pick(data.departments, idsIn(page, 'departmentId')))
    case 'office':
      return related(name, 'office', pick(data.offices, idsIn(page, 'officeId')))
    default:
      return related(name, 'employee', [])
  }
}

const related = (name: string, resource: ResourceName, records: readonly object[]): RelatedRecords => ({
  name,
  resource,
  // Plain records, looked up by field name from here on.
  records: records as readonly AnyRecord[],
})

type HistoryRow = { id: string; employeeId: string }

const findRows = <Row extends HistoryRow>(
  rows: readonly Row[],
  page: readonly AnyRecord[],
  history: boolean,
  pointer: string,
): readonly Row[] => {
  if (!history) return pick(rows, idsIn(page, pointer))
  const people = idsIn(page, 'id')
  return rows.filter((row) => people.has(row.employeeId))
}

const findEmployments = (data: AlexisData, page: readonly AnyRecord[], history: boolean) =>
  findRows(data.employments, page, history, 'employmentId')

const findTypes = (data: AlexisData, page: readonly AnyRecord[], history: boolean) => {
  const ofHistory = history ? findEmployments(data, page, history).map(({ typeId }) => typeId) : []
  return pick(data.employmentTypes, new Set([...idsIn(page, 'employmentTypeId'), ...ofHistory]))
}

const idsIn = (records: readonly AnyRecord[], field: string): Set<unknown> =>
  new Set(records.map((record) => record[field]))

const pick = <Row extends { id: string }>(rows: readonly Row[], ids: ReadonlySet<unknown>): readonly Row[] =>
  rows.filter(({ id }) => ids.has(id))
