import type { UpdateChange } from '../domain/change.js'
import type { SalaryRow } from '../domain/employee.js'
import { RemoteError } from '../domain/errors.js'
import type { TargetEmployeeId } from '../domain/ids.js'
import { fieldsIn, type Values } from '../domain/values.js'
import { sameValue } from '../plan/sections/diff-fields.js'
import { findSalaryOn } from '../plan/salary/salary-rows.js'
import { toValues } from '../plan/salary/salary-change.js'
import type { Permit } from './gate/write-gate.js'
import { sendSalary } from './gate/write-target.js'
import type { WriteContext, WriteEnd } from './write-end.js'

type SalaryContext = Pick<WriteContext, 'target' | 'policyOf'>

/** Sends a salary where payroll still has what the plan saw, and reads it back. */
export const writeSalary = async (
  permit: Permit<UpdateChange>,
  context: SalaryContext,
): Promise<WriteEnd> => {
  const { change, employeeId } = permit
  const found = await lookAtSalary(change, employeeId, context)
  if (found === 'moved') return { result: 'moved' }
  if (found === 'there') return { result: 'unchanged', after: change.after }
  await sendSalary(context.target, permit)
  return confirmSalary(change, employeeId, context)
}

/**
 * What stands where a salary is about to be written: what the plan saw, the salary itself, or what someone
 * put there since. There is no version to send along with the call (Nmbrs contract, section 6), so looking
 * just before it is all that keeps a correction from being overwritten.
 */
export const lookAtSalary = async (
  change: UpdateChange,
  employeeId: TargetEmployeeId,
  context: SalaryContext,
): Promise<'as-planned' | 'there' | 'moved'> => {
  const { before, after, beside } = change
  // No one can have corrected the salary of someone who was created a moment ago.
  if (fieldsIn(before).length === 0) return 'as-planned'
  const [start, besideStart] = [after.Start ?? '', beside?.Start ?? '']
  const rows = await context.target.readSalaries(
    change.companyId,
    employeeId,
    besideStart > start ? besideStart : start,
  )
  if (beside !== undefined && differs(beside, findSalaryOn(rows, besideStart), context)) return 'moved'
  const held = findSalaryOn(rows, start)
  if (!differs(after, held, context)) return 'there'
  return differs(before, held, context) ? 'moved' : 'as-planned'
}

/**
 * Reads a salary back that was written: an amount that Nmbrs rounded, or a row that it dropped, is not what
 * was asked for.
 */
const confirmSalary = async (
  { companyId, after }: UpdateChange,
  employeeId: TargetEmployeeId,
  context: SalaryContext,
): Promise<WriteEnd> => {
  const start = after.Start ?? ''
  const rows = await readBack(() => context.target.readSalaries(companyId, employeeId, start))
  if (rows === undefined) return { result: 'not-confirmed' }
  const held = findSalaryOn(rows, start)
  return differs(after, held, context)
    ? { result: 'not-confirmed' }
    : { result: 'written', after: toValues(held) }
}

/** The write was carried out, so that a reading which fails says nothing about it; the next run compares. */
const readBack = async (
  read: () => Promise<readonly SalaryRow[]>,
): Promise<readonly SalaryRow[] | undefined> => {
  try {
    return await read()
  } catch (error) {
    if (error instanceof RemoteError) return undefined
    throw error
  }
}

/** Whether a row pays anything else than is expected. */
const differs = (expected: Values, row: SalaryRow | undefined, { policyOf }: SalaryContext): boolean => {
  const held = toValues(row)
  return fieldsIn(held).some(
    (field) => !sameValue(policyOf('salary', field), expected[field] ?? '', held[field] ?? ''),
  )
}
