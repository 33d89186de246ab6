import stringify from 'safe-stable-stringify'

import type { Mapping } from '../mapping/mapping.js'
import type { ConnectionConfig } from './config.js'
import type { NmbrsConfig, RestAccount } from './nmbrs-accounts.js'

/**
 * A text that changes when anything changes that decides what a plan holds: accounts, companies, rules,
 * limits and the mapping. Holds no secret and no user name; pace, paths and the reading of unchanged accounts
 * do not count.
 */
export const fingerprintConfig = (connection: ConnectionConfig, mapping: Mapping): string => {
  const { name, alexis, nmbrs, companies, scope, match, thresholds, holds, employment, salary } = connection
  const accounts = { source: alexis.baseUrl, target: toTarget(nmbrs) }
  const rules = { scope, match, thresholds, holds, employment, salary }
  return stringify([1, name, accounts, companies, rules, mapping.fingerprint])
}

const toTarget = (nmbrs: NmbrsConfig): readonly string[] =>
  nmbrs.api === 'rest'
    ? [nmbrs.api, nmbrs.rest.host, nmbrs.rest.clientId, ...toKnown(nmbrs.rest)]
    : [nmbrs.api, nmbrs.host, nmbrs.domain]

/** What is known of the API and decides what is planned. */
const toKnown = ({ known }: RestAccount): readonly string[] =>
  known?.secondAddress === 'refused' ? ['secondAddress refused'] : []
