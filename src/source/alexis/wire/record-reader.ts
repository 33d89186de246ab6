import type { CalendarDay } from '../../../domain/date/plain-date.js'

/**
 * What reading gave: the value, or which keys are not as expected (`homeAddress.city: expected text, found
 * object`).
 */
export type Parsed<Value> = { value: Value } | { problems: readonly string[] }

/** The calendar day that a date or date-time means, sure or not; `undefined` when it means no day. */
export type ToDay = (text: string) => CalendarDay | undefined

const noDay: CalendarDay = { day: '', isSure: true }

type Fields = Readonly<Record<string, unknown>>

const nothing: Fields = {}

/**
 * Reads the fields of one record and notes those that are not as expected. Not with zod: there are a hundred
 * thousand records, and its general way costs more than all the rest of reading them.
 */
export class RecordReader {
  readonly #fields: Fields
  readonly #problems: string[] = []

  constructor(record: unknown) {
    this.#fields = isFields(record) ? record : nothing
    if (this.#fields !== record) this.#note(undefined, 'object', record)
  }

  /** A text that must be there; empty when it is not, which is noted. */
  text(key: string): string {
    const value = presentIn(this.#fields, key)
    return typeof value === 'string' ? value : this.#note(key, 'text', value)
  }

  optionalText(key: string): string | undefined {
    const value = presentIn(this.#fields, key)
    return value === undefined || typeof value === 'string' ? value : this.#note(key, 'text', value)
  }

  /** Yes or no; no when it is neither, which is noted. */
  flag(key: string): boolean {
    const value = this.#fields[key]
    if (typeof value !== 'boolean') this.#note(key, 'boolean', value)
    return value === true
  }

  /** A calendar day that must be there; empty when it is not, which is noted. */
  day(key: string, toDay: ToDay): CalendarDay {
    const text = this.text(key)
    return text === '' ? noDay : (toDay(text) ?? this.#noteNoDay(key, text))
  }

  optionalDay(key: string, toDay: ToDay): CalendarDay | undefined {
    const text = this.optionalText(key)
    return text === undefined || text === '' ? undefined : (toDay(text) ?? this.#noteNoDay(key, text))
  }

  /** What was made of the fields, or what is wrong with them. */
  finish<Value>(value: Value): Parsed<Value> {
    return this.#problems.length === 0 ? { value } : { problems: this.#problems }
  }

  #noteNoDay(key: string, text: string): CalendarDay {
    this.#note(key, 'date', text)
    return noDay
  }

  #note(key: string | undefined, expected: string, found: unknown): '' {
    this.#problems.push(describeProblem(key, expected, found))
    return ''
  }
}

/** `homeAddress.city: expected text, found object`; without the place when it is the record itself. */
export const describeProblem = (place: string | undefined, expected: string, found: unknown): string =>
  `${place === undefined ? '' : `${place}: `}expected ${expected}, found ${kindOf(found)}`

/** An object with fields, and not a list. */
export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The value of a key of the record's own; `undefined` when it is absent, null or blank. */
export const presentIn = (fields: Fields, key: string): unknown =>
  Object.hasOwn(fields, key) ? withoutBlank(fields[key]) : undefined

/** Null, absent and blank mean the same (AlexisHR contract, section 5). */
export const withoutBlank = (value: unknown): unknown =>
  value === null || (typeof value === 'string' && value.trim() === '') ? undefined : value

const namesOfKinds: Readonly<Record<string, string>> = { string: 'text', undefined: 'nothing' }

const kindOf = (value: unknown): string => {
  if (withoutBlank(value) === undefined) return 'nothing'
  if (Array.isArray(value)) return 'list'
  return namesOfKinds[typeof value] ?? typeof value
}
