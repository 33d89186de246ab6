import type { TargetEmployee } from '../../domain/employee.js'
import { AuthError, RemoteError } from '../../domain/errors.js'
import type { TargetCompanyId, TargetEmployeeId } from '../../domain/ids.js'
import type { SectionsQuery, Target, TargetListEntry } from '../../target/port.js'

/** The employees of a company as the plan knew them. */
export interface KnownEmployees {
  /** Whether the employee was read. */
  has: (id: TargetEmployeeId) => boolean
  /** Everyone whom the list of employees named; `undefined` when it was not read. */
  listed: ReadonlySet<TargetEmployeeId> | undefined
}

/** How far a run has come when someone asks for a look. */
export interface Moment {
  creations: number
  /** Epoch milliseconds. */
  at: number
}

/** How many creations one look serves, and how long. */
export interface LookBound {
  creations: number
  ms: number
}

/** Looks at who is employed in one company, as often as it takes. */
export interface CompanyLook {
  /**
   * Whether everyone of the company is known as of a moment within the bound; reads the list when the last
   * look is too old for that. `settled` resolves when the creations that are on their way have ended.
   */
  ensure(moment: Moment, bound: LookBound, settled: () => Promise<unknown>): Promise<boolean>
  /** Everyone who was not there when the plan was made and is not of this run's making. */
  newcomers(): readonly TargetEmployee[]
  /** This run created the employee. */
  noteOwn(id: TargetEmployeeId): void
}

/** What is read of a newcomer. */
export type LookQuery = Pick<SectionsQuery, 'sections' | 'today'>

export interface CompanyLookOptions {
  target: Pick<Target, 'readEmployeeList' | 'readEmployee'>
  companyId: TargetCompanyId
  known: KnownEmployees
  query: LookQuery
  stop: (error: Error) => void
}

/** How many creations a failed look keeps back, and for how long, before the next is tried. */
const retryAfter: LookBound = { creations: 10, ms: 30_000 }
/**
 * So many failed looks in a row, and the rest of the run creates no one: each has been repeated by itself
 * already.
 */
const mostFailures = 3

export const createCompanyLook = (options: CompanyLookOptions): CompanyLook => {
  const { target, companyId, known, query, stop } = options
  const own = new Set<TargetEmployeeId>()
  const listed = new Set(known.listed)
  const newcomers = new Map<TargetEmployeeId, TargetEmployee>()
  let latest: { moment: Moment; whole: Promise<boolean> } | undefined
  let failures = 0
  const servesStill = (looked: Moment, asked: Moment, bound: LookBound): boolean =>
    failures >= mostFailures || isWithin(failures > 0 ? retryAfter : bound, looked, asked)

  const look = async (settled: () => Promise<unknown>): Promise<boolean> => {
    const entries = await target.readEmployeeList(companyId)
    // Someone who is on the list may be a creation whose answer is still to come.
    await settled()
    const now = new Set(entries.map(({ id }) => id))
    // A list that lacks someone who was on it is not whole, and says nothing of who came.
    const isWhole = [...listed].every((id) => now.has(id))
    for (const id of now) listed.add(id)
    const isNews = (id: TargetEmployeeId): boolean => !known.has(id) && !own.has(id) && !newcomers.has(id)
    const fresh = entries.filter(({ id }) => isNews(id))
    const read = await Promise.all(fresh.map((entry) => readNewcomer(entry)))
    return isWhole && read.every((one) => one)
  }

  const readNewcomer = async (entry: TargetListEntry): Promise<boolean> => {
    const employee = await target.readEmployee(entry, query)
    if (employee.personalInfo === undefined) return false
    newcomers.set(entry.id, employee)
    return true
  }

  const tryLook = async (settled: () => Promise<unknown>): Promise<boolean> => {
    try {
      const whole = await look(settled)
      failures = whole ? 0 : failures + 1
      return whole
    } catch (error) {
      failures += 1
      if (error instanceof AuthError) stop(error)
      else if (!(error instanceof RemoteError)) throw error
      return false
    }
  }

  return {
    ensure: (moment, bound, settled) => {
      if (latest !== undefined && servesStill(latest.moment, moment, bound)) return latest.whole
      latest = { moment, whole: tryLook(settled) }
      return latest.whole
    },
    newcomers: () => [...newcomers.values()],
    noteOwn: (id) => {
      own.add(id)
    },
  }
}

const isWithin = (bound: LookBound, looked: Moment, asked: Moment): boolean =>
  asked.creations - looked.creations < bound.creations &&
  // A clock that was set back says nothing of the age.
  Math.abs(asked.at - looked.at) < bound.ms
