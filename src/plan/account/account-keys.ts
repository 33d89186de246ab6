import type { Values } from '../../domain/values.js'
import { findIban, looksLikeIban, numberIn, toTellingDigits } from './account-problem.js'

/** What tells an account from others, however it is written. */
export interface AccountKeys {
  /** Two accounts that share one of these are one, unless their banks differ. */
  keys: readonly string[]
  /**
   * The bank of a number without IBAN, which alone may be that of another account elsewhere; empty when it is
   * not known.
   */
  bank: string
}

const toNumberKey = (text: string): string[] => {
  const digits = toTellingDigits(text)
  return digits === '' ? [] : [`number ${digits}`]
}

/** The keys of an account; none for one that names no account. */
export const toAccountKeys = (account: Values): AccountKeys => {
  const iban = findIban(account)
  if (iban !== undefined) return { keys: [iban, ...toNumberKey(numberIn(iban))], bank: '' }
  const number = account.Number ?? ''
  const bank = (account.BIC ?? '').replace(/\s+/g, '').toUpperCase().slice(0, 8)
  return { keys: looksLikeIban(number) ? [] : toNumberKey(number), bank }
}

/** Whether two accounts that share a key are one: a number is one bank's. */
export const isSameBank = (one: string, other: string): boolean => one === '' || other === '' || one === other
