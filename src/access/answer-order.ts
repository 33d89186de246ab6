import type { Answer, AnswerOrigin } from './access-book.js'
import { nextWork } from './hand-over-machine.js'
import type { KnownLogin } from './logins/login.js'
import type { AccessOrder } from './work/order.js'

/** What is known of one person's login, with the work that an answer is about. */
export interface Standing {
  login: KnownLogin | null
  order: AccessOrder
  /** Of wanted work: its list may have arrived, so it can be done. */
  inDoubt?: boolean
}

/**
 * What an answer makes of work and login; `undefined` when the work waits for no such answer. `at` is ISO
 * 8601.
 */
export const answerOrder = (
  { login, order, inDoubt = false }: Standing,
  answer: Answer,
  at: string,
  origin: AnswerOrigin = 'confirmed',
): Standing | undefined => {
  const state = nextWork({ kind: order.kind, state: order.state, inDoubt }, answer)
  if (state === undefined || state === 'forgotten') return undefined
  // Anyone who answers was told, or says so before anyone can be.
  const told: AccessOrder = { ...order, state, handedOverAt: order.handedOverAt ?? at }
  switch (answer) {
    case 'refused':
      return { login, order: { ...told, answeredAt: at } }
    case 'deletion-confirmed':
      // The second half of the work is still in someone's hands.
      return { login: null, order: told }
    case 'confirmed':
      return { login: toLogin(login, order, at, origin), order: { ...told, answeredAt: at } }
  }
}

const toLogin = (
  login: KnownLogin | null,
  { kind, result }: AccessOrder,
  since: string,
  origin: AnswerOrigin,
): KnownLogin | null => {
  switch (kind) {
    case 'create':
    case 'replace':
    case 'change':
      return result && { ...result, active: true, origin, since }
    case 'remove':
      return null
    case 'deactivate':
      return login && { ...login, active: false, origin, since }
    case 'resend':
      return login
  }
}
