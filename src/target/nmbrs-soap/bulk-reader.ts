import type { FieldName, FieldType } from '../../domain/sections.js'
import type { FieldValue } from '../../domain/values.js'
import { createCallError } from './call-error.js'
import type { ResultReader } from './envelope-reader.js'
import { createMemory, ownCopy } from './retained-text.js'
import { toCanonical } from './wire-values.js'

/** What is kept of the rows of one bulk read. Everything else passes by unread. */
export interface BulkShape {
  operation: string
  /** By the element's name on the wire: the field it is, and how it is converted. */
  fields: ReadonlyMap<string, { field: FieldName; type: FieldType }>
  /** Elements that tell rows apart (start, entry time, id), kept as they are. */
  notes: readonly string[]
}

/**
 * One row of one employee's history. Every field is there; one the wire left out is empty. Its texts may be pieces of the answer and keep all of it in
 * memory: whoever keeps one keeps a copy of his own.
 */
export interface BulkRow {
  values: Record<string, FieldValue>
  notes: Readonly<Record<string, string>>
}

type Keep = (row: { values: Record<string, string>; notes: Record<string, string> }, text: string) => void

/** Where the parts of a bulk answer stand: employees, in them the id and the list, in that the rows, in those the fields. */
const depths = { employee: 1, idOrList: 2, row: 3, field: 4 } as const

/** Types whose values repeat from person to person. */
const repeatingTypes: ReadonlySet<FieldType> = new Set(['date', 'country', 'decimal', 'code'])
const repeatingFields: ReadonlySet<FieldName> = new Set([
  'City',
  'StateProvince',
  'Prefix',
  'PlaceOfBirth',
  'Title',
])

/**
 * Reads the answer of a `…GetAll…ByCompany` call: hands over each employee's rows as soon as they are complete and forgets them.
 * Elements are told by their place, not their name, because the names of lists differ between versions (Nmbrs contract, section 2.6).
 * Nil employees and rows, and absent lists, are passed over.
 */
export const createBulkReader = (
  shape: BulkShape,
  onEmployee: (employeeId: string, rows: readonly BulkRow[]) => void,
): ResultReader<undefined> => {
  const keeps = buildKeeps(shape)
  const emptyValues = Object.fromEntries([...shape.fields.values()].map(({ field }) => [field, '']))
  const emptyNotes = Object.fromEntries(shape.notes.map((name) => [name, '']))

  let employeeId = ''
  let rows: BulkRow[] = []
  let row: { values: Record<string, string>; notes: Record<string, string> } | undefined
  let keep: Keep | undefined
  let readingId = false
  let text = ''

  const finishEmployee = (): void => {
    if (employeeId !== '') onEmployee(employeeId, rows)
    else if (rows.length > 0)
      throw createCallError('unreadable-value', shape.operation, { field: 'EmployeeId' })
    employeeId = ''
    rows = []
  }

  const close = (depth: number): void => {
    if (depth === depths.field) {
      if (keep !== undefined && row !== undefined) keep(row, text)
      keep = undefined
    } else if (depth === depths.row) {
      if (row !== undefined) rows.push(row)
      row = undefined
    } else if (depth === depths.idOrList) {
      if (readingId) employeeId = ownCopy(text.trim())
      readingId = false
    } else if (depth === depths.employee) {
      finishEmployee()
    }
  }

  return {
    open: (name, depth, isNil) => {
      text = ''
      if (depth === depths.field) keep = isNil ? undefined : keeps.get(name)
      else if (depth === depths.row)
        row = isNil ? undefined : { values: { ...emptyValues }, notes: { ...emptyNotes } }
      else if (depth === depths.idOrList) readingId = name === 'EmployeeId'
    },
    text: (piece) => {
      if (keep !== undefined || readingId) text += piece
    },
    close,
    result: () => undefined,
  }
}

const buildKeeps = ({ operation, fields, notes }: BulkShape): ReadonlyMap<string, Keep> => {
  const keeps = new Map<string, Keep>()
  for (const [name, { field, type }] of fields) {
    const convert = (text: string): string => {
      const value = toCanonical(type, text)
      if (value === undefined) throw createCallError('unreadable-value', operation, { field: name })
      return value
    }
    const repeats = repeatingTypes.has(type) || repeatingFields.has(field)
    const take = repeats ? createMemory(convert) : convert
    keeps.set(name, (row, text) => {
      row.values[field] = take(text)
    })
  }
  for (const name of notes) {
    const known = keeps.get(name)
    keeps.set(name, (row, text) => {
      known?.(row, text)
      row.notes[name] = text.trim()
    })
  }
  return keeps
}
