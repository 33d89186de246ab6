import type { UpdateChange } from '../domain/change.js'
import type { SalaryRow } from '../domain/employee.js'
import { RemoteError } from '../domain/errors.js'
import type { TargetEmployeeId } from '../domain/ids.js'
import type { FieldName } from '../domain/sections.js'
import { fieldsIn, type Values } from '../domain/values.js'
import { sameValue } from '../plan/sections/diff-fields.js'
import { findSalaryOn } from '../plan/salary/salary-rows.js'
import { toValues } from '../plan/salary/salary-change.js'
import type { WriteContext, WriteEnd } from './write-end.js'

type SalaryContext = Pick<WriteContext, 'target' | 'policyOf'>

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
  const isBesideStill =
    beside === undefined || differing(beside, findSalaryOn(rows, besideStart), context).length === 0
  if (!isBesideStill) return 'moved'
  const held = findSalaryOn(rows, start)
  if (differing(after, held, context).length === 0) return 'there'
  return differing(before, held, context).length === 0 ? 'as-planned' : 'moved'
}

/**
 * Reads a salary back that was written: an amount that Nmbrs rounded, or a row that it dropped, is not what
 * was asked for.
 */
export const confirmSalary = async (
  { companyId, after }: UpdateChange,
  employeeId: TargetEmployeeId,
  context: SalaryContext,
): Promise<WriteEnd> => {
  const start = after.Start ?? ''
  const rows = await readBack(() => context.target.readSalaries(companyId, employeeId, start))
  if (rows === undefined) return { end: 'not-confirmed', fields: [] }
  const held = findSalaryOn(rows, start)
  const fields = differing(after, held, context)
  return fields.length === 0 ? { end: 'applied', after: toValues(held) } : { end: 'not-confirmed', fields }
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

/** The fields in which a row is not what it is expected to be. */
const differing = (
  expected: Values,
  row: SalaryRow | undefined,
  { policyOf }: SalaryContext,
): FieldName[] => {
  const held = toValues(row)
  return fieldsIn(held).filter(
    (field) => !sameValue(policyOf('salary', field), expected[field] ?? '', held[field] ?? ''),
  )
}
