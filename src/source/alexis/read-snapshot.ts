import type { SourceEmployee, SourceQuery, SourceSnapshot, UnreadableRecord } from '../port.js'
import { createFlatteners } from './people/flatten-record.js'
import { completeDrafts } from './people/complete-drafts.js'
import { ensureComplete } from './wire/paging.js'
import {
  type ListedPerson,
  type PageContext,
  peopleRelations,
  type PersonRow,
  readPeoplePage,
} from './people/read-people-page.js'
import { type ListReader, readResource } from './wire/read-resource.js'
import { createRowReaders } from './people/related-rows.js'
import { createToDay, type Envelope } from './wire/schema.js'

export interface SnapshotReader extends ListReader {
  timeZone: string
}

/** Reads everyone with their current rows; see `Source.readSnapshot` for what it promises. */
export const readSnapshot = async <Kept>(
  reader: SnapshotReader,
  query: SourceQuery,
  keep: (employee: SourceEmployee) => Kept,
): Promise<SourceSnapshot<Kept>> => {
  const context = toContext(reader, query, keep)
  const rows = await readPeople(reader, query, context)
  const people = await completeDrafts(
    reader,
    rows.map(({ person }) => person),
    context,
  )
  const snapshot = toSnapshot(people, context)
  reader.log.info('source read', {
    people: snapshot.employees.length,
    unreadable: snapshot.unreadable.length,
    requests: reader.client.callCount(),
  })
  return snapshot
}

const toContext = <Kept>(
  { timeZone }: SnapshotReader,
  { paths, incidental, today, activeOnly, allCompensations }: SourceQuery,
  keep: (employee: SourceEmployee) => Kept,
): PageContext<Kept> => {
  const wanted = createFlatteners(paths, incidental)
  const toDay = createToDay(timeZone)
  return {
    today,
    keep,
    allCompensations,
    wanted,
    activeOnly,
    readers: createRowReaders(toDay, wanted),
    toDay,
    employmentTypes: new Map(),
    whole: { employments: false, compensations: false },
  }
}

/**
 * Everyone on the list, proven complete. Only active people are asked for when only they are wanted; but
 * whether `total` honours the filter is not documented (AlexisHR contract, section 3.1), so when that read
 * does not add up nothing is concluded from it: the whole list is read, whose total has one meaning only, and
 * the others are left out here.
 */
const readPeople = async <Kept>(
  reader: SnapshotReader,
  { activeOnly, onProgress }: SourceQuery,
  context: PageContext<Kept>,
): Promise<readonly PersonRow<Kept>[]> => {
  const list = {
    resource: 'employee' as const,
    toRows: (page: Envelope) => readPeoplePage(page, context),
    onProgress,
  }
  if (activeOnly) {
    const params = { relations: peopleRelations, 'filters[active][$eq]': 'true' }
    const filtered = await readResource(reader, { ...list, params, attempts: 1 })
    if (filtered.complete) return filtered.rows
    const { why, found, total } = filtered
    reader.log.info('filtered source list does not add up; reading the whole list', { why, found, total })
  }
  const everybody = await readResource(reader, { ...list, params: { relations: peopleRelations } })
  return ensureComplete(everybody, 'employee')
}

const toSnapshot = <Kept>(
  people: readonly ListedPerson<Kept>[],
  context: PageContext<Kept>,
): SourceSnapshot<Kept> => {
  const employees: Kept[] = []
  const unreadable: UnreadableRecord[] = []
  for (const person of people) {
    if (person.kind === 'read') employees.push(person.kept)
    if (person.kind === 'unreadable') unreadable.push(person.record)
  }
  const { whole, wanted, allCompensations } = context
  const compensationsComplete = !wanted.compensation.isWanted || whole.compensations || allCompensations
  return { employees, unreadable, compensationsComplete }
}
