import type { FieldName, FieldType } from '../../domain/sections.js'
import type { FieldValue } from '../../domain/values.js'
import { createCallError } from './call-error.js'
import type { ResultReader } from './envelope-reader.js'
import { createMemory, ownCopy } from './retained-text.js'
import { toCanonical } from './wire-values.js'

/** What is kept of the rows of one bulk read. Everything else passes by unread. */
export interface BulkShape {
  operation: string
  /** By the element's name on the wire: the field it is, and how it is converted. In the order of the catalogue. */
  fields: ReadonlyMap<string, { field: FieldName; type: FieldType }>
  /** Elements that tell rows apart (start, entry time, id), kept as they are. */
  notes: readonly string[]
}

/**
 * One row of one employee's history. Every text is there; one the wire left out is empty. They may be pieces of the answer and keep all of it in
 * memory: whoever keeps one keeps a copy of his own.
 */
export interface BulkRow {
  /** In the order of the shape's fields. */
  values: FieldValue[]
  /** In the order of the shape's notes. */
  notes: string[]
}

/** Takes the text of one element into a row. */
type Keep = (row: BulkRow, text: string) => void

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
  const noValues = [...shape.fields].map(() => '')
  const noNotes = shape.notes.map(() => '')

  let employeeId = ''
  let rows: BulkRow[] = []
  let row: BulkRow | undefined
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
        row = isNil ? undefined : { values: noValues.slice(), notes: noNotes.slice() }
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
  for (const [at, [name, { field, type }]] of [...fields].entries()) {
    const convert = (text: string): string => {
      const value = toCanonical(type, text)
      if (value === undefined) throw createCallError('unreadable-value', operation, { field: name })
      return value
    }
    const repeats = repeatingTypes.has(type) || repeatingFields.has(field)
    const take = repeats ? createMemory(convert) : convert
    keeps.set(name, (row, text) => {
      row.values[at] = take(text)
    })
  }
  for (const [at, name] of notes.entries()) {
    const known = keeps.get(name)
    keeps.set(name, (row, text) => {
      known?.(row, text)
      row.notes[at] = text.trim()
    })
  }
  return keeps
}
