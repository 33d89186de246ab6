import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync } from 'node:fs'
import { findErrorCode } from '../../../domain/errors.js'

/**
 * Says which process this is, also after its number has been given to another one. `space` names the set of
 * processes in which `pid` means something (one start of one machine, one container); `start` when the
 * process began. Both are empty where the operating system does not tell.
 */
export interface ProcessMark {
  pid: number
  host: string
  space: string
  start: string
}

/** What a read gives, trimmed; empty when it fails. */
export const readOrEmpty = (read: () => string): string => {
  try {
    return read().trim()
  } catch {
    return ''
  }
}

/**
 * The fields of /proc/PID/stat from the third on (proc(5)). The name in field 2 may hold blanks and brackets.
 */
const readStat = (pid: number): readonly string[] | undefined => {
  const stat = readOrEmpty(() => readFileSync(`/proc/${pid}/stat`, 'utf8'))
  return stat === '' ? undefined : stat.slice(stat.lastIndexOf(')') + 2).split(' ')
}

/** Where there is no /proc, as on macOS, `ps` says when a process began. */
const askForStart = (pid: number): string =>
  readOrEmpty(() =>
    execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
      encoding: 'utf8',
      env: { PATH: '/bin:/usr/bin', LC_ALL: 'C', TZ: 'UTC' },
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 5000,
    }),
  )

/** Field 22, in clock ticks since the machine started. */
const readStart = (pid: number): string =>
  process.platform === 'linux' ? (readStat(pid)?.[19] ?? '') : askForStart(pid)

/** Which start of this machine it is. */
export const readBoot = (): string =>
  readOrEmpty(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8'))

/** Containers can share a host name and a file and still not see each other's processes. */
const readSpace = (): string => {
  const boot = readBoot()
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
    // Any other answer than "no such process" means that someone is there, though not ours to signal.
    return findErrorCode(error) !== 'ESRCH'
  }
}

/**
 * Field 3: a zombie (Z) or a dead process (X) sends nothing any more. A stopped one (T) may go on at any
 * moment.
 */
const hasEnded = (pid: number): boolean => /^[ZXx]$/.test(readStat(pid)?.[0] ?? '')

/**
 * Whether the process of this mark still runs on this machine, paused or not. A pid that now belongs to a
 * later process does not count; `undefined` where the operating system does not tell one from the other.
 */
export const isProcessAlive = ({ pid, start }: ProcessMark): boolean | undefined => {
  if (!isPidInUse(pid) || hasEnded(pid)) return false
  const now = readStart(pid)
  return start === '' || now === '' ? undefined : now === start
}
