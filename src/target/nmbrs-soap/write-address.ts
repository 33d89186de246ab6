import { fieldsIn, type Values } from '../../domain/values.js'
import type { SectionWrite, WriteResult } from '../port.js'
import { findHomeAddress } from './address-list.js'
import type { NmbrsClient } from './calls/client.js'
import { findDamage, mergeRecord } from './merge-record.js'
import { parseValues, recordOrders } from './wire/schema.js'
import { readBack } from './read-back.js'
import { decideWrite, findUnconfirmed, toWriteResult } from '../common/section-write.js'
import type { XmlElement } from './wire/xml/xml-element.js'

const reading = 'Address_GetListCurrent'
const order = recordOrders.EmployeeAddress

/** A home address that is still to be filled. The id is given by Nmbrs. */
const newHomeAddress: readonly XmlElement[] = [
  { name: 'Id', content: '0' },
  { name: 'Default', content: 'true' },
  { name: 'Type', content: 'HomeAddress' },
]

/**
 * Changes the home address of one employee, or gives them one, and reads what became of it. Other addresses
 * are left alone and none is ever deleted. Several home addresses: the default one; without one default
 * `RemoteError` (`address-ambiguous`), nothing sent.
 */
export const writeAddress = async (
  client: NmbrsClient,
  EmployeeId: string,
  write: SectionWrite,
): Promise<WriteResult> => {
  const readHome = async () => findHomeAddress((await client.call(reading, { EmployeeId })).children)
  const before = await readHome()
  const old = parseValues('address', before ?? [], reading)
  const decision = decideWrite(old, write)
  if (decision.decision === 'unchanged') return { result: 'unchanged', after: old }
  if (decision.decision === 'moved') return { result: 'moved', fields: decision.fields }

  const contents = toContents(decision.changes)
  const Address = mergeRecord(before ?? newHomeAddress, contents, order)
  const writing = before === undefined ? 'Address_InsertCurrent' : 'Address_Update'
  await client.call(writing, { EmployeeId, Address })

  return readBack(writing, async () => {
    const after = (await readHome()) ?? []
    const now = parseValues('address', after, reading)
    const unconfirmed = findUnconfirmed('address', decision.changes, { old, now })
    // The id may be a new one after an update (Nmbrs contract, section 6.15).
    const expectedToChange = new Set([...contents.keys(), 'Id'])
    const damaged = findDamage(before ?? newHomeAddress, after, expectedToChange, order)
    return toWriteResult([...unconfirmed, ...damaged], now)
  })
}

const toContents = (changes: Values): Map<string, string> =>
  new Map(fieldsIn(changes).map((field) => [field, changes[field] ?? '']))
