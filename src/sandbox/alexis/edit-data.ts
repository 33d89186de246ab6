import { Temporal } from 'temporal-polyfill'
import * as z from 'zod'

import { ApiError } from './api-error.js'
import type { AlexisData } from './records.js'
import { type Collection, collectionNames } from './resources.js'

const change = z.looseObject({ id: z.string().optional() })

interface AnyStored {
  id: string
  [field: string]: unknown
}

/**
 * A change asked for through the control address: `POST employees`, `PATCH employees/<id>`, `DELETE
 * employees/<id>`.
 */
export interface Edit {
  method: 'POST' | 'PATCH' | 'DELETE'
  collection: Collection
  id: string | undefined
  body: unknown
}

export const findCollection = (name: string): Collection | undefined =>
  collectionNames.find((known) => known === name)

/** Carries the edit out and gives back the record, as it is now or as it was. Throws `ApiError`. */
export const editData = (data: AlexisData, { method, collection, id, body }: Edit): object => {
  // The control address takes all fields it is sent: the point is to try out odd records too.
  const records = data[collection] as unknown as AnyStored[]
  if (method === 'POST') return addRecord(records, collection, parseChange(body))
  const index = records.findIndex((record) => record.id === id)
  const record = records[index]
  if (record === undefined) throw new ApiError(404, 'Not Found')
  if (method === 'DELETE') {
    records.splice(index, 1)
    return record
  }
  return applyChange(record, collection, parseChange(body))
}

const parseChange = (body: unknown): Partial<AnyStored> => {
  const parsed = change.safeParse(body)
  if (parsed.success) return parsed.data as Partial<AnyStored>
  throw new ApiError(400, 'the body must be a JSON object')
}

const addRecord = (records: AnyStored[], collection: Collection, fields: Partial<AnyStored>): AnyStored => {
  const id = fields.id ?? unusedId(records)
  if (records.some((record) => record.id === id)) throw new ApiError(400, 'a record with this id exists')
  const record = { ...defaultsFor(collection, id), ...fields, id }
  records.push(record)
  return record
}

/** What the API always sends for an employee (AlexisHR contract, section 5.1). */
const defaultsFor = (collection: Collection, id: string): object =>
  collection === 'employees'
    ? { active: true, userId: id, employeeNumber: '', created: currentMoment(), updated: currentMoment() }
    : {}

/** Lays `fields` over the record, objects like the address key by key; `null` takes a field away. */
const applyChange = (record: AnyStored, collection: Collection, fields: Partial<AnyStored>): AnyStored => {
  for (const [field, value] of Object.entries(fields)) {
    if (field === 'id') continue
    if (value === null) Reflect.deleteProperty(record, field)
    else
      record[field] =
        isPlainObject(value) && isPlainObject(record[field]) ? { ...record[field], ...value } : value
  }
  if (collection === 'employees' || collection === 'employments') record.updated = currentMoment()
  return record
}

const isPlainObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A 24-digit hexadecimal id after all the others, as a new record of the API has. */
const unusedId = (records: readonly AnyStored[]): string => {
  const ids = records.map(({ id }) => id).filter((id) => /^[0-9a-f]{24}$/.test(id))
  const highest = ids.sort().at(-1) ?? '0'.repeat(24)
  return (BigInt(`0x${highest}`) + 1n).toString(16).padStart(24, '0')
}

const currentMoment = (): string => Temporal.Now.instant().toString({ fractionalSecondDigits: 3 })
