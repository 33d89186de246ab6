import { Temporal } from 'temporal-polyfill'

import type { ConnectionConfig } from '../../config/config.js'
import type { ConsentFacts } from '../../credentials/consent-store.js'
import type { ConsentView } from '../../daemon/readiness.js'
import type { ConsentStanding, ConsentStatus } from '../../domain/consent.js'
import type { StateDatabase } from '../../state/open-state-database.js'
import { openConsentStore } from '../compose/nmbrs/rest-account.js'

const dayMs = 86_400_000
/** From then on someone is told that a consent ends. */
const soonMs = 7 * dayMs

/** When a consent is over unless it is renewed. */
const toEnd = ({ accessEndsAt, refreshEndsAt }: ConsentFacts): number =>
  Math.max(accessEndsAt, refreshEndsAt ?? accessEndsAt)

const toStanding = (facts: ConsentFacts | undefined, nowMs: number): ConsentStanding => {
  if (facts === undefined) return 'none'
  const leftMs = toEnd(facts) - nowMs
  if (facts.standing === 'gone' || leftMs <= 0) return 'gone'
  return leftMs <= soonMs ? 'ends-soon' : 'ok'
}

const toMoment = (ms: number): string =>
  Temporal.Instant.fromEpochMilliseconds(Math.round(ms)).toString({ fractionalSecondDigits: 3 })

/** How the consent of a connection stands at a moment. */
export const toConsentStatus = (
  connection: string,
  facts: ConsentFacts | undefined,
  nowMs: number,
): ConsentStatus => {
  const given = facts?.standing === 'given' ? facts : undefined
  return {
    connection,
    consent: toStanding(facts, nowMs),
    scopes: facts?.scopes ?? [],
    accessEndsAt: given === undefined ? null : toMoment(given.accessEndsAt),
    refreshEndsAt: given?.refreshEndsAt === undefined ? null : toMoment(given.refreshEndsAt),
  }
}

/** Whole days until the consent is over; 0 when it is gone or was never given. */
export const toDaysLeft = (facts: ConsentFacts | undefined, nowMs: number): number =>
  facts === undefined || facts.standing === 'gone'
    ? 0
    : Math.max(0, Math.floor((toEnd(facts) - nowMs) / dayMs))

/** How the consents of connections with a block `rest` stand; the others are left out. */
export const readConsents = (
  connections: readonly ConnectionConfig[],
  state: Pick<StateDatabase, 'consents'>,
  nowMs: number,
): Promise<{ status: ConsentStatus; daysLeft: number }[]> =>
  Promise.all(
    connections.flatMap(({ name, nmbrs: { rest } }) =>
      rest === undefined
        ? []
        : [
            openConsentStore(name, rest, state)
              .look()
              .then((facts) => ({
                status: toConsentStatus(name, facts, nowMs),
                daysLeft: toDaysLeft(facts, nowMs),
              })),
          ],
    ),
  )

/**
 * The consents that someone counts on: of connections that sync over REST, and of those that have given one
 * beside SOAP.
 */
export const readNeededConsents = async (
  connections: readonly ConnectionConfig[],
  state: Pick<StateDatabase, 'consents'>,
  nowMs: number,
): Promise<ConsentView[]> => {
  const overRest = new Set(connections.filter(({ nmbrs }) => nmbrs.api === 'rest').map(({ name }) => name))
  const all = await readConsents(connections, state, nowMs)
  return all
    .filter(({ status }) => status.consent !== 'none' || overRest.has(status.connection))
    .map(({ status: { connection, consent }, daysLeft }) => ({ connection, consent, daysLeft }))
}
