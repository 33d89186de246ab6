import { toCanonical } from '../../common/wire-values.js'
import { createRestError } from '../client/rest-error.js'
import { readAllSalaries } from '../reads/read-one.js'
import { salaryTypes } from '../wire/names.js'
import type { WriteContext } from './personal-info.js'
import { seeWritten } from './see-written.js'
import { send } from './send.js'

const operation = 'createSalary'

/**
 * Adds a salary from a day on. There is no call that changes one, and what becomes of a second one for the
 * same day is not known (Nmbrs REST contract, section 15, row 7): so none is sent where one starts that day.
 */
export const addSalary = async (
  { client, readEntries, companyId, employeeId, looks }: WriteContext,
  { value, type, start }: { value: string; type: string; start: string },
): Promise<void> => {
  const amount = Number(value)
  // The digits of a decimal have to survive being a number of JSON.
  if (value === '' || toCanonical('decimal', String(amount)) !== toCanonical('decimal', value))
    throw createRestError('value-not-sendable', operation, { field: 'Value' })
  const restType = salaryTypes.toRest(type)
  if (restType === undefined) throw createRestError('value-not-sendable', operation, { field: 'Type' })
  const read = () => readAllSalaries(readEntries, companyId, employeeId)
  const there = (await read()).find((row) => row.Start === start)
  if (there?.Value === value && there.Type === type) return
  if (there !== undefined) throw createRestError('not-carried', operation, { field: 'startDate' })
  const body = { startDate: `${start}T00:00:00Z`, type: restType, value: amount }
  await send(client, operation, employeeId, body)
  await seeWritten(operation, looks, read, (rows) => rows.some((row) => row.Start === start))
}
