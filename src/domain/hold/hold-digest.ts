import type { CreateChange, UpdateChange } from '../change.js'
import type { Digest, DigestValue } from '../digest.js'
import type { PayFacts } from '../pay/pay.js'
import { fieldsIn, type Values } from '../values.js'

/**
 * Digests a change with both its sides: the values to be sent and those they would replace. A release given
 * for it is good for nothing else. `madeByUs`: the target record is this program's own, or will be, so that
 * its id may not be known yet.
 */
export const digestChange = (
  digest: DigestValue,
  change: UpdateChange,
  { madeByUs, sharesAccount }: { madeByUs: boolean; sharesAccount: boolean },
): Digest => {
  const { subject, companyId, targetId, section, before, alongside } = change
  const after = { ...alongside, ...change.after }
  const whose = madeByUs ? 'made' : `target ${targetId ?? ''}`
  const sides =
    section === 'bankAccount'
      ? [sayAccount(before), sayAccount(after)]
      : [sayFilled(before), saySent(before, after)]
  const parts = [companyId, whose, section, ...sides, sharesAccount]
  // Only where more rows made the hold, so that all others keep the digest that they were opened with.
  if (change.withdrawn === true) parts.push('withdrawn')
  if (change.beside !== undefined) parts.push(sayFilled(change.beside))
  if (change.pay !== undefined) parts.push(sayPay(change.pay, before))
  if (change.hiredOn !== undefined) parts.push(`hired on ${change.hiredOn}`)
  if (change.bornOn !== undefined) parts.push(`born on ${change.bornOn}`)
  return digest(subject, 'held change', JSON.stringify(parts))
}

/**
 * Which account it is, so that the same one waits over every transport, also over one that does not carry a
 * BIC: the IBAN, and where there is none the number with its BIC.
 */
const sayAccount = ({ IBAN = '', Number: number = '', BIC = '' }: Values): [string, string][] => {
  const fold = (text: string): string => text.replace(/\s/g, '').toUpperCase()
  if (fold(IBAN) !== '') return [['IBAN', fold(IBAN)]]
  return [
    ['Number', fold(number)],
    ['BIC', fold(BIC)],
  ]
}

/** Digests a creation with everything that is judged of it. */
export const digestCreation = (
  digest: DigestValue,
  { subject, companyId, firstName, lastName, startDate, birthDate }: CreateChange,
): Digest => {
  const parts = [companyId, firstName, lastName, startDate, birthDate ?? null]
  return digest(subject, 'held creation', JSON.stringify(parts))
}

/** What company pays by is the same for all its people, so only what it does to the amount is named. */
const sayPay = (
  { monthly, paidPer, employedFrom, byTable, rate }: PayFacts,
  before: Values,
): [string, string][] => [
  ...(monthly === true ? [['monthly', paidPer ?? ''] satisfies [string, string]] : []),
  ...(employedFrom === undefined ? [] : [['employed from', employedFrom] satisfies [string, string]]),
  // Of a raise it is only said.
  ...(rate !== undefined && sayFilled(before).length === 0
    ? [['rate', rate] satisfies [string, string]]
    : []),
  ...(byTable === true ? [['by table', ''] satisfies [string, string]] : []),
]

export const sayFilled = (values: Values): [string, string | undefined][] =>
  fieldsIn(values)
    .filter((field) => values[field] !== '')
    .map((field) => [field, values[field]])

/** The fields to be sent; an empty one only where it takes something away. */
export const saySent = (before: Values, after: Values): [string, string | undefined][] =>
  fieldsIn(after)
    .filter((field) => after[field] !== '' || (before[field] ?? '') !== '')
    .map((field) => [field, after[field]])
