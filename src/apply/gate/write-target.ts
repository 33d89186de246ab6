import type { CreateChange, UpdateChange } from '../../domain/change.js'
import { InternalError } from '../../domain/errors.js'
import type { TargetEmployeeId, TargetRecordId } from '../../domain/ids.js'
import type { MappedSection } from '../../domain/sections.js'
import type { Values } from '../../domain/values.js'
import type { Target, WriteResult } from '../../target/port.js'
import { redeem, type Permit } from './write-gate.js'

// The only place that calls what the target can write. Every value comes out of the permit, so that what was
// let through is what is sent.

export const sendCreation = (
  target: Target,
  permit: Permit<CreateChange>,
  allowPastPeriod: boolean,
): Promise<TargetEmployeeId> => {
  const { companyId, firstName, lastName, startDate, personalInfo } = redeem(permit, 'createEmployee').change
  const whole = personalInfo === undefined ? {} : { personalInfo }
  return target.createEmployee({ companyId, firstName, lastName, startDate, allowPastPeriod, ...whole })
}

export const sendPersonalInfo = (target: Target, permit: Permit<UpdateChange>): Promise<WriteResult> => {
  const { change, employeeId } = redeemFor('personalInfo', permit, 'updatePersonalInfo')
  return target.updatePersonalInfo(employeeId, change)
}

export const sendAddress = (target: Target, permit: Permit<UpdateChange>): Promise<WriteResult> => {
  const { change, employeeId } = redeemFor('address', permit, 'writeAddress')
  const { before, after, alongside } = change
  return target.writeAddress(employeeId, { before, after: { ...alongside, ...after } })
}

/**
 * Adds the account of the permit. `details` are those of the account it replaces; they stay where the source
 * says nothing about them.
 */
export const addBankAccount = (
  target: Target,
  permit: Permit<UpdateChange>,
  details: Values,
): Promise<void> => {
  const { change, employeeId } = redeemFor('bankAccount', permit, 'insertBankAccount')
  return target.insertBankAccount(employeeId, { ...details, ...change.after })
}

export const endReplacedAccount = (
  target: Target,
  permit: Permit<UpdateChange>,
  accountId: TargetRecordId,
): Promise<void> => {
  const { employeeId } = redeemFor('bankAccount', permit, `endBankAccount ${accountId}`)
  return target.endBankAccount(employeeId, accountId)
}

/** Changes an account in its place into the one of the permit. `details` are what stays of it. */
export const changeAccount = (
  target: Target,
  permit: Permit<UpdateChange>,
  accountId: TargetRecordId,
  details: Values,
): Promise<void> => {
  const { change, employeeId } = redeemFor('bankAccount', permit, 'updateBankAccount')
  if (target.updateBankAccount === undefined)
    throw new InternalError('a bank account was to be changed where none can be')
  return target.updateBankAccount(employeeId, accountId, { ...details, ...change.after })
}

export const sendSalary = (target: Target, permit: Permit<UpdateChange>): Promise<void> => {
  const { change, employeeId } = redeemFor('salary', permit, 'updateSalary')
  const { Value: value, Type: type, Start: start } = change.after
  if (!value || !type || !start) throw new InternalError('a salary was planned without amount, type or start')
  return target.updateSalary(employeeId, { value, type, start })
}

export const sendStartDate = (target: Target, permit: Permit<UpdateChange>): Promise<void> => {
  const { change, employeeId } = redeemFor('employment', permit, 'changeStartDate')
  const { InitialStartDate: startDate } = change.after
  if (!startDate) throw new InternalError('a start date was planned without its date')
  return target.changeStartDate(employeeId, startDate)
}

const redeemFor = (
  section: MappedSection,
  permit: Permit<UpdateChange>,
  call: string,
): Permit<UpdateChange> => {
  if (permit.change.section !== section)
    throw new InternalError(`a permit for the ${permit.change.section} was used for the ${section}`)
  return redeem(permit, call)
}
