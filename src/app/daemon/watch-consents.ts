import type { DaemonEvent } from '../../daemon/events.js'
import { toIso } from '../../daemon/past-runs.js'
import type { ConsentView } from '../../daemon/readiness.js'
import { nameOfError } from '../../domain/errors.js'
import { isOld } from '../../target/nmbrs-rest/identity/consent-times.js'
import { keepAccess } from '../../target/nmbrs-rest/identity/keep-access.js'
import type { ConnectionConfig } from '../../config/config.js'
import { openState } from '../compose/open-state.js'
import type { Workspace } from '../compose/workspace.js'
import { openIdentity } from '../compose/nmbrs/open-identity.js'
import { openConsentStore } from '../compose/nmbrs/rest-account.js'
import { withReleases } from '../compose/releases.js'
import { readNeededConsents } from '../consent/consent-status.js'
import type { StateDatabase } from '../../state/open-state-database.js'

export interface ConsentWatchDeps {
  /** The configuration may be another one each time. */
  workspace: () => Workspace
  tell: (event: DaemonEvent) => void
  setTimer: (afterMs: number, work: () => void) => () => void
}

/** Looks at the consents to REST again and again. */
export interface ConsentWatch {
  /** Looks now, and every hour from now on. */
  start(): void
  /** Looks no more, and waits for what goes on. */
  stop(): Promise<void>
  /** As it was seen last. */
  standings(): readonly ConsentView[]
}

const hourMs = 3_600_000

/**
 * Renews consents that are a week old, so that a connection that rarely runs does not lose its own, and says
 * how each stands. A connection without a block `rest` is not looked at, and then the state file is not
 * opened either.
 */
export const createConsentWatch = ({ workspace, tell, setTimer }: ConsentWatchDeps): ConsentWatch => {
  let seen: readonly ConsentView[] = []
  let work: Promise<void> | undefined
  let stopTimer: () => void = () => undefined
  let isStopping = false
  const look = async (): Promise<void> => {
    const { config, log, surroundings } = workspace()
    const connections = config.connections.filter(({ nmbrs }) => nmbrs.rest !== undefined)
    if (connections.length === 0) return
    try {
      seen = await withReleases(async (releases) => {
        const state = await openState(workspace(), releases)
        for (const connection of connections) await renewWhenOld(connection, workspace(), state)
        return readNeededConsents(connections, state, surroundings.now())
      })
      for (const one of seen) tell({ type: 'consent-seen', at: toIso(surroundings.now()), ...one })
    } catch (error) {
      log.warn('consents could not be looked at', { code: nameOfError(error) })
    }
  }
  const start = (): void => {
    if (isStopping || work !== undefined) return
    stopTimer()
    work = look().finally(() => {
      work = undefined
      if (!isStopping) stopTimer = setTimer(hourMs, start)
    })
  }
  return {
    start,
    standings: () => seen,
    stop: async () => {
      isStopping = true
      stopTimer()
      await work
    },
  }
}

/** What goes wrong here is tried again in an hour; a consent that is gone is seen right after. */
const renewWhenOld = async (
  { name, nmbrs: { rest } }: ConnectionConfig,
  { log, surroundings: { now } }: Workspace,
  state: StateDatabase,
): Promise<void> => {
  if (rest === undefined) return
  const store = openConsentStore(name, rest, state)
  const facts = await store.look()
  if (facts?.standing !== 'given' || !isOld(facts, now())) return
  const identity = openIdentity(rest)
  try {
    await keepAccess({ connection: name, store, identity, log, now }).current()
  } catch (error) {
    log.warn('the consent could not be renewed', { connection: name, code: nameOfError(error) })
  } finally {
    identity.close()
  }
}
