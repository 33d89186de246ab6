/** The configuration, a mapping or a command is wrong. Everything that is wrong is in `problems`. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  /** The next command, where neither the message nor the check of the configuration says it. */
  readonly remedy: string | undefined
  constructor(
    message: string,
    readonly problems: readonly Problem[] = [],
    { remedy, ...options }: ErrorOptions & { remedy?: string } = {},
  ) {
    super(message, options)
    this.remedy = remedy
  }
}

/** One thing wrong in a file a person wrote. */
export interface Problem {
  severity: 'error' | 'warning'
  file: string
  /** 1-based; 0 when the problem has no single place. */
  line: number
  /** Dotted path, `connections[0].nmbrs.token`. */
  key: string
  expected: string
  found: string
  suggestion?: string
}

export type Remote = 'alexis' | 'nmbrs'

/** A remote refuses the login: wrong or expired credentials, no subscription. Stops the run. */
export class AuthError extends Error {
  override readonly name = 'AuthError'
  constructor(
    message: string,
    readonly remote: Remote,
    readonly code: string,
    readonly remedy: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}

/**
 * Whether the remote carried out a call that did not succeed: `no` when it surely did not, `unknown` when the
 * answer was lost. A write may be sent again only after `no`.
 */
export type Carried = 'no' | 'unknown'

export interface RemoteErrorFacts {
  remote: Remote
  operation: string
  /** Our stable code, e.g. `timeout`, `rate-limited`, `not-json`, `iban-refused`. */
  code: string
  /** HTTP status or the remote's own fault code, when there was one. */
  status?: string
  /** Whether the same call may succeed later. */
  retryable: boolean
  carried: Carried
  remedy: string
}

/** A remote failed, refused or answered what cannot be read. The message holds no personal value. */
export class RemoteError extends Error {
  override readonly name = 'RemoteError'
  readonly facts: RemoteErrorFacts
  constructor(message: string, facts: RemoteErrorFacts, options?: ErrorOptions) {
    super(message, options)
    this.facts = facts
  }
}

/**
 * The run must not go on, for a reason that is not a remote's fault: another run is active, a plan is stale,
 * a read was incomplete.
 */
export class AbortError extends Error {
  override readonly name = 'AbortError'
  constructor(
    message: string,
    readonly code:
      | 'lease-held'
      | 'daemon-runs'
      | 'plan-stale'
      | 'canary-failed'
      | 'source-empty'
      | 'source-incomplete'
      | 'source-shrunk'
      | 'scope-unknown'
      | 'scope-empty'
      | 'target-shrunk'
      | 'company-differs'
      | 'state-unusable'
      | 'record-broken'
      | 'plan-altered'
      | 'stalled'
      | 'stopped',
    readonly remedy: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}

/** A bug: something this program takes for impossible happened. */
export class InternalError extends Error {
  override readonly name = 'InternalError'
}

/**
 * What kind of error it is. The text of an error that no one foresaw can quote data, so this is all that may
 * be told of it.
 */
export const nameOfError = (error: unknown): string => (error instanceof Error ? error.name : typeof error)

/** What was thrown as an error, whatever it is. */
export const toError = (thrown: unknown): Error =>
  thrown instanceof Error ? thrown : new Error(String(thrown))

/** Whether the operating system refused something; such an error names a call, a path or a port. */
export const isSystemError = (error: unknown): error is NodeJS.ErrnoException & { syscall: string } =>
  typeof error === 'object' && error !== null && 'syscall' in error && 'code' in error && 'message' in error

/**
 * The `code` of an error of the operating system (`ENOENT`) or of SQLite (`SQLITE_IOERR_WRITE`); `undefined`
 * when it has none.
 */
export const findErrorCode = (thrown: unknown): string | undefined =>
  typeof thrown === 'object' && thrown !== null && 'code' in thrown && typeof thrown.code === 'string'
    ? thrown.code
    : undefined
