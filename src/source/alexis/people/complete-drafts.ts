import type { Resource } from '../wire/client.js'
import { findOpenParts, type OpenParts } from './open-parts.js'
import { ensureComplete, type ListRow } from '../wire/paging.js'
import type { PersonDraft } from './person-draft.js'
import { keepEmploymentTypes, type ListedPerson, type PageContext, settle } from './read-people-page.js'
import { keyOf, type ListReader, readResource } from '../wire/read-resource.js'
import { emptyHistory, type History, type ReadRows } from './related-rows.js'
import { type Envelope, parseIdentity } from '../wire/schema.js'

/**
 * Settles the people whose rows did not all come along with the list. Each list that someone needs is read
 * once, for all of them together, and proven complete like the list of people.
 */
export const completeDrafts = async <Kept>(
  reader: ListReader,
  people: readonly ListedPerson<Kept>[],
  context: PageContext<Kept>,
): Promise<readonly ListedPerson<Kept>[]> => {
  const open = people.flatMap((person) => (person.kind === 'open' ? [person.draft] : []))
  const drafts = await addHistories(reader, open, context)
  if (isOpenIn('employmentType', drafts, context)) await readEmploymentTypes(reader, context)
  const settled = new Map(drafts.map((draft) => [draft.keys.id, settle(draft, context)]))
  return people.map((person) =>
    person.kind === 'open' ? (settled.get(person.draft.keys.id) ?? person) : person,
  )
}

const isOpenIn = (
  part: keyof OpenParts,
  drafts: readonly PersonDraft[],
  context: PageContext<unknown>,
): boolean => drafts.some((draft) => findOpenParts(draft, context, context.whole)[part])

const addHistories = async (
  reader: ListReader,
  drafts: readonly PersonDraft[],
  context: PageContext<unknown>,
): Promise<readonly PersonDraft[]> => {
  const ids = new Set(drafts.map(({ keys }) => keys.id))
  const { readers } = context
  const employments = isOpenIn('employments', drafts, context)
    ? await readHistory(reader, 'employment', readers.employments, ids)
    : undefined
  const compensations = isOpenIn('compensations', drafts, context)
    ? await readHistory(reader, 'compensation', readers.compensations, ids)
    : undefined
  return drafts.map((draft) => ({
    ...draft,
    ...(employments && { employments: employments.get(draft.keys.id) ?? emptyHistory }),
    ...(compensations && { compensations: compensations.get(draft.keys.id) ?? emptyHistory }),
  }))
}

interface HistoryRow extends ListRow {
  /** Absent when the row belongs to someone else. */
  record: unknown
}

/** The whole list, of which the rows of the people with these ids are kept. */
export const readHistory = async <Row>(
  reader: ListReader,
  resource: Resource,
  readRows: ReadRows<Row>,
  ids: ReadonlySet<string>,
): Promise<ReadonlyMap<string, History<Row>>> => {
  const toRows = (page: Envelope): HistoryRow[] =>
    page.data.map((record) => {
      const identity = parseIdentity(record)
      const { employeeId, updated } = identity
      const isKept = employeeId === undefined || ids.has(employeeId)
      return { key: keyOf(record, identity), updated, record: isKept ? record : undefined }
    })
  const rows = ensureComplete(await readResource(reader, { resource, toRows }), resource)
  return readRows(rows.flatMap(({ record }) => (record === undefined ? [] : [record])))
}

const readEmploymentTypes = async (reader: ListReader, context: PageContext<unknown>): Promise<void> => {
  const toRows = (page: Envelope) => page.data.map((record) => ({ key: keyOf(record), record }))
  const resource = 'employment-type'
  const rows = ensureComplete(await readResource(reader, { resource, toRows }), resource)
  keepEmploymentTypes(
    rows.map(({ record }) => record),
    context,
  )
}
