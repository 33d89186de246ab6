import type { Spread } from './statistics.js'

/** One measured figure and what it should be. */
export interface Figure {
  goal: number
  /** What was measured: `processor time of a no-op sync, 10,000 people`. */
  what: string
  value: number
  /** Written after the value: ` MB`, ` calls`, ` of the plain soap client`. */
  unit: string
  bound: 'at most' | 'at least'
  limit: number
  /** False when the sizes were too small for the figure to mean anything. */
  judged: boolean
  /** How the value came about: what each side took, how often it was measured. */
  details: readonly string[]
}

export const isMet = ({ value, bound, limit }: Figure): boolean =>
  bound === 'at most' ? value <= limit : value >= limit

/** `1.92 s (1.88 to 2.03)`: the median and what it lay between. */
export const showSpread = ({ min, median, max }: Spread, unit: string, digits = 0): string =>
  `${showNumber(median, digits)}${unit} (${showNumber(min, digits)} to ${showNumber(max, digits)})`

export const showNumber = (value: number, digits = 0): string =>
  value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })
