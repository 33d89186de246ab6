import { AuthError, RemoteError } from '../domain/errors.js'
import type { TargetCompanyId } from '../domain/ids.js'
import { comparePeriods, parsePayrollPeriod } from '../domain/payroll-period.js'
import type { Target } from '../target/port.js'

/** Whether a company still is in the payroll period that the plan was made for. */
export type PeriodStanding = 'same' | 'moved' | 'unreadable'

/**
 * Watches the payroll periods of the companies while a plan is carried out. What is written holds from the period that is current at that
 * moment (Nmbrs contract, section 2.0), and payroll can move on at any time.
 */
export interface PeriodWatch {
  /** Says that a planned write of the company has its turn, whether it is written or not. */
  count(companyId: TargetCompanyId): void
  /** Asked before each write. */
  check(companyId: TargetCompanyId): Promise<PeriodStanding>
}

export interface PeriodWatchOptions {
  target: Pick<Target, 'readCurrentPeriod'>
  /** By company: the period as the plan saw it, and how many writes it has. */
  companies: ReadonlyMap<TargetCompanyId, { period: string; writes: number }>
  /** Epoch milliseconds. */
  now: () => number
  /** Called when the login does not hold any more. */
  stop: (error: Error) => void
}

// A reading serves so many writes, and so long. A write takes two or three calls, so this adds less than two in a hundred; and when calls are
// slow the reading still is never old.
const writesPerReading = 25
const oldestReadingMs = 10_000

interface Watched {
  period: string
  /** Planned writes that had no turn yet. */
  left: number
  reading: Promise<PeriodStanding> | undefined
  readAt: number
  writesSince: number
  moved: boolean
}

/** Reads a company's period before its first write, before its last one, and every so often between them. Once moved stays moved. */
export const createPeriodWatch = ({ target, companies, now, stop }: PeriodWatchOptions): PeriodWatch => {
  const watched = new Map<TargetCompanyId, Watched>()
  for (const [companyId, { period, writes }] of companies) {
    const fresh = { reading: undefined, readAt: 0, writesSince: 0, moved: false }
    watched.set(companyId, { ...fresh, period, left: writes })
  }
  return {
    count: (companyId) => {
      const one = watched.get(companyId)
      if (one !== undefined) one.left -= 1
    },
    check: async (companyId) => {
      const one = watched.get(companyId)
      if (one === undefined || one.moved) return one === undefined ? 'unreadable' : 'moved'
      if (isDue(one, now())) {
        one.readAt = now()
        one.writesSince = 0
        one.reading = readStanding(target, companyId, one.period, stop)
      }
      one.writesSince += 1
      const standing = (await one.reading) ?? 'unreadable'
      if (standing === 'moved') one.moved = true
      // What could not be read is asked for again by the next write.
      if (standing === 'unreadable') one.reading = undefined
      return standing
    },
  }
}

const isDue = ({ reading, readAt, writesSince, left }: Watched, now: number): boolean =>
  reading === undefined ||
  left <= 0 ||
  writesSince >= writesPerReading ||
  // A clock that was set back says nothing of the age.
  Math.abs(now - readAt) >= oldestReadingMs

const readStanding = async (
  target: PeriodWatchOptions['target'],
  companyId: TargetCompanyId,
  planned: string,
  stop: (error: Error) => void,
): Promise<PeriodStanding> => {
  try {
    return isSamePeriod(planned, await target.readCurrentPeriod(companyId)) ? 'same' : 'moved'
  } catch (error) {
    if (error instanceof AuthError) stop(error)
    else if (!(error instanceof RemoteError)) throw error
    return 'unreadable'
  }
}

/** The same period can be spelled in several ways. */
const isSamePeriod = (planned: string, current: string): boolean => {
  const [one, other] = [parsePayrollPeriod(planned), parsePayrollPeriod(current)]
  if (one === undefined || other === undefined) return planned === current
  return one.type === other.type && comparePeriods(one, other) === 0
}
