import { AbortError } from '../../../domain/errors.js'
import type { LeaseRow } from './lease-statements.js'

/** Another run is active. `inSight` says that its process is on this machine, where it can be ended. */
export const toLeaseHeld = ({ pid, host, since }: LeaseRow, inSight: boolean): AbortError =>
  new AbortError(
    `another run is active: process ${pid} on ${host}, since ${since}`,
    'lease-held',
    `Wait until it has ended. If it hangs, ${inSight ? endHere(pid) : endThere(pid, host)}`,
  )

const endHere = (pid: number): string =>
  `let it continue (kill -CONT ${pid}) or end it (kill ${pid}, then kill -9 ${pid}), and start again: the next run takes over at once.`

const endThere = (pid: number, host: string): string =>
  `end process ${pid} on ${host}, or the container it runs in, and start again a minute later: then the next run takes over.`

/** Anyone who took the lease over has given it back meanwhile. */
export const toLeaseGone = (): AbortError =>
  new AbortError(
    'the lease of this run is gone: another run took it over and has ended',
    'lease-held',
    'Start again; what was not written is written then.',
  )

/** Another run settled what this one began, which only a run that took over does. */
export const toSettledElsewhere = (): AbortError =>
  new AbortError(
    'another run took over and finished a write of this one',
    'lease-held',
    'Start again; it looks at what Nmbrs holds first.',
  )

/** No one took the lease over, but anyone may have by now. */
export const toLeaseExpired = (): AbortError =>
  new AbortError(
    'the lease of this run ended, because it could not be renewed for a minute',
    'state-unusable',
    'Look at the warnings in the log, and at the disk of the state file; then start again.',
  )
