import type { AccessRunDeps, AccessRunEnd } from './delivery/run-access.js'
import { runAccess, tellOfNewLogins } from './delivery/run-access.js'
import type { AccessChannel } from './delivery/channel.js'
import type { AccessPortalConfig } from '../../config/config.js'
import type { Language } from '../../domain/language/language.js'
import type { DeliverOptions } from '../../delivery/deliver.js'
import type { MailSession } from '../../delivery/smtp/mail-session.js'
import { readLogins, type LoginDeps, type ReadPortal } from './plan-logins.js'

/** How a hand-over of one portal ended, with what it was made from. */
export interface SyncedPortal extends ReadPortal {
  end: AccessRunEnd
}

export interface SyncLoginOptions {
  portals: readonly AccessPortalConfig[]
  /** The ways in which the work of a portal is handed over; none: it is put on record only. */
  channelsOf: (config: AccessPortalConfig) => readonly AccessChannel[]
  /** How e-mails go to people who have a new login; `undefined`: the portal tells nobody. */
  tellOf: (config: AccessPortalConfig) => MailSession | undefined
  /** Gives the lease back: messages to people take their time, and nobody else is to wait for it. */
  release: () => Promise<void>
  delivery: DeliverOptions
  /** The language of the lists. */
  language?: Language | undefined
}

/**
 * Reads everybody, works out the logins of these portals, and hands over what waits for nothing. Throws as `readLogins`; a delivery that
 * fails is in the end of its portal.
 */
export const syncLogins = async (
  deps: LoginDeps,
  { portals, channelsOf, tellOf, release, delivery, language }: SyncLoginOptions,
): Promise<readonly SyncedPortal[]> => {
  const synced: SyncedPortal[] = []
  for (const read of await readLogins(deps, portals)) {
    const { config, book, facts } = read
    const channels = channelsOf(config)
    const { connection } = deps.settings
    const end = await runAccess(
      { connection, book, channels, delivery, language, others: config.othersOnScreen },
      facts,
    )
    synced.push({ ...read, end })
    deps.log.info('logins worked out', {
      portal: config.portal.portal,
      handedOver: end.handOvers.length,
      expired: end.expired.length,
    })
  }
  await release()
  const told: SyncedPortal[] = []
  for (const one of synced) told.push(await tellPeople(one, tellOf(one.config), delivery))
  return told
}

/** Tells people of their new logins, over one connection to the mail server. */
const tellPeople = async (
  synced: SyncedPortal,
  session: MailSession | undefined,
  delivery: DeliverOptions,
): Promise<SyncedPortal> => {
  if (session === undefined) return synced
  const { book, facts, end } = synced
  try {
    const tell: AccessRunDeps['tell'] = (email) => session.send(email)
    return {
      ...synced,
      end: { ...end, told: await tellOfNewLogins({ book, tell, delivery }, end.input, facts) },
    }
  } finally {
    session.close()
  }
}
