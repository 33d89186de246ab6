import type { FieldType } from '../../../domain/sections.js'
import type { FieldValue } from '../../../domain/values.js'
import type { BulkPlaces, BulkRow, BulkShape } from './bulk-reader.js'
import { createCallError } from './call-error.js'
import { createMemory } from '../../common/retained-text.js'
import { toCanonical } from '../../common/wire-values.js'

/** The values of all fields of a row, in the order of its shape. */
export type ReadValues = (row: BulkRow, places: BulkPlaces) => FieldValue[]

/** For values that are packed at once: they may be pieces of the answer, as the row's texts are. */
export const createValuesReader = ({ operation, fields }: BulkShape): ReadValues => {
  const names = [...fields.keys()]
  const types = [...fields.values()].map(({ type }) => type)
  return (row, places) => {
    const values: FieldValue[] = []
    for (let at = 0; at < types.length; at += 1) {
      const text = row[places.fields[at] ?? 0]
      // Empty and absent are one for every type, and most fields of most people are.
      const isEmpty = text === undefined || text === ''
      values.push(isEmpty ? '' : toValue(operation, names[at] ?? '', types[at] ?? 'text', text))
    }
    return values
  }
}

/**
 * For values that are kept as they are: each is converted and kept once, as they repeat from person to
 * person, and none is a piece of the answer. To be made anew for each answer.
 */
export const createRememberingReader = ({ operation, fields }: BulkShape): ReadValues => {
  const converts = [...fields].map(([name, { type }]) =>
    createMemory((text) => toValue(operation, name, type, text)),
  )
  return (row, places) => {
    const values: FieldValue[] = []
    for (let at = 0; at < converts.length; at += 1)
      values.push(converts[at]?.(row[places.fields[at] ?? 0] ?? '') ?? '')
    return values
  }
}

const toValue = (operation: string, name: string, type: FieldType, text: string): FieldValue => {
  const value = toCanonical(type, text)
  if (value === undefined) throw createCallError('unreadable-value', operation, { field: name })
  return value
}

/** A note's text without blanks around it, empty when there is none. */
export const toText = (note: string | undefined): string => (note === undefined ? '' : note.trim())

/** The number that a note of that name holds, 0 when there is none. */
export const toNumber = (note: string | undefined, name: string, operation: string): number => {
  if (note === undefined) return 0
  const value = Number(note)
  if (!Number.isInteger(value)) throw createCallError('unreadable-value', operation, { field: name })
  return value
}
