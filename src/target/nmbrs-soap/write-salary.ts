import type { TargetEmployeeId } from '../../domain/ids.js'
import { salaryTypes } from '../../domain/sections.js'
import { createCallError } from './wire/call-error.js'
import type { NmbrsClient } from './calls/client.js'
import { toCanonical } from '../common/wire-values.js'

/**
 * Sets the salary from its start date on. `value` is a decimal in plain notation, `type` a name of the salary
 * types.
 */
export const updateSalary = async (
  client: NmbrsClient,
  EmployeeId: TargetEmployeeId,
  { value, type, start }: { value: string; type: string; start: string },
): Promise<void> => {
  const operation = 'Salary_Update'
  const Value = toCanonical('decimal', value) ?? ''
  if (Value === '') throw createCallError('value-not-sendable', operation, { field: 'Value' })
  if (!(salaryTypes as readonly string[]).includes(type))
    throw createCallError('value-not-sendable', operation, { field: 'Type' })
  const Salary = [
    { name: 'Value', content: Value },
    { name: 'Type', content: type },
  ]
  await client.call(operation, { EmployeeId, Salary, Start: start })
}
