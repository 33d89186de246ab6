import { countOutcomes, type ChangeReport } from '../domain/change.js'
import type { Log } from '../domain/log.js'
import { isAllWell } from './checks/compare-check.js'
import type { OnDaemonEvent } from './events.js'

/** Writes down what happens in the daemon. */
export const createEventLog =
  (log: Log): OnDaemonEvent =>
  (event) => {
    switch (event.type) {
      case 'daemon-started':
        log.info('daemon started', { connections: event.connections.join(' ') })
        return
      case 'daemon-stopped':
        log.info('daemon stopped')
        return
      case 'daemon-was-down':
        log.error('daemon was down', { code: event.failure.code, why: event.failure.message })
        return
      case 'run-started':
        log.info('scheduled run started', { connection: event.connection, cause: event.cause })
        return
      case 'run-ended':
        logRun(event, log)
        return
      case 'logins-ended':
        logLogins(event, log)
        return
      case 'run-not-started':
        logUnstarted(event, log)
        return
      case 'run-waits':
        log.warn('another run keeps this one waiting', { connection: event.connection, since: event.since })
        return
      case 'quarantined':
        logQuarantine(event, log)
        return
      case 'recovered':
        log.info('connection works again', { connection: event.connection })
        return
      case 'clock-ahead':
        logClock(event, log)
        return
      case 'clock-right':
        log.info('the latest run is dated before now again', { connection: event.connection })
        return
      case 'consumer-silent':
        logSilence(event, log)
        return
      case 'account-checked':
        logCheck(event, log)
        return
      case 'consent-seen':
        logConsent(event, log)
        return
      case 'soap-end-seen':
        // Seen every hour; notices, doctor and probe say it.
        log.debug('connection is on SOAP', { connection: event.connection, daysLeft: event.daysLeft })
        return
      case 'config-loaded':
        log.info('configuration loaded', { connections: event.connections.join(' ') })
        return
      case 'config-rejected':
        logRejected(event, log)
        return
    }
  }

type EventOf<Type extends string> = Extract<Parameters<OnDaemonEvent>[0], { type: Type }>

const logRun = ({ connection, document, failure }: EventOf<'run-ended'>, log: Log): void => {
  const { run, people, changes, calls } = document
  const fields = {
    runId: run.id,
    connection,
    result: run.result,
    people: people.inScope,
    ...countPresent(changes),
    calls: calls.nmbrs.total,
    code: failure?.code,
    why: failure?.message,
  }
  if (run.result === 'failed' || (failure !== undefined && failure.code !== 'stopped'))
    log.error('scheduled run failed', fields)
  else if (run.result === 'held') log.warn('scheduled run ended with something held', fields)
  else log.info('scheduled run ended', fields)
}

const logUnstarted = ({ connection, failure }: EventOf<'run-not-started'>, log: Log): void => {
  log.error('scheduled run could not start', { connection, code: failure.code, why: failure.message })
}

const logLogins = ({ connection, failure }: EventOf<'logins-ended'>, log: Log): void => {
  if (failure === undefined) log.info('logins handed over', { connection })
  else log.error('logins not handed over', { connection, code: failure.code, why: failure.message })
}

const logClock = ({ connection, startedAt, nextRunAt }: EventOf<'clock-ahead'>, log: Log): void => {
  const fields = { connection, startedAt, nextRunAt }
  log.error('the latest run is dated after now: the clock was ahead, or is behind', fields)
}

/** Seen every hour: one that stands is no news. */
const logConsent = ({ connection, consent, daysLeft }: EventOf<'consent-seen'>, log: Log): void => {
  if (consent === 'ok') log.debug('consent stands', { connection, daysLeft })
  else if (consent === 'ends-soon') log.warn('consent ends soon', { connection, daysLeft })
  else log.error('consent is gone', { connection })
}

const logCheck = ({ connection, check, failure }: EventOf<'account-checked'>, log: Log): void => {
  const { companyId: company, profiles, readiness, lost, regained } = check
  const fields = {
    connection,
    company,
    profiles: profiles.join(' '),
    result: readiness,
    ...(lost.length === 0 ? {} : { lost: lost.join(' ') }),
    ...(regained.length === 0 ? {} : { regained: regained.join(' ') }),
  }
  if (failure !== undefined)
    log.error('account could not be checked', { ...fields, code: failure.code, why: failure.message })
  else if (isAllWell(check)) log.info('account checked, nothing is wanting', fields)
  else log.warn('account checked, something is wanting', fields)
}

const logQuarantine = ({ connection, failure, ...event }: EventOf<'quarantined'>, log: Log): void => {
  const { failures, nextTryAt } = event
  const fields = { connection, code: failure.code, failures, nextTryAt }
  log.error('connection keeps failing and is tried less often', fields)
}

const logSilence = ({ connection, application }: EventOf<'consumer-silent'>, log: Log): void => {
  const { companyId: company, profile, for: awaited, since, days } = application
  const fields = { connection, company, profile, awaited, since, days }
  log.warn('a consumer has said nothing for long after an application', fields)
}

/** The outcomes that there were. */
const countPresent = (changes: readonly ChangeReport[]): Record<string, number> =>
  Object.fromEntries(Object.entries(countOutcomes(changes)).filter(([, count]) => count > 0))

const logRejected = ({ message, problems }: EventOf<'config-rejected'>, log: Log): void => {
  log.error('configuration rejected; the former one stays in use', { why: message })
  for (const { severity, file, line, key, expected, found } of problems) {
    if (severity === 'error') log.error('configuration problem', { file, line, key, expected, found })
  }
}
