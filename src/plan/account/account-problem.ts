import { isValidIBAN } from 'ibantools'

import type { FieldName } from '../../domain/sections.js'
import type { Values } from '../../domain/values.js'

/** Why an account is none that money could go to. */
export interface AccountProblem {
  code: 'iban-invalid' | 'bic-invalid' | 'account-number-invalid'
  field: FieldName
}

const compact = (text: string | undefined): string => (text ?? '').toUpperCase().replace(/[\s.\-\/]+/g, '')

/**
 * Two letters, two digits and then as many signs as the shortest and the longest IBAN have, or some too few
 * or too many.
 */
const ibanLike = /^[A-Z]{2}\d{2}[A-Z0-9]{8,40}$/

/** Whether a text is meant for an IBAN, right or wrong. */
export const looksLikeIban = (text: string | undefined): boolean => ibanLike.test(compact(text))

/** Digits and what is put between them. */
const accountNumber = /^[\d\s.,\-/]*\d[\d\s.,\-/]*$/

/** Fields that may hold an IBAN in the place of what they are for. */
const freeFields = ['Number', 'Description', 'Name'] as const

/**
 * What is wrong with an account as a whole; `undefined` for one that can be sent. Everything that looks like
 * an IBAN has to be one, wherever it stands; another account number is made of digits, and is the one that
 * the IBAN holds; and a BIC names a bank of the country of the IBAN.
 */
export const findAccountProblem = (account: Values): AccountProblem | undefined => {
  const wrong = freeFields.find(
    (field) => looksLikeIban(account[field]) && !isValidIBAN(compact(account[field])),
  )
  if (wrong !== undefined) return { code: 'iban-invalid', field: wrong }
  const number = account.Number ?? ''
  if (number !== '' && !isAccountNumber(number, account.IBAN)) return wrongNumber
  const iban = findIban(account)
  if (iban === undefined || fitsCountry(iban, compact(account.BIC))) return undefined
  return { code: 'bic-invalid', field: 'BIC' }
}

const wrongNumber = { code: 'account-number-invalid', field: 'Number' } as const

/**
 * An IBAN stands for the number, but not another one than the IBAN itself. A number beside an IBAN that holds
 * one is that number: else one of the two is left over from a former account.
 */
const isAccountNumber = (number: string, iban: string | undefined): boolean => {
  if (looksLikeIban(number)) return (iban ?? '') === '' || compact(number) === compact(iban)
  if (!accountNumber.test(number)) return false
  const said = toTellingDigits(number)
  const held = toTellingDigits(numberIn(compact(iban)))
  if ((iban ?? '') === '') return said !== ''
  return said === '' || held === '' || said === held
}

/** A number of fewer digits is a filler. */
const fewestDigits = 4

/** The digits of a number by which it is told from others; empty for a filler. */
export const toTellingDigits = (text: string): string => {
  const digits = text.replace(/\D+/g, '').replace(/^0+/, '')
  return digits.length < fewestDigits ? '' : digits
}

/** The account number that an IBAN holds, in the countries where it was used without one. */
export const numberIn = (iban: string): string => {
  if (iban.startsWith('NL')) return iban.slice(8)
  return iban.startsWith('BE') ? iban.slice(4) : ''
}

/** The IBAN of an account, also where it stands in the place of the number. */
export const findIban = ({ IBAN, Number: number }: Values): string | undefined => {
  if ((IBAN ?? '') !== '') return compact(IBAN)
  return looksLikeIban(number) ? compact(number) : undefined
}

/** Banks of these countries and territories have IBANs of the country named first. */
const shared: Readonly<Record<string, string>> = {
  FI: 'AX',
  FR: 'BL GF GP MC MF MQ NC PF PM RE TF WF YT',
  GB: 'GG GI IM JE',
  NO: 'SJ',
  IT: 'SM VA',
  DK: 'FO GL',
  CH: 'LI',
  RS: 'XK',
}

/** A BIC has the country of the bank in its fifth and sixth place, where a word has any letters. */
const fitsCountry = (iban: string, bic: string): boolean => {
  const [country, bank] = [iban.slice(0, 2), bic.slice(4, 6)]
  return bic === '' || bank === country || (shared[country]?.split(' ').includes(bank) ?? false)
}
