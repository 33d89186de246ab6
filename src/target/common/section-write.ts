import { fieldsIn, type Values } from '../../domain/values.js'
import { hasSameContent, isSameCode } from '../../domain/text/same-content.js'
import { findFieldType, type FieldName, type FieldType, type MappedSection } from '../../domain/sections.js'
import type { SectionWrite, WriteResult } from '../port.js'

export type WriteDecision =
  | { decision: 'unchanged' }
  | { decision: 'moved'; fields: readonly FieldName[] }
  | { decision: 'send'; changes: Values }

const textOf = (values: Values, field: FieldName): string => (values[field] ?? '').trim()

/**
 * What to do, given what the target holds this moment: nothing when it holds all that is wanted; nothing
 * either when someone changed one of the fields that the plan looked at since it was made; else send those
 * that differ.
 */
export const decideWrite = (current: Values, { before, after }: SectionWrite): WriteDecision => {
  const differing = fieldsIn(after).filter((field) => textOf(current, field) !== textOf(after, field))
  if (differing.length === 0) return { decision: 'unchanged' }
  const isMoved = (field: FieldName): boolean => textOf(before, field) !== textOf(current, field)
  // What a plan looked at beside the fields to be written was part of its decision.
  const beside = fieldsIn(before).filter((field) => after[field] === undefined && isMoved(field))
  const moved = [...differing.filter((field) => before[field] !== undefined && isMoved(field)), ...beside]
  if (moved.length > 0) return { decision: 'moved', fields: moved }
  return {
    decision: 'send',
    changes: Object.fromEntries(differing.map((field) => [field, textOf(after, field)])),
  }
}

/** Types that have one spelling only; of the others Nmbrs may change letter case, blanks and dashes. */
const exactTypes: ReadonlySet<FieldType | undefined> = new Set([
  'date',
  'integer',
  'decimal',
  'country',
  'code',
])

/** A number without its layout, and without what stands before it inside its country. */
const toDialled = (phone: string): string => phone.replace(/\D+/g, '').replace(/^0+/, '')

const fewestDigits = 6

/** Whether two telephone numbers are one, with the code of the country or without it. */
const isSamePhone = (one: string, other: string): boolean => {
  const [left, right] = [toDialled(one), toDialled(other)]
  if (left.length < fewestDigits || right.length < fewestDigits) return isSameCode(one, other)
  return left.endsWith(right) || right.endsWith(left)
}

/** Whether what is read back says what was sent. */
const isSameValue = (section: MappedSection, field: FieldName, sent: string, found: string): boolean => {
  const type = findFieldType(section, field)
  if (exactTypes.has(type)) return false
  if (type === 'phone') return isSamePhone(sent, found)
  return type === 'text' && field !== 'PostalCode' ? hasSameContent(sent, found) : isSameCode(sent, found)
}

/**
 * The fields of which reading back shows that they were not taken over: of another value where a value has
 * one spelling, otherwise of another content (shortened, changed, empty, not emptied), or still the old text.
 */
export const findUnconfirmed = (
  section: MappedSection,
  sent: Values,
  { old, now }: { old: Values; now: Values },
): FieldName[] =>
  fieldsIn(sent).filter((field) => {
    const wanted = textOf(sent, field)
    const found = textOf(now, field)
    if (found === wanted) return false
    return found === textOf(old, field) || !isSameValue(section, field, wanted, found)
  })

/** The answer to a write that was sent and read back. */
export const toWriteResult = (unconfirmed: readonly string[], after: Values): WriteResult =>
  unconfirmed.length === 0
    ? { result: 'written', after }
    : { result: 'not-confirmed', fields: unconfirmed, after }
