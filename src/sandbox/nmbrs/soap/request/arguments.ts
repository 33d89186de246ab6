import type { Decoded, DecodedRecord } from './decode-request.js'

/**
 * What the framework makes of an argument that is absent or nil: 0, false, the first day there is (Nmbrs
 * contract, section 6.5). That is why a misspelt argument name goes unnoticed.
 */
export const intArgument = (args: DecodedRecord, name: string): number => Number(textOf(args[name]) ?? '0')

export const booleanArgument = (args: DecodedRecord, name: string): boolean => textOf(args[name]) === 'true'

/** The calendar day of a date-time, `YYYY-MM-DD`. */
export const dayArgument = (args: DecodedRecord, name: string): string =>
  (textOf(args[name]) ?? '0001-01-01').slice(0, 10)

/** A text; absent, nil and empty are one. */
export const textArgument = (args: DecodedRecord, name: string): string => textOf(args[name]) ?? ''

/** A record; `undefined` when absent or nil. */
export const recordArgument = (args: DecodedRecord, name: string): DecodedRecord | undefined => {
  const value = args[name]
  return isRecord(value) ? value : undefined
}

const textOf = (value: Decoded | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined

const isRecord = (value: Decoded | undefined): value is DecodedRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
