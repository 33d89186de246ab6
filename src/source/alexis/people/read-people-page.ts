import { toSourceCompanyId, toSourceEmployeeId } from '../../../domain/ids.js'
import type { SourceEmployee, UnreadableRecord } from '../../port.js'
import { buildEmployee } from './build-employee.js'
import { unexpectedShape } from '../wire/errors.js'
import { findOpenParts, isAnyOpen, type WholeHistory } from './open-parts.js'
import type { ListRow } from '../wire/paging.js'
import type { PersonDraft, ReadContext } from './person-draft.js'
import { keyOf } from '../wire/read-resource.js'
import { type CompensationRow, emptyHistory, type EmploymentRow, type History } from './related-rows.js'
import type { ToDay } from '../wire/record-reader.js'
import { type Envelope, parseIdentity, readEmployeeKeys } from '../wire/schema.js'

/** The relations that bring each person's rows along (AlexisHR contract, section 3.2). */
export const peopleRelations = 'employment,employmentType,compensation'

/**
 * What the list says of one record.
 * - `open`: not all rows that matter came along.
 * - `outside`: not asked for.
 */
export type ListedPerson<Kept> =
  | { kind: 'read'; kept: Kept }
  | { kind: 'unreadable'; record: UnreadableRecord }
  | { kind: 'open'; draft: PersonDraft }
  | { kind: 'outside' }

export interface PersonRow<Kept> extends ListRow {
  person: ListedPerson<Kept>
}

export interface PageContext<Kept> extends ReadContext {
  /** Says what is kept of a person. */
  keep: (employee: SourceEmployee) => Kept
  activeOnly: boolean
  toDay: ToDay
  /**
   * Found out while reading: a row that no pointer names shows that the related rows are the whole history.
   */
  whole: WholeHistory
}

/**
 * Reads a page of the employee list, each person as far as the page tells, so that the page itself can be let
 * go.
 */
export const readPeoplePage = <Kept>(page: Envelope, context: PageContext<Kept>): PersonRow<Kept>[] => {
  if (page.data.length > 0 && page.data.every((record) => parseIdentity(record).id === undefined)) {
    throw unexpectedShape('GET /employee', ['data[].id: expected text, found nothing'])
  }
  keepEmploymentTypes(page.relations.employmentType ?? [], context)
  const histories = readHistories(page, context)
  const rows = page.data.map((record) => toRow(record, histories, context))
  for (const { person } of rows) noteWholeHistory(person, context.whole)
  return rows.map((row) => ({ ...row, person: settleIfKnown(row.person, context) }))
}

/** Settles a person by the rows known now. */
export const settle = <Kept>(draft: PersonDraft, context: PageContext<Kept>): ListedPerson<Kept> => ({
  kind: 'read',
  kept: context.keep(buildEmployee(draft, context)),
})

/** Adds kinds of employment to those already known. */
export const keepEmploymentTypes = (
  records: readonly unknown[],
  { employmentTypes, wanted }: ReadContext,
): void => {
  for (const record of records) {
    const { id } = parseIdentity(record)
    if (id !== undefined) employmentTypes.set(id, wanted.employmentType.flatten(record))
  }
}

interface Histories {
  employments: ReadonlyMap<string, History<EmploymentRow>>
  compensations: ReadonlyMap<string, History<CompensationRow>>
}

/** Compensations that no one asked for are not looked at. */
const readHistories = ({ relations }: Envelope, { readers, wanted }: ReadContext): Histories => ({
  employments: readers.employments(relations.employment ?? []),
  compensations: readers.compensations(wanted.compensation.isWanted ? (relations.compensation ?? []) : []),
})

const toRow = <Kept>(record: unknown, histories: Histories, context: PageContext<Kept>): PersonRow<Kept> => {
  const identity = parseIdentity(record)
  const isOutside = context.activeOnly && identity.active === false
  return {
    key: keyOf(record, identity),
    updated: identity.updated,
    person: isOutside ? { kind: 'outside' } : toDraft(record, histories, context),
  }
}

const toDraft = <Kept>(
  record: unknown,
  histories: Histories,
  context: PageContext<Kept>,
): ListedPerson<Kept> => {
  const keys = readEmployeeKeys(record, context.toDay)
  if ('problems' in keys) return { kind: 'unreadable', record: toUnreadable(record, keys.problems) }
  const { id } = keys.value
  return {
    kind: 'open',
    draft: {
      keys: keys.value,
      flat: context.wanted.employee.flatten(record),
      employments: histories.employments.get(id) ?? emptyHistory,
      compensations: histories.compensations.get(id) ?? emptyHistory,
    },
  }
}

const toUnreadable = (record: unknown, problems: readonly string[]): UnreadableRecord => {
  const { id, companyId } = parseIdentity(record)
  return {
    id: id === undefined ? undefined : toSourceEmployeeId(id),
    ...(companyId === undefined ? {} : { companyId: toSourceCompanyId(companyId) }),
    problems,
  }
}

const noteWholeHistory = (person: ListedPerson<unknown>, whole: WholeHistory): void => {
  if (person.kind !== 'open') return
  const { keys, employments, compensations } = person.draft
  whole.employments ||= employments.rows.some(({ id }) => id !== keys.employmentId)
  whole.compensations ||= compensations.rows.some(({ id }) => id !== keys.compensationId)
}

const settleIfKnown = <Kept>(person: ListedPerson<Kept>, context: PageContext<Kept>): ListedPerson<Kept> => {
  if (person.kind !== 'open') return person
  return isAnyOpen(findOpenParts(person.draft, context, context.whole))
    ? person
    : settle(person.draft, context)
}
