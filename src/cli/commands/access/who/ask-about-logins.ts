import type { AccessSubject } from '../../../../domain/ids.js'
import { buildLoginOrderView } from '../../../../report/access/login-order-view.js'
import { buildLoginExplanation } from '../../../../report/access/view/explain-view.js'
import { loginOrderTexts, type LoginQuestion } from '../../../../report/access/texts/login-order-texts.js'
import { explainLogin } from '../../../../run/access/explain-login.js'
import type { PlannedPortal } from '../../../../run/access/plan-logins.js'
import type { Io } from '../../../io.js'
import { languageOf } from '../../../options/language.js'
import { confirmOrder } from '../../../orders/confirm-order.js'
import { refuseUnasked } from '../../../orders/unasked.js'
import { lookOf } from '../../../terminal/output-look.js'
import type { AccessFlags } from '../access-flags.js'

export interface OrderFlags extends AccessFlags {
  yes?: boolean
}

/** Whether someone sits there who can be shown what an order is about. */
export const isAsked = ({ prompts }: Io, { yes }: OrderFlags): boolean =>
  prompts !== undefined && yes !== true

/**
 * Of several people it has to be looked at first whom an order is about. Throws `ConfigError` where no one
 * can be asked and nothing says that someone did.
 */
export const refuseSeveral = (io: Io, flags: OrderFlags, verb: string, typed: readonly string[]): void => {
  if (new Set(typed).size > 1) refuseUnasked(io, flags, `access ${verb} ${typed.join(' ')}`)
}

/**
 * Shows by name whom an order is about, which login each has and which one they are to have, and asks. Throws
 * `AbortError` (`stopped`) after a no.
 */
export const askAboutLogins = async (
  io: Io,
  planned: PlannedPortal,
  subjects: readonly AccessSubject[],
  question: LoginQuestion,
): Promise<void> => {
  const people = subjects.map((subject) => {
    const found = explainLogin(planned, subject)
    return found === undefined ? subject : buildLoginExplanation(found)
  })
  io.stderr.write(buildLoginOrderView(people, lookOf(io.stderr, io.env)))
  await confirmOrder(
    io,
    loginOrderTexts[languageOf(io)][question],
    'See where the logins stand: nmbrs-sync access status',
  )
}
