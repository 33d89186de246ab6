import { runAccess, type AccessRunEnd } from './delivery/run-access.js'
import type { AccessChannel } from './delivery/channel.js'
import type { AccessPortalConfig } from '../../config/config.js'
import type { Language } from '../../domain/language/language.js'
import type { DeliverOptions } from '../../delivery/deliver.js'
import type { Email } from '../../delivery/email.js'
import type { MailSession } from '../../delivery/smtp/mail-session.js'
import { readLogins, type LoginDeps, type ReadPortal } from './plan-logins.js'
import { tellOfNewLogins, type TellBook, type Told } from './delivery/tell-employees.js'

/** How a hand-over of one portal ended, with what it was made from. */
export interface SyncedPortal extends ReadPortal {
  end: AccessRunEnd
  /** How many were told of their new logins; left out: the portal tells no one, or no one was told yet. */
  told?: Told
}

export interface SyncLoginOptions {
  portals: readonly AccessPortalConfig[]
  /** The ways in which the work of a portal is handed over; none: it is put on record only. */
  channelsOf: (config: AccessPortalConfig) => readonly AccessChannel[]
  /** How e-mails go to people who have a new login; `undefined`: the portal tells no one. */
  tellOf: (config: AccessPortalConfig) => MailSession | undefined
  /** Gives the lease back: messages to people take their time, and no one else is to wait for it. */
  release: () => Promise<void>
  delivery: DeliverOptions
  /** The language of the lists. */
  language?: Language | undefined
  /** The zone of the clock that their day is on. */
  timeZone?: string | undefined
}

type HandOverOptions = Pick<SyncLoginOptions, 'portals' | 'channelsOf' | 'delivery' | 'language' | 'timeZone'>

/**
 * Reads everyone, works out the logins of these portals, and hands over what waits for nothing. No one who
 * has a new login is told yet. Throws as `readLogins`; a delivery that fails is in the end of its portal.
 */
export const handOverLogins = async (
  deps: LoginDeps,
  { portals, ...options }: HandOverOptions,
): Promise<readonly SyncedPortal[]> => {
  const synced: SyncedPortal[] = []
  for (const read of await readLogins(deps, portals)) {
    const { config, book, facts } = read
    const { channelsOf, delivery, language, timeZone } = options
    const channels = channelsOf(config)
    const { connection } = deps.settings
    const readers = { language, timeZone }
    const end = await runAccess(
      { connection, book, channels, delivery, ...readers, others: config.othersOnScreen },
      facts,
    )
    synced.push({ ...read, end })
    deps.log.info('logins worked out', {
      portal: config.portal.portal,
      handedOver: end.handOvers.length,
      expired: end.expired.length,
    })
  }
  return synced
}

/** As `handOverLogins`, and tells people of their new logins once the lease is given back. */
export const syncLogins = async (
  deps: LoginDeps,
  options: SyncLoginOptions,
): Promise<readonly SyncedPortal[]> => {
  const synced = await handOverLogins(deps, options)
  await options.release()
  return tellOfLogins(synced, options)
}

export interface TellLoginOptions extends Pick<SyncLoginOptions, 'tellOf' | 'delivery'> {
  /** Where it is noted who was told; left out: where the logins were read. */
  bookOf?: (config: AccessPortalConfig) => TellBook
  /** How long the message under way may take once the program is to end. */
  stopMs?: number
}

/**
 * Tells people of their new logins, one portal after the other. Needs no lease: anyone who is being told is
 * told by no one else.
 */
export const tellOfLogins = async (
  synced: readonly SyncedPortal[],
  options: TellLoginOptions,
): Promise<readonly SyncedPortal[]> => {
  const told: SyncedPortal[] = []
  for (const one of synced) told.push(await tellPeople(one, options))
  return told
}

const usualStopMs = 10_000

/** Tells people of their new logins, over one connection to the mail server. */
const tellPeople = async (
  synced: SyncedPortal,
  { tellOf, bookOf, delivery, stopMs = usualStopMs }: TellLoginOptions,
): Promise<SyncedPortal> => {
  const { config, facts } = synced
  const session = tellOf(config)
  if (session === undefined) return synced
  const book = bookOf?.(config) ?? synced.book
  const stopHurrying = hurry(session, delivery.closing, stopMs)
  try {
    const deps = { ...delivery, book, send: (email: Email) => session.send(email) }
    return { ...synced, told: await tellOfNewLogins(deps, synced.end.input, facts) }
  } finally {
    stopHurrying()
    session.close()
  }
}

/**
 * Ends what is under way with a server that is slow, some time after the program is to end. Gives what takes
 * that back.
 */
const hurry = (session: MailSession, closing: AbortSignal, stopMs: number): (() => void) => {
  let timer: NodeJS.Timeout | undefined
  const wait = (): void => {
    timer = setTimeout(() => {
      session.close()
    }, stopMs)
  }
  if (closing.aborted) wait()
  else closing.addEventListener('abort', wait, { once: true })
  return () => {
    closing.removeEventListener('abort', wait)
    clearTimeout(timer)
  }
}
