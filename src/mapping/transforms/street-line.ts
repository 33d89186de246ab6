import { problem, type TransformResult } from './result.js'
import { cleanText } from './text.js'

export interface StreetLine {
  name: string
  number: string
  addition: string
}

/**
 * House number and addition as they end a Dutch street line: `12`, `12a`, `12-bis`, `12 hs`, `12-2`, `12
 * III`.
 */
const ending =
  /^(\d{1,5})(?: ?[-/]? ?([A-Za-z]|[A-Za-z]\d{1,3}|bis|ter|hs|huis|boven|bg|rd|zw|rood|zwart|I{1,3}|IV|V)|[-/](\d{1,4}[A-Za-z]{0,2}))?$/i

/** `Plein 1944` has no house number; a number that looks like a year is not taken for one. */
const year = /^(?:1[5-9]\d\d|20\d\d)$/
const ordinal = /^\d{1,2}(?:e|de|ste)$/i

const isStreetName = (name: string): boolean =>
  /\p{L}/u.test(name) &&
  name.split(' ').every((word) => !/^\d/.test(word) || ordinal.test(word) || year.test(word))

/** A comma before the number belongs to neither. */
const withoutComma = (text: string): string => text.replace(/ ?,$/, '')

const readSplit = (before: string, rest: string): StreetLine | undefined => {
  const name = withoutComma(before)
  const parts = ending.exec(rest)
  if (parts === null || year.test(parts[1] ?? '') || !isStreetName(name)) return undefined
  return { name, number: parts[1] ?? '', addition: parts[2] ?? parts[3] ?? '' }
}

/**
 * Splits a Dutch street line into name, house number and addition; `undefined` when there is no number or
 * more than one way to read it (`Kerkstraat 12 2`, `Ågatan 9 lgh 1102`).
 */
export const splitStreetLine = (line: string): StreetLine | undefined => {
  const words = cleanText(line).split(' ')
  const splits = words.flatMap((_, index) => {
    const split = readSplit(words.slice(0, index).join(' '), words.slice(index).join(' '))
    return split === undefined ? [] : [split]
  })
  return splits.length === 1 ? splits[0] : undefined
}

/** One part of a street line. */
export const toStreetPart = (line: string, part: keyof StreetLine): TransformResult => {
  if (cleanText(line) === '') return { value: '' }
  const split = splitStreetLine(line)
  if (split !== undefined) return { value: split[part] }
  return problem('street-not-splittable', {})
}
