declare const brand: unique symbol
type Brand<Value, Name extends string> = Value & { readonly [brand]: Name }

/** An employee's id in the source. Opaque: never computed with, never taken apart. */
export type SourceEmployeeId = Brand<string, 'SourceEmployeeId'>
/** A legal entity's id in the source. */
export type SourceCompanyId = Brand<string, 'SourceCompanyId'>
/** An employee's id in the target. Opaque: a number on one transport, a GUID on another. */
export type TargetEmployeeId = Brand<string, 'TargetEmployeeId'>
/** A company's id in the target. */
export type TargetCompanyId = Brand<string, 'TargetCompanyId'>
/** A bank account's or address's record id in the target. */
export type TargetRecordId = Brand<string, 'TargetRecordId'>
/** One pass over one connection. */
export type RunId = Brand<string, 'RunId'>
/** The record of one write, within the state. */
export type IntentId = number
/** A held change, as people type it. */
export type HoldId = Brand<string, 'HoldId'>
/**
 * The person a self-service login is for, within one connection: an employee's id in the source, `contact:`
 * and a contact's id, or `requester:` and the key under which the configuration lists someone who is no
 * employee.
 */
export type AccessSubject = Brand<string, 'AccessSubject'>

export const toSourceEmployeeId = (text: string): SourceEmployeeId => text as SourceEmployeeId
export const toSourceCompanyId = (text: string): SourceCompanyId => text as SourceCompanyId
export const toTargetEmployeeId = (text: string): TargetEmployeeId => text as TargetEmployeeId
export const toTargetCompanyId = (text: string): TargetCompanyId => text as TargetCompanyId
export const toTargetRecordId = (text: string): TargetRecordId => text as TargetRecordId
export const toRunId = (text: string): RunId => text as RunId
export const toAccessSubject = (text: string): AccessSubject => text as AccessSubject
export const toHoldId = (text: string): HoldId => text as HoldId
