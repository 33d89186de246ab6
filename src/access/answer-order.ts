import type { Answer, AnswerOrigin } from './access-book.js'
import type { KnownLogin } from './login.js'
import type { AccessOrder, AccessState } from './order.js'

/** What is known of one person's login, with the work that an answer is about. */
export interface Standing {
  login: KnownLogin | null
  order: AccessOrder
}

/**
 * Answers that work can take, by where it stands. Work that nobody was told of cannot be done; what got no answer in time can still get one;
 * and who refused may find that it was done after all.
 */
const possible: Readonly<Record<AccessState, readonly Answer[]>> = {
  wanted: [],
  'handed-over': ['confirmed', 'deletion-confirmed', 'refused'],
  expired: ['confirmed', 'deletion-confirmed', 'refused'],
  refused: ['confirmed'],
  confirmed: [],
}

const canTake = ({ kind, state }: AccessOrder, answer: Answer): boolean =>
  possible[state].includes(answer) && (answer !== 'deletion-confirmed' || kind === 'replace')

/** What an answer makes of work and login; `undefined` when the work waits for no such answer. `at` is ISO 8601. */
export const answerOrder = (
  { login, order }: Standing,
  answer: Answer,
  at: string,
  origin: AnswerOrigin = 'confirmed',
): Standing | undefined => {
  if (!canTake(order, answer)) return undefined
  switch (answer) {
    case 'refused':
      return { login, order: { ...order, state: 'refused', answeredAt: at } }
    case 'deletion-confirmed':
      // The second half of the work is still in somebody's hands.
      return { login: null, order }
    case 'confirmed':
      return {
        login: toLogin(login, order, at, origin),
        order: { ...order, state: 'confirmed', answeredAt: at },
      }
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
