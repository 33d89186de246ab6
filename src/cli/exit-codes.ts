import { AbortError, ConfigError } from '../domain/errors.js'
import type { RunEnd } from '../run/run-connection.js'

/** How a command ends, for scripts. */
export const exitCode = { done: 0, failed: 1, usage: 2, held: 3, changesWaiting: 4, busy: 75 } as const
export type ExitCode = (typeof exitCode)[keyof typeof exitCode]

/** What every exit code says, as `--help` and the documentation print it. */
export const exitCodeMeanings: readonly (readonly [number, string])[] = [
  [exitCode.done, 'done'],
  [
    exitCode.failed,
    'failed: a write or a remote failed, a check failed, or the run was stopped before its end',
  ],
  [exitCode.usage, 'usage: the command line, the configuration or a mapping is wrong'],
  [exitCode.held, 'finished, but something is held or someone is blocked'],
  [exitCode.changesWaiting, 'plan --detailed-exitcode: changes are waiting'],
  [exitCode.busy, 'another run or another daemon is active'],
  [130, 'stopped by Ctrl-C while it only read (143: by SIGTERM)'],
]

/** The exit code of a command that ended with an error. */
export const toExitCode = (error: unknown): ExitCode => {
  if (error instanceof ConfigError) return exitCode.usage
  if (error instanceof AbortError && (error.code === 'lease-held' || error.code === 'daemon-runs'))
    return exitCode.busy
  return exitCode.failed
}

/** The exit code of a run. With `detailed`, changes that a sync would send come before what is held. */
export const toRunExitCode = ({ document, error }: RunEnd, detailed: boolean): ExitCode => {
  if (error !== undefined) return toExitCode(error)
  if (detailed && document.changes.some(({ outcome }) => outcome === 'planned'))
    return exitCode.changesWaiting
  switch (document.run.result) {
    case 'ok':
      return exitCode.done
    case 'held':
      return exitCode.held
    case 'failed':
    case 'aborted':
      return exitCode.failed
  }
}

/** From the one that needs a person most to the one that needs no one. */
const byUrgency: readonly ExitCode[] = [
  exitCode.failed,
  exitCode.usage,
  exitCode.busy,
  exitCode.held,
  exitCode.changesWaiting,
  exitCode.done,
]

/**
 * The one code that stands for several ends: what went wrong anywhere is never covered up by what went well
 * elsewhere.
 */
export const toCommonExitCode = (codes: readonly ExitCode[]): ExitCode =>
  byUrgency.find((code) => codes.includes(code)) ?? exitCode.done
