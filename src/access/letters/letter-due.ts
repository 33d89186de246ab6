import { Temporal } from 'temporal-polyfill'

import type { LetterWay } from '../access-book.js'
import type { Portal } from '../portal/portal.js'
import { latestWork, type AccessOrder, type KnownAccess } from '../work/order.js'

export interface SentLetter {
  way: LetterWay
  /** ISO 8601. */
  at: string
}

/** The work that gave someone a password they have to be told: a new login, or a new password. */
const toldBy = (known: Pick<KnownAccess, 'order' | 'link'>): AccessOrder | undefined => {
  const latest = latestWork(known)
  return latest !== null && (latest.kind === 'create' || latest.kind === 'resend') ? latest : undefined
}

/** Whether a letter was sent since that work was handed over. */
export const isLetterSent = (
  known: Pick<KnownAccess, 'order' | 'link'>,
  letter: SentLetter | undefined,
): boolean => {
  const since = toldBy(known)?.handedOverAt
  return letter !== undefined && (since === undefined || since === null || letter.at >= since)
}

/**
 * So long after a login was made its letter is asked about: anyone who updates the program is not told of
 * everyone.
 */
const askedWithinHours = 30 * 24

/** Whether a login is there and its person was not told the login data; `now` is ISO 8601. */
export const isLetterDue = (
  { loginData }: Pick<Portal, 'loginData'>,
  known: Pick<KnownAccess, 'login' | 'order' | 'link'> | undefined,
  letter: SentLetter | undefined,
  now: string,
): boolean => {
  if (loginData !== 'sent-by-administrator' || known?.login?.active !== true) return false
  const order = toldBy(known)
  if (order?.state !== 'confirmed' || order.answeredAt === null) return false
  const hours = Temporal.Instant.from(now).since(Temporal.Instant.from(order.answeredAt)).total('hours')
  return hours <= askedWithinHours && !isLetterSent(known, letter)
}
