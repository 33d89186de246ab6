import type { Section } from '../../../src/domain/sections.js'
import type { FaultRequest } from '../../../src/sandbox/nmbrs/faults.js'

/** One write operation, and in which story it is called exactly once. */
export interface WriteRow {
  operation: string
  /** The section of the change that the call belongs to. */
  section: Section
}

/** What is written for somebody who was hired. */
export const hireWrites: readonly WriteRow[] = [
  { operation: 'Employee_Insert', section: 'employee' },
  { operation: 'PersonalInfo_UpdateCurrent', section: 'personalInfo' },
  { operation: 'Address_InsertCurrent', section: 'address' },
  { operation: 'BankAccount_InsertCurrent', section: 'bankAccount' },
  { operation: 'Salary_Update', section: 'salary' },
]

/** What is written for somebody long known of whom everything changed. */
export const changeWrites: readonly WriteRow[] = [
  { operation: 'PersonalInfo_UpdateCurrent', section: 'personalInfo' },
  { operation: 'Address_Update', section: 'address' },
  { operation: 'BankAccount_InsertCurrent', section: 'bankAccount' },
  { operation: 'BankAccount_DeleteCurrent', section: 'bankAccount' },
  { operation: 'Salary_Update', section: 'salary' },
  { operation: 'Employment_UpdateEmploymentInitialStartDate', section: 'employment' },
]

/** What befalls a call, and whether Nmbrs has carried it out by then. */
export interface FaultColumn {
  name: string
  fault: FaultRequest
  carriedOut: boolean
}

export const answeredFaults: readonly FaultColumn[] = [
  {
    name: 'its reply is lost after Nmbrs carried it out',
    fault: { kind: 'cut', when: 'after' },
    carriedOut: true,
  },
  {
    name: 'the connection breaks before Nmbrs carried it out',
    fault: { kind: 'cut', when: 'before' },
    carriedOut: false,
  },
  {
    name: 'it gets a 500 after Nmbrs carried it out',
    fault: { kind: 'status', status: 500, when: 'after' },
    carriedOut: true,
  },
  {
    name: 'it gets a 500 before Nmbrs carried it out',
    fault: { kind: 'status', status: 500, when: 'before' },
    carriedOut: false,
  },
  {
    name: 'it gets a page of HTML after Nmbrs carried it out',
    fault: { kind: 'html', status: 200, when: 'after' },
    carriedOut: true,
  },
  {
    name: 'it gets a page of HTML before Nmbrs carried it out',
    fault: { kind: 'html', status: 502, when: 'before' },
    carriedOut: false,
  },
  { name: 'it gets half an envelope', fault: { kind: 'half' }, carriedOut: true },
]

/** Calls that are never answered: each costs a test the whole time limit, without any work. */
export const silentFaults: readonly FaultColumn[] = [
  {
    name: 'no answer comes in time though Nmbrs carried it out',
    fault: { kind: 'silence', when: 'after' },
    carriedOut: true,
  },
  {
    name: 'no answer comes in time and Nmbrs did not carry it out',
    fault: { kind: 'silence', when: 'before' },
    carriedOut: false,
  },
]

/** Every row with every column, named for a test. */
export const cross = (
  writes: readonly WriteRow[],
  columns: readonly FaultColumn[],
): { operation: string; befalls: string; write: WriteRow; column: FaultColumn }[] =>
  writes.flatMap((write) =>
    columns.map((column) => ({ operation: write.operation, befalls: column.name, write, column })),
  )
