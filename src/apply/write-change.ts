import type { UpdateChange } from '../domain/change.js'
import { InternalError } from '../domain/errors.js'
import type { TargetEmployeeId } from '../domain/ids.js'
import type { Target } from '../target/port.js'
import { lookAtSalary } from './look-at-salary.js'
import { replaceBankAccount } from './replace-bank-account.js'
import type { WriteContext, WriteEnd } from './write-end.js'

/** Carries out one update. Throws `AuthError` or `RemoteError`. */
export const writeChange = async (
  change: UpdateChange,
  employeeId: TargetEmployeeId,
  context: WriteContext,
): Promise<WriteEnd> => {
  const { target } = context
  switch (change.section) {
    case 'personalInfo':
      return toEnd(await target.updatePersonalInfo(employeeId, change))
    case 'address':
      return toEnd(await target.writeAddress(employeeId, change))
    case 'bankAccount':
      return replaceBankAccount(change, employeeId, context)
    case 'salary': {
      const { Value: value, Type: type, Start: start } = change.after
      if (!value || !type || !start)
        throw new InternalError('a salary was planned without amount, type or start')
      const found = await lookAtSalary(change, employeeId, context)
      if (found === 'moved') return { end: 'moved' }
      if (found === 'there') return { end: 'unchanged', after: change.after }
      await target.updateSalary(employeeId, { value, type, start })
      return { end: 'applied', after: change.after }
    }
    case 'employment': {
      const { InitialStartDate: startDate } = change.after
      if (!startDate) throw new InternalError('a start date was planned without its date')
      await target.changeStartDate(employeeId, startDate)
      return { end: 'applied', after: change.after }
    }
  }
}

const toEnd = (result: Awaited<ReturnType<Target['updatePersonalInfo']>>): WriteEnd => {
  switch (result.result) {
    case 'written':
      return { end: 'applied', after: result.after }
    case 'unchanged':
      return { end: 'unchanged', after: result.after }
    case 'moved':
      return { end: 'moved' }
    case 'not-confirmed':
      return { end: 'not-confirmed', fields: result.fields }
  }
}
