import type { CurrentPeriod } from '../../domain/pay/current-period.js'
import { AuthError, RemoteError, toError } from '../../domain/errors.js'
import type { TargetCompanyId } from '../../domain/ids.js'
import { comparePeriods } from '../../domain/pay/payroll-period.js'
import type { Target } from '../../target/port.js'

/** Whether a company still is in the payroll period that the plan was made for. */
export type PeriodStanding = 'same' | 'moved' | 'unreadable'

/**
 * Watches the payroll periods of the companies while a plan is carried out. What is written holds from the
 * period that is current at that moment (Nmbrs contract, section 2.0), and payroll can move on at any time.
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
  companies: ReadonlyMap<TargetCompanyId, { period: CurrentPeriod; writes: number }>
  /** Epoch milliseconds. */
  now: () => number
  /**
   * Called when a reading fails in a way that no later one mends, such as a login that does not hold any
   * more.
   */
  stop: (error: Error) => void
}

/**
 * When the next reading begins, in writes and in time since the latest began. Writes go on beside it, so that
 * they seldom wait for it. A write takes two or three calls, so this adds less than two in a hundred.
 */
const renewAfter = { writes: 25, ms: 5_000 }
/** How many writes a reading serves, and how long: then they wait for the next. */
const uselessAfter = { writes: 50, ms: 10_000 }

/** One reading of the period, under way or done. */
interface Reading {
  /** Epoch milliseconds. */
  startedAt: number
  /** How many writes had been asked for before it. */
  writesBefore: number
  standing: Promise<PeriodStanding>
}

interface Watched {
  period: CurrentPeriod
  /** Planned writes that had no turn yet. */
  left: number
  writesAsked: number
  /** The latest that was begun, unless it failed. */
  latest: Reading | undefined
  /** The latest that found the period unmoved. */
  answered: Reading | undefined
  moved: boolean
}

/**
 * Reads a company's period before its first write, before its last one, and every so often between them. Once
 * moved stays moved.
 */
export const createPeriodWatch = ({ target, companies, now, stop }: PeriodWatchOptions): PeriodWatch => {
  const watched = new Map<TargetCompanyId, Watched>()
  for (const [companyId, { period, writes }] of companies) {
    const fresh = { writesAsked: 0, latest: undefined, answered: undefined, moved: false }
    watched.set(companyId, { ...fresh, period, left: writes })
  }
  const begin = (companyId: TargetCompanyId, one: Watched): Reading => {
    const standing = readStanding(target, companyId, one.period, stop)
    const reading = { startedAt: now(), writesBefore: one.writesAsked, standing }
    one.latest = reading
    standing.then(
      (found) => {
        note(one, reading, found)
      },
      // Perhaps no write waits for it any more.
      (error: unknown) => {
        stop(toError(error))
      },
    )
    return reading
  }
  return {
    count: (companyId) => {
      const one = watched.get(companyId)
      if (one !== undefined) one.left -= 1
    },
    check: async (companyId) => {
      const one = watched.get(companyId)
      if (one === undefined || one.moved) return one === undefined ? 'unreadable' : 'moved'
      const isLast = one.left <= 0
      const serves = (reading: Reading | undefined, bound: typeof renewAfter): Reading | undefined =>
        !isLast && reading !== undefined && isWithin(bound, reading, one, now()) ? reading : undefined
      const latest = serves(one.latest, renewAfter) ?? begin(companyId, one)
      const answered = serves(one.answered, uselessAfter)
      one.writesAsked += 1
      return answered === undefined ? latest.standing : 'same'
    },
  }
}

/** What could not be read is asked for again by the next write. */
const note = (one: Watched, reading: Reading, standing: PeriodStanding): void => {
  if (standing === 'moved') one.moved = true
  if (standing === 'same' && reading.startedAt >= (one.answered?.startedAt ?? -Infinity))
    one.answered = reading
  if (standing === 'unreadable' && one.latest === reading) one.latest = undefined
}

const isWithin = (
  bound: typeof renewAfter,
  { startedAt, writesBefore }: Reading,
  { writesAsked }: Watched,
  now: number,
): boolean =>
  writesAsked - writesBefore < bound.writes &&
  // A clock that was set back says nothing of the age.
  Math.abs(now - startedAt) < bound.ms

const readStanding = async (
  target: PeriodWatchOptions['target'],
  companyId: TargetCompanyId,
  planned: CurrentPeriod,
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
const isSamePeriod = (planned: CurrentPeriod, current: CurrentPeriod): boolean => {
  if (planned.text === current.text) return true
  const [one, other] = [planned.period, current.period]
  if (one === undefined || other === undefined) return false
  return one.type === other.type && comparePeriods(one, other) === 0
}
