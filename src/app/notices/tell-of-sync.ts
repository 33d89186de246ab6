import { Temporal } from 'temporal-polyfill'

import type { ConnectionConfig } from '../../config/config.js'
import { AbortError, ConfigError } from '../../domain/errors.js'
import { toRunFailure } from '../../domain/run/run-failure.js'
import type { RunEnd } from '../../run/run-connection.js'
import type { StateDatabase } from '../../state/open-state-database.js'
import type { LoginsAfterSync } from '../access/after-sync.js'
import { toLoginsEnd } from '../access/logins-end.js'
import type { Workspace } from '../compose/workspace.js'
import { toSoapEndEvents } from './watch-soap-end.js'
import { createKeptNotices } from './kept-notices-file.js'
import { openNotices } from './open-notices.js'
import type { Notices } from '../../daemon/notices/notices.js'
import type { Releases } from '../compose/releases.js'

/** Sends the notices of a sync that a timer started. */
export interface TellOfSync {
  ended(connection: ConnectionConfig, end: RunEnd): void
  /** What became of the logins after it. */
  loginsEnded(connection: ConnectionConfig, logins: LoginsAfterSync): void
  notStarted(connection: ConnectionConfig, error: unknown): void
}

const nobody: TellOfSync = {
  ended: () => undefined,
  loginsEnded: () => undefined,
  notStarted: () => undefined,
}

/**
 * Who is told of this sync: no one unless `notify`. What is told has arrived, or was given up, before the
 * state is closed. Throws `ConfigError` when no one is configured.
 */
export const openTelling = async (
  notify: boolean,
  workspace: Workspace,
  state: StateDatabase,
  releases: Releases,
): Promise<TellOfSync> => {
  if (!notify) return nobody
  const { config, language, log, surroundings } = workspace
  if (config.notices === undefined)
    throw new ConfigError(
      '--notify needs someone to notify. Add notices to the configuration; then: nmbrs-sync notices test',
    )
  const memory = state.noticeMemory()
  const kept = createKeptNotices(config.state.path, log)
  const notices = openNotices({
    config: () => config,
    language: () => language,
    memory,
    kept,
    log,
    now: surroundings.now,
  })
  releases.add(() => settleUnlessStopped(notices, surroundings.interruption))
  await notices.tellKept()
  const toBase = ({ name }: ConnectionConfig) => {
    const at = Temporal.Instant.fromEpochMilliseconds(surroundings.now()).toString({
      fractionalSecondDigits: 3,
    })
    return { at, connection: name, cause: 'due' } as const
  }
  return {
    ended: (connection, { document, error }) => {
      const failure = error && toRunFailure(error)
      for (const event of toSoapEndEvents(workspace, connection.name)) notices.onEvent(event)
      notices.onEvent({ type: 'run-ended', ...toBase(connection), document, failure })
    },
    loginsEnded: (connection, logins) => {
      const end = toLoginsEnd(logins)
      if (end === undefined) return
      const { at, connection: name } = toBase(connection)
      notices.onEvent({ type: 'logins-ended', at, connection: name, failure: end.failure })
    },
    notStarted: (connection, error) => {
      // The other run tells for itself, and the next one comes.
      if (error instanceof AbortError && error.code === 'lease-held') return
      notices.onEvent({ type: 'run-not-started', ...toBase(connection), failure: toRunFailure(error) })
    },
  }
}

/** Tries for minutes, unless someone stops the program: then what is left is kept for the next one. */
const settleUnlessStopped = async (notices: Notices, interruption: AbortSignal): Promise<void> => {
  const stopped = new Promise<void>((resolve) => {
    if (interruption.aborted) resolve()
    interruption.addEventListener('abort', () => {
      resolve()
    })
  })
  await Promise.race([notices.settle(), stopped])
  await notices.close()
}
