import type { NumberedEmployee, Reading } from '../../../../onboarding/check/account-reader.js'
import type { Asker } from '../ask-once.js'
import { readEmployeeTypes } from './find-employee.js'
import { lookUps } from '../look-ups.js'
import { toEmployees, type ListedEmployee } from '../parse-lists.js'
import { read, unread } from '../reading.js'

/**
 * Everyone in the company with that employee number, of every kind of employee. Someone not found is only
 * said to be absent when all lists were read.
 */
export const findEmployees = async (
  asker: Asker,
  companyId: string,
  employeeNumber: string,
): Promise<Reading<readonly NumberedEmployee[]>> => {
  const kinds = await readEmployeeTypes(asker)
  const found: NumberedEmployee[] = []
  for (const employeeTypeId of kinds.types) {
    const list = await read(asker, lookUps.employees, { companyId, employeeTypeId }, toEmployees)
    if (list.status === 'unread') return found.length > 0 ? { status: 'read', value: found } : list
    found.push(...list.value.filter((entry) => hasNumber(entry, employeeNumber)).map(toNumbered))
  }
  if (found.length === 0 && kinds.unread !== undefined)
    return unread(lookUps.employeeTypes, kinds.unread.answer)
  return { status: 'read', value: found }
}

const toNumbered = ({ displayName }: ListedEmployee): NumberedEmployee => ({ displayName })

/** Numbers are numbers: `0012` is `12`. */
const hasNumber = ({ number }: ListedEmployee, wanted: string): boolean =>
  withoutZeros(number) === withoutZeros(wanted)

const withoutZeros = (number: string): string => number.trim().replace(/^0+(?=\d)/, '')
