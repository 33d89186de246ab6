import { ApiError } from './api-error.js'
import { findRelations } from './find-relations.js'
import { type ListQuery, parseListQuery } from './parse-query.js'
import type { AlexisData } from './records.js'
import { type AnyRecord, recordsOf, type ResourceName, resourceNames } from './resources.js'
import { filterRecords, sortRecords } from './select-records.js'
import type { AlexisSwitches } from './switches.js'
import { writeRecord, type WritingRules } from './write-record.js'

export interface ApiWorld {
  data: AlexisData
  switches: AlexisSwitches
  timeZone: string
  /** Counts requests; an unstable order depends on it. */
  turn: number
}

/** The body that answers `GET /v1/<path>`. Throws `ApiError`. */
export const answerApi = (path: string, params: URLSearchParams, world: ApiWorld): object => {
  const [name = '', id, ...more] = path.split('/').filter((part) => part !== '')
  const resource = resourceNames.find((known) => known === name)
  if (resource === undefined || more.length > 0) throw new ApiError(404, `Cannot GET /v1/${path}`)
  const query = parseListQuery(resource, params)
  return id === undefined ? answerList(resource, query, world) : answerOne(resource, id, query, world)
}

/** The envelope of a list (AlexisHR contract, section 3.1): it says nothing of the limit. */
const answerList = (resource: ResourceName, query: ListQuery, world: ApiWorld): object => {
  const { data, switches } = world
  const all = recordsOf(data, resource)
  const filtered = filterRecords(all, query.filters)
  const ordered = inOrder(filtered, query, world)
  const limit = Math.min(query.limit ?? switches.defaultLimit, switches.limitCap)
  const page = ordered.slice(query.offset, query.offset + limit)
  return {
    status: 'ok',
    data: page.map((record) => writeRecord(resource, record, query.select, world)),
    total: switches.totalHonoursFilters ? filtered.length : all.length,
    count: page.length,
    offset: query.offset,
    ...writeRelations(page, query, world),
  }
}

const answerOne = (resource: ResourceName, id: string, query: ListQuery, world: ApiWorld): object => {
  const record = recordsOf(world.data, resource).find((each) => each.id === id)
  if (record === undefined) throw new ApiError(404, 'Not Found')
  return {
    status: 'ok',
    data: writeRecord(resource, record, query.select, world),
    ...writeRelations([record], query, world),
  }
}

const inOrder = (
  records: readonly AnyRecord[],
  { sort }: ListQuery,
  { switches, turn }: ApiWorld,
): readonly AnyRecord[] => {
  if (sort.length > 0 || switches.order === 'sorted') return sortRecords(records, sort)
  const shift = records.length === 0 ? 0 : turn % records.length
  return [...records.slice(shift), ...records.slice(0, shift)]
}

const writeRelations = (page: readonly AnyRecord[], { relations }: ListQuery, world: ApiWorld): object => {
  if (relations.length === 0) return {}
  const rules: WritingRules = world
  const found = findRelations(world.data, page, relations, world.switches)
  return {
    relations: Object.fromEntries(
      found.map(({ name, resource, records }) => [
        name,
        records.map((record) => writeRecord(resource, record, undefined, rules)),
      ]),
    ),
  }
}
