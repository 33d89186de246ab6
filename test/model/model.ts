import type { Person } from '../../src/sandbox/people/person.js'

/** A real person, whatever systems say about them. */
export type PersonId = number

/** What payroll entered by hand and a sync must not overwrite in silence. */
export interface Correction {
  employeeId: number
  section: 'personalInfo' | 'address' | 'bankAccount' | 'salary'
  /** For a salary: the day it starts on. */
  field: string
  value: string
  /** The number of the last call before it. */
  after: number
}

/** Who is who, and what was said by whom. The product knows nothing of it. */
export interface Model {
  /** What is true of each person now. */
  people: Map<PersonId, Person>
  /** Whom each record of AlexisHR is about. */
  ownerOfRecord: Map<string, PersonId>
  /** Whom each employee of payroll is. */
  ownerOfEmployee: Map<number, PersonId>
  /**
   * Each engagement begins on a day of its own, so an employee who is created tells by that day who they are.
   */
  ownerOfFirstDay: Map<string, PersonId>
  /** Records that HR gave to somebody else. */
  reused: Set<string>
  /** The number of the last call before payroll entered the employee. */
  enteredAfter: Map<number, number>
  /** The number of the last call before payroll last changed the employments of the employee. */
  employmentsEnteredAfter: Map<number, number>
  /** Records for which an operator said `create`. */
  creationsAsked: Set<string>
  /** Values that an operator approved: `record|section|field|value`. */
  approved: Set<string>
  /** Where an operator let payroll's value stand: `record|section|field`. */
  agreed: Set<string>
  corrections: Correction[]
  /** What payroll holds beside the mapped fields. */
  unmapped: Map<number, string>
}

export const createModel = (): Model => ({
  people: new Map(),
  ownerOfRecord: new Map(),
  ownerOfEmployee: new Map(),
  ownerOfFirstDay: new Map(),
  reused: new Set(),
  enteredAfter: new Map(),
  employmentsEnteredAfter: new Map(),
  creationsAsked: new Set(),
  approved: new Set(),
  agreed: new Set(),
  corrections: [],
  unmapped: new Map(),
})

/** One spelling of a value, so that what was approved can be found in what was sent. */
export const toPlain = (value: string): string =>
  /^\d+(\.\d+)?$/.test(value) ? String(Number(value)) : value.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase()

export const toApproval = (record: string, section: string, field: string, value: string): string =>
  `${record}|${section}|${field}|${toPlain(value)}`
