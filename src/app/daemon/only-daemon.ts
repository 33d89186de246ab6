import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

import { AbortError } from '../../domain/errors.js'
import { takeDaemonLock, type DaemonLock } from '../../state/daemon/daemon-lock.js'
import type { Releases } from '../compose/releases.js'
import { besideState } from '../files/beside-state.js'
import { findControl, type Control } from './control-file.js'

/** How long a daemon that is just starting may take to say where it is. */
const patienceMs = 2000
const lookEveryMs = 50

/**
 * Makes this process the only daemon of a state file until it ends. Gives what a daemon left behind that was
 * killed. Throws `AbortError` (`daemon-runs`) naming the process and the address of the one that is there.
 */
export const becomeOnlyDaemon = async (
  statePath: string,
  releases: Releases,
): Promise<Control | undefined> => {
  const lock = await takeLock(statePath)
  if (lock === undefined) throw toOtherDaemon(statePath, await findOther(statePath))
  releases.add(lock.release)
  return findControl(statePath).catch(() => undefined)
}

/**
 * Keeps a daemon from being there while a state file is replaced: a run that is due soon would begin from the
 * replaced file unseen. One that waits for its next run holds neither the file nor a lease, so its own lock
 * is asked. Gives what ends it. Throws `AbortError` (`daemon-runs`).
 */
export const keepDaemonAway = async (statePath: string): Promise<() => void> => {
  const lock = await takeLock(statePath)
  if (lock !== undefined) return lock.release
  const other = await findOther(statePath)
  throw new AbortError(
    `a daemon works with the state file ${statePath}${toWho(other)}`,
    'daemon-runs',
    'Stop the daemon, then restore again. Nothing was replaced.',
  )
}

const takeLock = async (statePath: string): Promise<DaemonLock | undefined> => {
  const file = besideState(statePath, 'daemon.lock')
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  return takeDaemonLock(file)
}

/** What the other one says of itself; what a killed one left behind is written over soon. */
const findOther = async (statePath: string): Promise<Control | undefined> => {
  let found: Control | undefined
  for (let waitedMs = 0; waitedMs < patienceMs; waitedMs += lookEveryMs) {
    found = await findControl(statePath).catch(() => undefined)
    if (found?.url != null && isAlive(found)) return found
    await wait(lookEveryMs)
  }
  return found
}

/** In another container it cannot be seen, and counts as not alive until the patience is over. */
const isAlive = ({ pid }: Control): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

const toWho = (other: Control | undefined): string => {
  const where = other?.url == null ? '' : ` at ${other.url}`
  return other === undefined ? '' : `: process ${other.pid}${where}`
}

const toOtherDaemon = (statePath: string, other: Control | undefined): AbortError =>
  new AbortError(
    `another daemon works with the state file ${statePath}${toWho(other)}`,
    'daemon-runs',
    'Have that one sync with "nmbrs-sync daemon --run-now", or stop it first. A second installation needs a state.path of its own.',
  )
