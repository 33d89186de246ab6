import { Decimal } from 'decimal.js'
import type { FieldType } from '../../domain/sections.js'

/** Dates that stand for "none" where the contract has no nil (Nmbrs contract, section 6.7). */
const emptyDays: ReadonlySet<string> = new Set(['0001-01-01', '9999-12-31'])

const startsWithDay = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:T|$)/

/**
 * The calendar day of a wall-clock time as Nmbrs writes it, without offset: `2017-08-11T00:00:00` (Nmbrs
 * contract, section 6.8). Empty for the days that stand for none; `undefined` when it is no date.
 */
const toDay = (text: string): string | undefined => {
  if (text === '') return ''
  if (!startsWithDay.test(text)) return undefined
  const day = text.slice(0, 10)
  return emptyDays.has(day) ? '' : day
}

/** What nearly all amounts look like, with zeros behind or without. Longer ones are for the general way. */
const usualDecimal = /^(0|[1-9]\d*)(?:\.(\d{0,9}?)0{0,9})?$/

const toPlainDecimal = (text: string): string | undefined => {
  if (text === '') return ''
  const [, whole, decimals = ''] = usualDecimal.exec(text) ?? []
  if (whole !== undefined) return decimals === '' ? whole : `${whole}.${decimals}`
  return /^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(text) ? new Decimal(text).toFixed() : undefined
}

const toInteger = (text: string): string | undefined => {
  if (text === '') return ''
  if (!/^-?\d+$/.test(text)) return undefined
  // An employee number that was never given is 0 (Nmbrs contract, section 6.5).
  const digits = text.replace(/^(-?)0+(?=\d)/, '$1')
  return digits === '0' ? '' : digits
}

/**
 * A value of the wire in its canonical spelling; the empty text when the field is empty there.
 * `undefined` when it is not of the field's type.
 */
export const toCanonical = (type: FieldType, wireText: string): string | undefined => {
  const text = wireText.trim()
  switch (type) {
    case 'date':
      return toDay(text)
    case 'decimal':
      return toPlainDecimal(text)
    case 'integer':
      return toInteger(text)
    case 'country':
      return text.toUpperCase()
    case 'text':
    case 'email':
    case 'phone':
    case 'iban':
    case 'bic':
    case 'code':
      return text
  }
}

/**
 * A canonical day on the wire: midnight without a zone, which no server can shift to another day (Nmbrs
 * contract, section 6.8).
 */
export const toWireDate = (day: string): string => `${day}T00:00:00`

/** A canonical value as the wire spells it. The empty text stays empty. */
export const toWireText = (type: FieldType, value: string): string =>
  type === 'date' && value !== '' ? toWireDate(value) : value
