import { Decimal } from 'decimal.js'

import type { NmbrsSwitches } from '../switches.js'

/**
 * Texts of people's own words; codes, numbers of accounts, days and names of a list are kept whole or
 * refused.
 */
const words: ReadonlySet<string> = new Set([
  'FirstName',
  'LastName',
  'Prefix',
  'Initials',
  'Title',
  'EmailPrivate',
  'EmailWork',
  'TelephonePrivate',
  'TelephoneWork',
  'Street',
  'HouseNumberAddition',
  'City',
  'StateProvince',
  'Name',
  'Description',
])

/** A text as it is stored. */
export const keepText = (name: string, text: string, { maxTextLength }: NmbrsSwitches): string =>
  maxTextLength > 0 && words.has(name) ? text.slice(0, maxTextLength).trimEnd() : text

/** An amount as it is stored, half a unit up. */
export const keepAmount = (amount: string, { amounts }: NmbrsSwitches): string =>
  amounts === 'exact' || !/^-?\d+(\.\d+)?$/.test(amount)
    ? amount
    : new Decimal(amount).toDecimalPlaces(amounts === 'cents' ? 2 : 0, Decimal.ROUND_HALF_UP).toFixed()
