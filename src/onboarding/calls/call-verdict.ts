import type { CallVerdict } from '../check/call-result.js'
import type { ProbeAnswer } from '../check/prober.js'

/**
 * The faults that say something about rights, by Nmbrs' own number (Nmbrs contract, section 4). Only the
 * number counts, never its words.
 */
const verdictByCode = {
  '1001': 'wrong-credentials',
  '1002': 'inactive',
  '1003': 'outside-filter',
  '1004': 'no-subscription',
  '2003': 'no-access',
  '2004': 'no-access',
  '2009': 'no-access',
  /** Over REST: the consent does not cover it (Nmbrs REST contract, section 4.4). */
  '403': 'no-access',
} as const

const isRightsCode = (code: string): code is keyof typeof verdictByCode => Object.hasOwn(verdictByCode, code)

/**
 * What an answer says of the call. A fault with any other number says nothing of rights: the call is not
 * called open.
 */
export const toVerdict = (answer: ProbeAnswer): CallVerdict => {
  switch (answer.answer) {
    case 'accepted':
      return { verdict: 'active' }
    case 'refused':
      return isRightsCode(answer.code)
        ? { verdict: verdictByCode[answer.code], code: answer.code }
        : { verdict: 'failed', reason: 'fault', code: answer.code }
    case 'not-asked':
      return { verdict: 'not-tested', reason: answer.reason }
    case 'lost':
      return { verdict: 'failed', reason: answer.reason, code: answer.code }
  }
}
