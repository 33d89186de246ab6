import type { ConsentStanding } from '../domain/consent.js'
import type { Problem } from '../domain/errors.js'
import type { RunDocument } from '../domain/run/run.js'
import type { RunFailure } from '../domain/run/run-failure.js'
import type { CheckDigest } from './checks/compare-check.js'

/** An application that a consumer was to answer by now: ids and days only. */
export interface SilentApplication {
  companyId: string
  profile: string
  consumer: string
  /** What it has still to say. */
  for: 'confirmation' | 'exchange-date'
  /** `YYYY-MM-DD`. */
  since: string
  days: number
}

/** Why the daemon runs a connection now. */
export type RunCause =
  /** Its schedule says so. */
  | 'due'
  /** It was due while the daemon was down, or was cut off. */
  | 'missed'
  /** Someone asked for it. */
  | 'asked'

/**
 * What happens in the daemon. The log, the metrics and the notices listen to the same events. They hold ids,
 * codes and counts, and never a personal value. `at` is ISO 8601 with offset Z.
 */
export type DaemonEvent =
  | { type: 'daemon-started'; at: string; connections: readonly string[] }
  | { type: 'daemon-stopped'; at: string }
  /** The daemon before this one was killed, or attempts to start one failed. Told at the next start. */
  | { type: 'daemon-was-down'; at: string; failure: RunFailure }
  | { type: 'run-started'; at: string; connection: string; cause: RunCause }
  /**
   * A run is over. `failure` says what kept it from its end; without one it came to its end, whatever became
   * of single changes.
   */
  | {
      type: 'run-ended'
      at: string
      connection: string
      cause: RunCause
      document: RunDocument
      failure: RunFailure | undefined
    }
  /**
   * The self-service logins were worked out after a run. `failure`: they were not, or something did not
   * arrive.
   */
  | { type: 'logins-ended'; at: string; connection: string; failure: RunFailure | undefined }
  /**
   * There was no run, because something it needs cannot be had: a mapping with an error, a state file that
   * takes no write.
   */
  | { type: 'run-not-started'; at: string; connection: string; cause: RunCause; failure: RunFailure }
  /** Another run has kept this one waiting for long. Told once for each time it waits. */
  | { type: 'run-waits'; at: string; connection: string; since: string; failure: RunFailure }
  /**
   * The connection failed too often in a row and is tried less often. Told again only when the reason's code
   * changes.
   */
  | {
      type: 'quarantined'
      at: string
      connection: string
      /** Failed runs in a row. */
      failures: number
      failure: RunFailure
      nextTryAt: string
    }
  /** A quarantined connection works again. */
  | { type: 'recovered'; at: string; connection: string }
  /**
   * The latest run of a connection started, by its clock, after now. What is due was worked out anew from now
   * on.
   */
  | { type: 'clock-ahead'; at: string; connection: string; startedAt: string; nextRunAt: string }
  /** The latest run of such a connection is dated before now again. */
  | { type: 'clock-right'; at: string; connection: string }
  /**
   * A repeated onboarding check is over. `failure` says why it could not be made, or why its answers say
   * nothing about the account.
   */
  | {
      type: 'account-checked'
      at: string
      connection: string
      check: CheckDigest
      failure: RunFailure | undefined
    }
  /** A consumer has said nothing for long after an application, told once a day. */
  | { type: 'consumer-silent'; at: string; connection: string; application: SilentApplication }
  /**
   * How the consent to REST of a connection stands, looked at every hour. `daysLeft`: whole days, 0 when it
   * is gone.
   */
  | { type: 'consent-seen'; at: string; connection: string; consent: ConsentStanding; daysLeft: number }
  /**
   * A connection is on SOAP, which ends in so many days; looked at every hour from 120 days before on.
   * `daysLeft`: 0 when it has ended.
   */
  | { type: 'soap-end-seen'; at: string; connection: string; daysLeft: number }
  | { type: 'config-loaded'; at: string; connections: readonly string[] }
  /** A changed configuration or mapping is wrong; the former one stays in use. */
  | { type: 'config-rejected'; at: string; message: string; problems: readonly Problem[] }

/** Must not throw and must not keep the daemon waiting: what takes time is done beside it. */
export type OnDaemonEvent = (event: DaemonEvent) => void
