/** What a parameter is filled with when a call is tried: something real of the account, found beforehand. */
export type Filling =
  | 'company'
  | 'employee'
  | 'employeeType'
  | 'debtor'
  | 'run'
  /** The year of that run. */
  | 'runYear'
  /** The company's current payroll period: its number, its year, its first and last day. */
  | 'period'
  | 'year'
  | 'firstDay'
  | 'lastDay'
  /** The background task that a report was started as. */
  | 'task'
  /** An id of its own, which no other call gives. */
  | 'unknown'
  | { constant: string }

/**
 * One parameter of a call, by the name it has there: the spelling differs from call to call (Nmbrs contract,
 * section 2.0).
 */
export interface Parameter {
  name: string
  kind: 'int' | 'text' | 'date'
  filling: Filling
}

/** What a call asks for, in the order of its message. */
export type Parameters = readonly Parameter[]

/** Calls by what they ask for. */
export type ReadCallTable = readonly (readonly [Parameters, readonly string[]])[]

export const int = (name: string, filling: Filling): Parameter => ({ name, kind: 'int', filling })
export const text = (name: string, filling: Filling): Parameter => ({ name, kind: 'text', filling })
export const date = (name: string, filling: Filling): Parameter => ({ name, kind: 'date', filling })

/** For a call that asks for nothing. */
export const nothing: Parameters = []
