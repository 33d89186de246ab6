import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

import { AbortError } from '../../domain/errors.js'
import { takeDaemonLock } from '../../state/daemon/daemon-lock.js'
import type { Releases } from '../compose/releases.js'
import { besideState } from '../files/beside-state.js'
import { findControl, type Control } from './control-file.js'

/** How long a daemon that is just starting may take to say where it is. */
const patienceMs = 2000
const lookEveryMs = 50

/**
 * Makes this process the only daemon of a state file until it ends. Gives what a daemon left behind that was killed. Throws `AbortError`
 * (`daemon-runs`) naming the process and the address of the one that is there.
 */
export const becomeOnlyDaemon = async (
  statePath: string,
  releases: Releases,
): Promise<Control | undefined> => {
  const file = besideState(statePath, 'daemon.lock')
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  const lock = takeDaemonLock(file)
  if (lock === undefined) throw toOtherDaemon(statePath, await findOther(statePath))
  releases.add(lock.release)
  return findControl(statePath).catch(() => undefined)
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

const toOtherDaemon = (statePath: string, other: Control | undefined): AbortError => {
  const where = other?.url == null ? '' : ` at ${other.url}`
  const who = other === undefined ? '' : `: process ${other.pid}${where}`
  return new AbortError(
    `another daemon works with the state file ${statePath}${who}`,
    'daemon-runs',
    'Have that one sync with "nmbrs-sync daemon --run-now", or stop it first. A second installation needs a state.path of its own.',
  )
}
