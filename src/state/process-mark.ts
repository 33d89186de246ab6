import { readFileSync, readlinkSync } from 'node:fs'
import { findErrorCode } from '../domain/errors.js'

/**
 * Says which process this is, also after its number has been given to another one.
 * `space` names the set of processes in which `pid` means something (one start of one machine, one container); `start` when the process
 * began. Both are empty where the operating system does not tell.
 */
export interface ProcessMark {
  pid: number
  host: string
  space: string
  start: string
}

const readOrEmpty = (read: () => string): string => {
  try {
    return read().trim()
  } catch {
    return ''
  }
}

/** Field 22 of /proc/PID/stat (proc(5)), in clock ticks since the machine started. The name in field 2 may hold blanks and brackets. */
const readStart = (pid: number): string =>
  readOrEmpty(() => {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  })

/** Containers can share a host name and a file and still not see each other's processes. */
const readSpace = (): string => {
  const boot = readOrEmpty(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8'))
  const namespace = readOrEmpty(() => readlinkSync('/proc/self/ns/pid'))
  return boot === '' || namespace === '' ? '' : `${boot} ${namespace}`
}

/** The mark of a process of this machine. */
export const readProcessMark = (pid: number, host: string): ProcessMark => ({
  pid,
  host,
  space: readSpace(),
  start: readStart(pid),
})

const isPidInUse = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Any other answer than "no such process" means that somebody is there, though not ours to signal.
    return findErrorCode(error) !== 'ESRCH'
  }
}

/** Whether the process of this mark still runs on this machine. A pid that now belongs to a later process does not count. */
export const isProcessAlive = ({ pid, start }: ProcessMark): boolean => {
  if (!isPidInUse(pid)) return false
  const now = readStart(pid)
  return start === '' || now === '' || now === start
}
