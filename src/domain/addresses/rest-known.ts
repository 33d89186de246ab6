/**
 * What a rehearsal found of the REST API and the product makes use of (Nmbrs REST contract, section 15). What
 * is not known is left out. It saves calls and waiting, or says a refusal earlier; no value of it makes a
 * write less careful, because it was found in another company.
 */
export interface RestKnown {
  /** Row 6: a second home address of one payroll period. */
  secondAddress?: 'taken' | 'refused'
  /** Row 14: whether lists hear that they are asked for one employee. */
  employeeFilter?: 'works' | 'ignored'
  /** Rows 15 to 17: what has to be asked for beside the usual scopes. */
  scopes?: readonly string[]
  /** Row 24: pages of more than a hundred are given whole. */
  largePages?: true
  /** Row 33: how late a write shows, in milliseconds. */
  readLagMs?: number
}

/** What a known value is about, by the row of the contract's list. */
export const knownRows = {
  secondAddress: 6,
  employeeFilter: 14,
  salaryScope: 15,
  bankAccountScope: 16,
  periodScope: 17,
  maxPageSize: 24,
  readLag: 33,
} as const

export type KnownName = keyof typeof knownRows

/**
 * Told when the API behaves otherwise than a known value says. `seen`: what it did, in the words of the file.
 */
export type OnContradiction = (name: KnownName, seen: string) => void
