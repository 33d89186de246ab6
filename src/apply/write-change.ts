import type { UpdateChange } from '../domain/change.js'
import type { WriteResult } from '../target/port.js'
import { confirmSalary, lookAtSalary } from './look-at-salary.js'
import { replaceBankAccount } from './replace-bank-account.js'
import type { WriteContext, WriteEnd } from './write-end.js'
import type { Permit } from './gate/write-gate.js'
import { sendAddress, sendPersonalInfo, sendSalary, sendStartDate } from './gate/write-target.js'

/** Carries out one update. Throws `AuthError` or `RemoteError`. */
export const writeChange = async (permit: Permit<UpdateChange>, context: WriteContext): Promise<WriteEnd> => {
  const { target } = context
  const { section, after } = permit.change
  switch (section) {
    case 'personalInfo':
      return toEnd(await sendPersonalInfo(target, permit))
    case 'address':
      return toEnd(await sendAddress(target, permit))
    case 'bankAccount':
      return replaceBankAccount(permit, context)
    case 'salary': {
      const found = await lookAtSalary(permit.change, permit.employeeId, context)
      if (found === 'moved') return { end: 'moved' }
      if (found === 'there') return { end: 'unchanged', after }
      await sendSalary(target, permit)
      return confirmSalary(permit.change, permit.employeeId, context)
    }
    case 'employment':
      await sendStartDate(target, permit)
      return { end: 'applied', after }
  }
}

const toEnd = (result: WriteResult): WriteEnd => {
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
