import type { ConnectionConfig } from '../../config/config.js'
import type { ConsentStatus } from '../../domain/consent.js'
import type { StateDatabase } from '../../state/open-state-database.js'
import { findWritesWithoutScope } from '../../target/nmbrs-rest/check-rights.js'
import { readConsents } from '../consent/consent-status.js'
import { fail, ok, runCheck, warn, type Found } from './run-check.js'

const check = 'Nmbrs consent'

/**
 * Whether the employer's consent to REST stands, and covers what is asked for. Says nothing about a
 * connection without a block `rest`.
 */
export const checkConsent = (
  connection: ConnectionConfig,
  state: Pick<StateDatabase, 'consents'>,
  nowMs: number,
): Promise<readonly Found[]> =>
  runCheck(check, async () => {
    const [found] = await readConsents([connection], state, nowMs)
    if (found === undefined) return []
    return [toStanding(found.status, found.daysLeft, connection), ...toScopes(found.status, connection)]
  })

const toStanding = (
  { consent, connection }: ConsentStatus,
  daysLeft: number,
  { nmbrs }: ConnectionConfig,
): Found => {
  const remedy = `nmbrs-sync auth login --connection ${connection}`
  // Beside SOAP a consent that is missing keeps nothing from running.
  const report = nmbrs.api === 'rest' ? fail : warn
  switch (consent) {
    case 'ok':
      return ok(check, `given, renewable for ${daysLeft} days`)
    case 'ends-soon':
      return warn(check, `ends in ${daysLeft} days unless it is renewed`, remedy)
    case 'gone':
      return report(check, 'gone: it was withdrawn, or it ended', remedy)
    case 'none':
      return report(check, 'not given yet', remedy)
  }
}

/**
 * What was asked for and not granted. Nmbrs may have dropped it, or it was added to the configuration since.
 */
const toScopes = ({ consent, scopes }: ConsentStatus, { nmbrs }: ConnectionConfig): Found[] => {
  if (consent === 'none' || consent === 'gone') return []
  const missing = (nmbrs.rest?.scopes ?? []).filter((scope) => !scopes.includes(scope))
  const found =
    missing.length === 0
      ? ok('Nmbrs scopes', scopes.join(' '))
      : warn(
          'Nmbrs scopes',
          `not granted: ${missing.join(' ')}`,
          'have them added to the app, then consent again with nmbrs-sync auth login',
        )
  return [found, ...findWritesWithoutScope(scopes).map(toClosedWrite)]
}

/**
 * Read scopes are proven by reading; a write is never tried, so the scopes that were granted are what tells.
 */
const toClosedWrite = ({ operation, scopes }: ReturnType<typeof findWritesWithoutScope>[number]): Found =>
  warn(
    'Nmbrs scopes',
    `${operation} will be refused: ${scopes.join(' or ')} was not granted`,
    `have ${scopes.join(' or ')} added to the app and to nmbrs.rest.scopes, then: nmbrs-sync auth login`,
  )
