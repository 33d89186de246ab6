import type { Language } from './language.js'

/** How numbers and dates are written: English as in Europe, day before month. */
const locales: Readonly<Record<Language, string>> = { en: 'en-GB', nl: 'nl-NL', sv: 'sv-SE', da: 'da-DK' }

const countries = new Map<Language, Intl.DisplayNames>()
const dates = new Map<Language, Intl.DateTimeFormat>()
const amounts = new Map<Language, Intl.NumberFormat>()
const euros = new Map<Language, Intl.NumberFormat>()

const keep = <Format>(
  kept: Map<Language, Format>,
  language: Language,
  make: (locale: string) => Format,
): Format => {
  const format = kept.get(language) ?? make(locales[language])
  kept.set(language, format)
  return format
}

const plainDate = /^(\d{4})-(\d\d)-(\d\d)$/

/**
 * A day as a document says it: `1 December 2026`, `1 december 2026`. What is no day like 2026-12-01 stays as
 * it is.
 */
export const toDateWords = (date: string, language: Language): string => {
  const [, year, month, day] = (plainDate.exec(date) ?? []).map(Number)
  if (year === undefined || month === undefined || day === undefined) return date
  const format = keep(
    dates,
    language,
    (locale) =>
      new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
  )
  return format.format(Date.UTC(year, month - 1, day))
}

/**
 * A moment on the clock of its place as a document says it: `22 november 2026, 10:00`. What is no moment like
 * `2026-11-22 10:00` stays as it is.
 */
export const toMomentWords = (moment: string, language: Language): string => {
  const [, day, hour, minute] = /^(\d{4}-\d\d-\d\d) (\d\d):(\d\d)$/.exec(moment) ?? []
  if (day === undefined || hour === undefined || minute === undefined) return moment
  return `${toDateWords(day, language)}, ${hour}${language === 'da' ? '.' : ':'}${minute}`
}

const number = /^-?\d+(\.\d+)?$/

/** Cents always, and no digit less than there are. */
const asMoney = { minimumFractionDigits: 2, maximumFractionDigits: 20, useGrouping: 'always' } as const

/**
 * An amount as a document says it, with two decimals and without a currency: `5,963.50`, `5.963,50`. What is
 * no number stays as it is.
 */
export const toAmountWords = (amount: string, language: Language): string => {
  if (!number.test(amount)) return amount
  const format = keep(amounts, language, (locale) => new Intl.NumberFormat(locale, asMoney))
  // As text: an amount never goes through floating point.
  return format.format(amount as Intl.StringNumericLiteral)
}

/** An amount of money as a document says it: `€ 5.963,50`, `€5,963.50`. What is no number stays as it is. */
export const toEuroWords = (amount: string, language: Language): string => {
  if (!number.test(amount)) return amount
  const format = keep(
    euros,
    language,
    (locale) => new Intl.NumberFormat(locale, { ...asMoney, style: 'currency', currency: 'EUR' }),
  )
  return format.format(amount as Intl.StringNumericLiteral)
}

/**
 * A country by its name and code, `Nederland (NL)`. What is no code of two letters, or of no country, stays
 * as it is.
 */
export const toCountryWords = (code: string, language: Language): string => {
  if (!/^[A-Z]{2}$/.test(code)) return code
  const names = keep(
    countries,
    language,
    (locale) => new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' }),
  )
  const name = names.of(code)
  return name === undefined ? code : `${name} (${code})`
}

/**
 * An amount for a spreadsheet: a number with at least two decimals, with the mark that a spreadsheet of the
 * language has before the cents and none between thousands. So `1.12` is never taken for a day of the year.
 * What is no number stays as it is.
 */
export const toAmountCell = (amount: string, language: Language): string => {
  if (!number.test(amount)) return amount
  const [whole = '', decimals = ''] = amount.split('.')
  return `${whole}${language === 'en' ? '.' : ','}${decimals.padEnd(2, '0')}`
}
