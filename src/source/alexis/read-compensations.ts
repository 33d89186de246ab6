import { type SourceEmployeeId, toSourceEmployeeId } from '../../domain/ids.js'
import type { SourceCompensation, SourceQuery } from '../port.js'
import { readHistory } from './people/complete-drafts.js'
import { createFlatteners } from './people/flatten-record.js'
import type { ListReader } from './wire/read-resource.js'
import {
  type CompensationRow,
  createRowReaders,
  type History,
  toSourceCompensation,
} from './people/related-rows.js'
import { createToDay } from './wire/schema.js'

/**
 * All compensations of some people. The list is read whole and proven complete: what a filter by several
 * people gives, and what `total` then counts, is not documented (AlexisHR contract, sections 3.1 and 3.3).
 */
export const readCompensations = async (
  reader: ListReader & { timeZone: string },
  people: ReadonlySet<SourceEmployeeId>,
  { paths }: Pick<SourceQuery, 'paths'>,
): Promise<ReadonlyMap<SourceEmployeeId, readonly SourceCompensation[] | 'unreadable'>> => {
  const { compensations } = createRowReaders(createToDay(reader.timeZone), createFlatteners(paths))
  const histories = await readHistory(reader, 'compensation', compensations, people)
  return new Map([...histories].map(([id, history]) => [toSourceEmployeeId(id), toRows(history)]))
}

const toRows = ({
  rows,
  problems,
}: History<CompensationRow>): readonly SourceCompensation[] | 'unreadable' =>
  problems.length > 0 ? 'unreadable' : rows.map(toSourceCompensation)
