import { RemoteError } from '../../../domain/errors.js'
import { isLastingRefusal } from '../../../domain/hold/refusal-codes.js'
import { fieldNamesOf } from '../../../domain/sections.js'
import { fieldsIn, type Values } from '../../../domain/values.js'
import { decideWrite, findUnconfirmed, toWriteResult } from '../../common/section-write.js'
import type { SectionWrite, WriteResult } from '../../port.js'
import { createRestError } from '../client/rest-error.js'
import { addressPlaces, isHomeAddress, startOf, toAddressRow } from '../wire/entries.js'
import { textIn, type Json } from '../wire/json.js'
import { pickEntry, toNumber, type WriteContext } from './personal-info.js'
import { seeWritten } from './see-written.js'
import { send } from './send.js'

const operation = 'createAddress'

const emptyAddress: Values = Object.fromEntries(fieldNamesOf('address').map((field) => [field, '']))

export const toAddressValues = (entry: Json | undefined): Values => {
  if (entry === undefined) return emptyAddress
  const { values } = toAddressRow(entry)
  return Object.fromEntries(fieldNamesOf('address').map((field, index) => [field, values[index] ?? '']))
}

/** The home address in force; `undefined` when there is none. */
export const readHome = async ({
  readEntries,
  companyId,
  employeeId,
  stamp,
}: Omit<WriteContext, 'client' | 'looks'>): Promise<Json | undefined> => {
  const entries = (await readEntries('listAddresses', companyId, employeeId)) ?? []
  return pickEntry(entries.filter(isHomeAddress), toNumber(stamp))
}

/**
 * Adds a home address from the current period on: there is no call that changes one (Nmbrs REST contract,
 * section 7.1).
 */
export const writeAddress = async (context: WriteContext, write: SectionWrite): Promise<WriteResult> => {
  const { stamp, looks } = context
  const before = await readHome(context)
  const old = toAddressValues(before)
  const decision = decideWrite(old, write)
  if (decision.decision === 'unchanged') return { result: 'unchanged', after: old }
  if (decision.decision === 'moved') return { result: 'moved', fields: decision.fields }

  refuseUntellable(before, toNumber(stamp))
  const { changes } = decision
  const body = { isDefault: true, type: 'homeAddress', ...toBody({ ...old, ...changes }), period: stamp }
  await sendAddress(context, body, before)

  const compare = (after: Json | undefined): WriteResult => {
    const now = toAddressValues(after)
    const unconfirmed = findUnconfirmed('address', changes, { old, now })
    const damaged = fieldsIn(old).filter(
      (field) => changes[field] === undefined && (old[field] ?? '') !== (now[field] ?? ''),
    )
    return toWriteResult([...unconfirmed, ...damaged], now)
  }
  const after = await seeWritten(
    operation,
    looks,
    () => readHome(context),
    (read) => compare(read).result === 'written',
  )
  return compare(after)
}

/**
 * Nmbrs may refuse a second address of one period, and says no reason (Nmbrs REST contract, section 15, row
 * 6).
 */
const sendAddress = async (
  { client, employeeId, stamp }: WriteContext,
  body: object,
  before: Json | undefined,
): Promise<void> => {
  try {
    await send(client, operation, employeeId, body)
  } catch (error) {
    const isSecond = before !== undefined && startOf(before) === toNumber(stamp)
    if (!isSecond || !(error instanceof RemoteError) || !isLastingRefusal(error.facts.code)) throw error
    client.contradict?.('secondAddress', `refuse${error.facts.status ?? ''}`)
    throw createRestError('second-address', operation, { status: error.facts.status })
  }
}

/**
 * Two addresses of one period are told apart by when they were entered; without that no one could say which
 * of them counts.
 */
const refuseUntellable = (before: Json | undefined, current: number): void => {
  if (before === undefined || startOf(before) !== current) return
  if ((textIn(before, 'createdAt') ?? '') === '')
    throw createRestError('not-carried', operation, { field: 'period' })
}

const toBody = (values: Values): Record<string, string> => {
  const body: Record<string, string> = {}
  for (const field of fieldsIn(values)) {
    const name = addressPlaces[field]
    const value = values[field] ?? ''
    if (name !== undefined && value !== '') body[name] = value
  }
  for (const field of ['Street', 'City', 'CountryISOCode'] as const)
    if (!values[field]) throw createRestError('value-not-sendable', operation, { field })
  return body
}
