import { hostname } from 'node:os'

import type { ConfigNames } from '../../config/installation.js'
import { loadConfig } from '../../config/load-config.js'
import type { GrantedConsent } from '../../credentials/consent-store.js'
import { silentLog } from '../../domain/log.js'
import { openStateDatabase } from '../../state/open-state-database.js'
import { isProcessAlive } from '../../state/sqlite/lease/process-mark.js'
import { getRestAccount, openConsentStore } from '../compose/nmbrs/rest-account.js'
import { withReleases } from '../compose/releases.js'
import { selectConnection } from '../compose/select-connections.js'

/**
 * Keeps a consent that was given before its connection stood in the configuration. Throws `ConfigError` and
 * `AbortError`.
 */
export const keepFirstConsent = (
  names: ConfigNames,
  connectionName: string,
  consent: GrantedConsent,
  now: () => number,
): Promise<void> =>
  withReleases(async (releases) => {
    const { config } = await loadConfig(names)
    const connection = selectConnection(config, [connectionName])
    const { path, keyFile } = config.state
    const host = hostname()
    const own = { path, keyFile, now, pid: process.pid, host, isProcessAlive, log: silentLog }
    const state = await openStateDatabase(own)
    releases.add(() => state.close())
    await openConsentStore(connectionName, getRestAccount(connection), state).keep(consent)
  })
