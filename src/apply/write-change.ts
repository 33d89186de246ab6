import type { UpdateChange } from '../domain/change.js'
import type { Permit } from './gate/write-gate.js'
import { sendAddress, sendPersonalInfo, sendStartDate } from './gate/write-target.js'
import { replaceBankAccount } from './replace-bank-account.js'
import type { WriteContext, WriteEnd } from './write-end.js'
import { writeSalary } from './write-salary.js'

/** Carries out one update. Throws `AuthError` or `RemoteError`. */
export const writeChange = async (permit: Permit<UpdateChange>, context: WriteContext): Promise<WriteEnd> => {
  const { target } = context
  const { section, after } = permit.change
  switch (section) {
    case 'personalInfo':
      return sendPersonalInfo(target, permit)
    case 'address':
      return sendAddress(target, permit)
    case 'bankAccount':
      return replaceBankAccount(permit, context)
    case 'salary':
      return writeSalary(permit, context)
    case 'employment':
      await sendStartDate(target, permit)
      return { result: 'written', after }
  }
}
