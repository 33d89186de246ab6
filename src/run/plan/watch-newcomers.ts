import {
  createNewcomerWatch,
  type FindAlike,
  type NewcomerWatch,
} from '../../apply/newcomers/newcomer-watch.js'
import type { TargetEmployeeId } from '../../domain/ids.js'
import { createFindNewcomers } from '../../plan/match/likeness/find-newcomers.js'
import type { PlannedCompany } from './plan-company.js'
import { sectionsToRead } from '../read/read-target.js'
import type { RunDeps } from '../settings.js'

/** Watches who is entered in any company of the connection after its plan was made. */
export const watchNewcomers = (
  { target, settings, mapping, now }: RunDeps,
  companies: readonly PlannedCompany[],
  stop: (error: Error) => void,
): NewcomerWatch => {
  const people = companies.flatMap(({ plan }) => plan.people)
  const desiredOf = new Map(people.map(({ subject, desired }) => [subject, desired]))
  const findNewcomers = createFindNewcomers(settings.rules)
  const findAlike: FindAlike = (subject, newcomers) => findNewcomers(desiredOf.get(subject) ?? {}, newcomers)
  const sections = sectionsToRead(mapping).filter(
    (section) => section === 'personalInfo' || section === 'address',
  )
  return createNewcomerWatch({
    target,
    companies: new Map(
      companies.map(({ company, target: { targets, listed } }) => [
        company.targetId,
        { has: (id: TargetEmployeeId) => targets.has(id), listed },
      ]),
    ),
    findAlike,
    query: { sections: new Set(sections), today: companies[0]?.today ?? '' },
    now,
    stop,
  })
}
