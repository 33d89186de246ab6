import { deliver, type DeliverOptions } from '../../delivery/deliver.js'
import type { Email } from '../../delivery/send-email.js'
import type { AccessBook, UntoldOrder } from '../access-book.js'
import { addressOfLogin } from '../email-addresses.js'
import { buildEmployeeMessage } from '../employee-message.js'
import type { AccessPlanInput } from '../input.js'
import type { KnownLogin } from '../login.js'
import type { AccessPerson } from '../person.js'
import { hasLeft } from '../service.js'

export interface TellDeps extends DeliverOptions {
  book: Pick<AccessBook, 'readUntold' | 'noteTold'>
  /** Sends one e-mail, once. Throws `DeliveryError`. */
  send: (email: Email) => Promise<string>
}

/** How many were told; how many have no address here that is the one of their login, or are not there any more; how many were not reached. */
export interface Told {
  told: number
  passed: number
  failed: number
}

/**
 * Tells those whose new login was confirmed at or after `since` (ISO 8601) and who were not told yet, at the address of their login. What does not arrive is sent by
 * a later run. Never throws for a message that does not arrive. Logs hold ids and codes only.
 */
export const tellEmployees = async (
  { book, send, ...options }: TellDeps,
  input: Pick<AccessPlanInput, 'portal' | 'people' | 'known' | 'digest'>,
  since: string,
): Promise<Told> => {
  const people = new Map(input.people.map((person) => [person.subject, person]))
  const logins = new Map(input.known.map(({ subject, login }) => [subject, login]))
  const told: Told = { told: 0, passed: 0, failed: 0 }
  for (const order of await book.readUntold(since)) {
    const email = toEmail(input, order, people.get(order.subject), logins.get(order.subject))
    if (email === undefined) {
      told.passed += 1
      continue
    }
    const fields = { portal: input.portal.portal, subject: order.subject }
    const { arrived } = await deliver(
      { what: 'message about a login', fields, send: () => send(email) },
      options,
    )
    if (arrived) await book.noteTold(order.subject, order.work)
    told[arrived ? 'told' : 'failed'] += 1
  }
  return told
}

const toEmail = (
  { portal, digest }: Pick<AccessPlanInput, 'portal' | 'digest'>,
  { kind, work }: UntoldOrder,
  person: AccessPerson | undefined,
  login: KnownLogin | null | undefined,
): Email | undefined => {
  const isNew = kind === 'create' || kind === 'replace'
  if (!isNew || person === undefined || hasLeft(person) || !login?.active) return undefined
  const address = addressOfLogin(person, login, digest)
  if (address === undefined) return undefined
  const messageId = `<${work}.${portal.portal}@nmbrs-sync.invalid>`
  return { to: [address], messageId, ...buildEmployeeMessage(portal, login.language, person.firstName) }
}
