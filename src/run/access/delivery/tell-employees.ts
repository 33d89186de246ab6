import { Temporal } from 'temporal-polyfill'

import { deliver, type DeliverOptions } from '../../../delivery/deliver.js'
import type { Email } from '../../../delivery/email.js'
import type { AccessBook, UntoldOrder } from '../../../access/access-book.js'
import { addressOfLogin } from '../../../access/wanted/email-addresses.js'
import { buildEmployeeMessage } from '../../../access/message/employee-message.js'
import type { AccessPlanInput } from '../../../access/input.js'
import type { KnownLogin } from '../../../access/logins/login.js'
import type { AccessPerson } from '../../../access/person.js'
import { hasLeft } from '../../../access/service.js'
import type { AccessFacts } from './read-plan-input.js'

/** Where it is noted who was told, or is being told. */
export type TellBook = Pick<AccessBook, 'readUntold' | 'noteTold' | 'noteUntold'>

export interface TellDeps extends DeliverOptions {
  book: TellBook
  /** Sends one e-mail, once. Throws `DeliveryError`. */
  send: (email: Email) => Promise<string>
}

export interface Told {
  told: number
  /** Those who have no address here that is the one of their login, or are not there any more. */
  passed: number
  /** Those who were not reached, and are told by a later run. */
  failed: number
  /** Those whose message may have arrived. It is not sent again. */
  unsure: number
}

/** How long messages may take in one run; a later run goes on. */
const longestMs = 2 * 60_000
/**
 * After so many messages in a row that the server did not take for a reason that passes, the others wait for
 * a later run.
 */
const failuresBeforeLater = 3

/**
 * Tells those whose new login was confirmed at or after `since` (ISO 8601) and who were not told yet, at the
 * address of their login. One after another. What surely does not arrive is sent by a later run; what may
 * have arrived is not, so that no one gets two because a server was slow. Never throws for a message that
 * does not arrive. Logs hold ids and codes only.
 */
export const tellEmployees = async (
  { book, send, ...options }: TellDeps,
  input: Pick<AccessPlanInput, 'portal' | 'people' | 'known' | 'digest'>,
  since: string,
): Promise<Told> => {
  const people = new Map(input.people.map((person) => [person.subject, person]))
  const logins = new Map(input.known.map(({ subject, login }) => [subject, login]))
  const told: Told = { told: 0, passed: 0, failed: 0, unsure: 0 }
  const startMs = performance.now()
  let failuresInARow = 0
  for (const order of await book.readUntold(since)) {
    const email = toEmail(input, order, people.get(order.subject), logins.get(order.subject))
    if (email === undefined) {
      told.passed += 1
      continue
    }
    if (isOver(startMs, failuresInARow, options)) {
      told.failed += 1
      continue
    }
    const end = await tellOne({ book, send, ...options }, input.portal.portal, order, email)
    if (end === 'elsewhere') continue
    told[end.kind] += 1
    failuresInARow = end.kind === 'told' || !end.passes ? 0 : failuresInARow + 1
  }
  return told
}

/** Anyone who switches messages on does not write to everyone who ever got a login. */
const tellWithinHours = 14 * 24

/** Tells the people of a portal who have had their new login for at most two weeks; see `tellEmployees`. */
export const tellOfNewLogins = async (
  deps: TellDeps,
  input: AccessPlanInput,
  { leftAlone }: AccessFacts,
): Promise<Told> => {
  const since = Temporal.Instant.from(input.now).subtract({ hours: tellWithinHours }).toString()
  const people = input.people.filter(({ subject }) => leftAlone?.has(subject) !== true)
  return tellEmployees(deps, { ...input, people }, since)
}

const isOver = (startMs: number, failuresInARow: number, { closing }: DeliverOptions): boolean =>
  closing.aborted || failuresInARow >= failuresBeforeLater || performance.now() - startMs >= longestMs

type TellEnd = 'elsewhere' | { kind: 'told' | 'failed' | 'unsure'; passes: boolean }

/** Notes it before it is sent: a program that ends in the middle must not lead to a second message. */
const tellOne = async (
  { book, send, ...options }: TellDeps,
  portal: string,
  { subject, work }: UntoldOrder,
  email: Email,
): Promise<TellEnd> => {
  if (!(await book.noteTold(subject, work))) return 'elsewhere'
  const sending = { what: 'message about a login', fields: { portal, subject }, neverTwice: true }
  const end = await deliver({ ...sending, send: () => send(email) }, options)
  if (end.arrived) return { kind: 'told', passes: false }
  const { passes } = end.error
  if (end.carried === 'unknown') return { kind: 'unsure', passes }
  await book.noteUntold(subject, work)
  return { kind: 'failed', passes }
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
