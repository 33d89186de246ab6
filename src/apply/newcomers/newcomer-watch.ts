import type { CreateChange } from '../../domain/change.js'
import type { TargetEmployee } from '../../domain/employee.js'
import type { SourceEmployeeId, TargetCompanyId, TargetEmployeeId } from '../../domain/ids.js'
import type { Target } from '../../target/port.js'
import { createCompanyLook, type CompanyLook, type KnownEmployees, type LookQuery } from './company-look.js'

/** What a look at the target's employees right before a creation says. */
export type NewcomerVerdict =
  | { verdict: 'nobody-alike' }
  /** These came since the plan was made, and one of them may be the person who was to be created. */
  | { verdict: 'alike'; targetIds: readonly TargetEmployeeId[] }
  /** The employees could not all be read again. That is never "no one came". */
  | { verdict: 'unread' }

/** Which of the newcomers may be this person. Pure, and the same comparison as in planning. */
export type FindAlike = (
  subject: SourceEmployeeId,
  newcomers: readonly TargetEmployee[],
) => readonly TargetEmployeeId[]

/**
 * Watches who is entered in the target while a plan is carried out. A plan may have waited for hours at its
 * question, and there is no call that creates someone only if they are not there (Nmbrs contract, section
 * 2.1).
 */
export interface NewcomerWatch {
  /**
   * Runs the creation unless the person may have been entered since the plan was made. The creation gives the
   * id of the new employee, who is no news to later looks, or `null`.
   */
  admit(change: CreateChange, create: () => Promise<TargetEmployeeId | null>): Promise<NewcomerVerdict>
}

export interface NewcomerWatchOptions {
  target: Pick<Target, 'readEmployeeList' | 'readEmployee'>
  /** Every company of the connection: the same person can be entered in another one. */
  companies: ReadonlyMap<TargetCompanyId, KnownEmployees>
  findAlike: FindAlike
  /** What is read of a newcomer. */
  query: LookQuery
  /** Epoch milliseconds. */
  now: () => number
  /**
   * Called when a reading fails in a way that no later one mends, such as a login that does not hold any
   * more.
   */
  stop: (error: Error) => void
}

/**
 * How many creations of the connection one look at a company serves, and how long. A creation takes about
 * eleven calls and a look one for each type of employee, so looks at the own company add about four in a
 * hundred. Other companies are looked at more seldom: a connection may have dozens of them.
 */
const serves = {
  own: { creations: 10, ms: 30_000 },
  other: { creations: 100, ms: 120_000 },
}

export const createNewcomerWatch = (options: NewcomerWatchOptions): NewcomerWatch => {
  const { companies, findAlike, now } = options
  const looks = new Map<TargetCompanyId, CompanyLook>()
  for (const [companyId, known] of companies)
    looks.set(companyId, createCompanyLook({ ...options, companyId, known }))
  /** Creations that are on their way: their ids are not known yet. */
  const onTheirWay = new Set<Promise<void>>()
  let creations = 0

  const lookEverywhere = async (own: TargetCompanyId): Promise<readonly TargetEmployee[] | undefined> => {
    const moment = { creations, at: now() }
    const settled = (): Promise<unknown> => Promise.all(onTheirWay)
    const found = await Promise.all(
      [...looks].map(([companyId, look]) =>
        look.ensure(moment, companyId === own ? serves.own : serves.other, settled),
      ),
    )
    const isKnown = looks.has(own) && found.every((whole) => whole)
    return isKnown ? [...looks.values()].flatMap((look) => look.newcomers()) : undefined
  }

  return {
    admit: async (change, create) => {
      creations += 1
      const newcomers = await lookEverywhere(change.companyId)
      if (newcomers === undefined) return { verdict: 'unread' }
      const targetIds = findAlike(change.subject, newcomers)
      if (targetIds.length > 0) return { verdict: 'alike', targetIds }
      const creation = create().then((targetId) => {
        if (targetId !== null) looks.get(change.companyId)?.noteOwn(targetId)
      })
      const ended = creation.catch(() => undefined)
      onTheirWay.add(ended)
      await creation.finally(() => onTheirWay.delete(ended))
      return { verdict: 'nobody-alike' }
    },
  }
}
