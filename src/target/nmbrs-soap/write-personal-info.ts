import { findFieldType } from '../../domain/sections.js'
import { fieldsIn, type Values } from '../../domain/values.js'
import type { SectionWrite, WriteResult } from '../port.js'
import { createCallError } from './wire/call-error.js'
import type { NmbrsClient } from './calls/client.js'
import { findDamage, mergeRecord } from './merge-record.js'
import { parseValues, recordOrders } from './wire/schema.js'
import { readBack } from './read-back.js'
import { decideWrite, findUnconfirmed, toWriteResult } from '../common/section-write.js'
import { toWireText } from '../common/wire-values.js'
import type { XmlElement } from './wire/xml/xml-element.js'

const reading = 'PersonalInfo_GetCurrent'
const writing = 'PersonalInfo_UpdateCurrent'
const order = recordOrders.PersonalInfo

/**
 * Cleared by `xsi:nil`; an empty element of these types is a fault (Nmbrs contract, sections 2.2 and 6.5).
 */
const nillable: ReadonlySet<string> = new Set(['EmployeeNumber', 'Birthday'])

/** Nmbrs makes it from the names. */
const derived = 'DisplayName'

/** Changes personal fields of one employee by sending the whole record back, and reads what became of it. */
export const updatePersonalInfo = async (
  client: NmbrsClient,
  EmployeeId: string,
  write: SectionWrite,
): Promise<WriteResult> => {
  const before = await readRecord(client, EmployeeId)
  const old = parseValues('personalInfo', before, reading)
  const decision = decideWrite(old, write)
  if (decision.decision === 'unchanged') return { result: 'unchanged', after: old }
  if (decision.decision === 'moved') return { result: 'moved', fields: decision.fields }

  const contents = toContents(decision.changes)
  await client.call(writing, { EmployeeId, PersonalInfo: mergeRecord(before, contents, order) })

  return readBack(writing, async () => {
    const after = await readRecord(client, EmployeeId)
    const now = parseValues('personalInfo', after, reading)
    const unconfirmed = findUnconfirmed('personalInfo', decision.changes, { old, now })
    const damaged = findDamage(before, after, new Set([...contents.keys(), derived]), order)
    return toWriteResult([...unconfirmed, ...damaged], now)
  })
}

const readRecord = async (client: NmbrsClient, EmployeeId: string): Promise<readonly XmlElement[]> => {
  const { children } = await client.call(reading, { EmployeeId })
  if (children.length === 0) throw createCallError('unexpected-answer', reading)
  return children
}

/**
 * The changed elements. The employee number stands in the record twice, and both are written (Nmbrs contract,
 * section 6.3).
 */
const toContents = (changes: Values): Map<string, XmlElement['content']> => {
  const contents = new Map<string, XmlElement['content']>()
  for (const field of fieldsIn(changes)) {
    const value = changes[field] ?? ''
    const content = toWireText(findFieldType('personalInfo', field) ?? 'text', value)
    contents.set(field, content === '' && nillable.has(field) ? null : content)
    if (field === 'EmployeeNumber') contents.set('Number', value === '' ? '0' : value)
  }
  return contents
}
