import { getReadCall } from '../../read-calls/find-read-call.js'
import { childText } from '../../wire/xml/xml-element.js'
import type { Asker } from '../ask-once.js'
import { lookUp, type LookedUp } from '../look-up.js'
import { lookUps } from '../look-ups.js'
import { findFirstId, findId, rowsOf } from '../rows.js'

/**
 * The kind that people in service have in the environments known (Nmbrs contract, section 3). Asked for when
 * kinds cannot be read.
 */
export const usualEmployeeType = '2'

/** A list of everyone that needs no kind of employee, and that most consumers need too. */
const everybody = getReadCall('EmployeeService', 'Employment_GetAll_AllEmployeesByCompany')

/**
 * The kinds of employee there are, that of people in service first; with the answer that stood in the way
 * when they cannot be read.
 */
export const readEmployeeTypes = async (
  asker: Asker,
): Promise<{ types: readonly string[]; unread?: Extract<LookedUp, { answer: unknown }> }> => {
  const found = await lookUp(asker, lookUps.employeeTypes, {})
  if ('answer' in found) return { types: [usualEmployeeType], unread: found }
  const ids = rowsOf(found.tree)
    .map((row) => childText(row, 'Id'))
    .filter((id) => /^\d+$/.test(id))
  const others = ids.filter((id) => id !== usualEmployeeType)
  return { types: others.length < ids.length || ids.length === 0 ? [usualEmployeeType, ...others] : others }
}

/** Someone of that company, if the account can see anyone. */
export const findEmployee = async (
  asker: Asker,
  companyId: string,
  types: readonly string[],
): Promise<string | undefined> => {
  for (const employeeTypeId of types) {
    const list = await lookUp(asker, lookUps.employees, { companyId, employeeTypeId })
    if ('answer' in list) break
    const id = findFirstId(list.tree, 'Id')
    if (id !== undefined) return id
  }
  const list = await lookUp(asker, everybody, { companyId })
  return 'answer' in list ? undefined : findId(list.tree.children, 'EmployeeId')
}
