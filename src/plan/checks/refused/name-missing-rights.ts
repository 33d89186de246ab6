import { withCause } from '../../../domain/findings/to-finding.js'
import type { MappedSection } from '../../../domain/sections.js'
import type { Plan } from '../../build-plan.js'

/**
 * Which call was forbidden, and what to do: over REST which scope is probably missing. Holds no personal
 * value.
 */
export interface MissingRight {
  message: string
  remedy: string
}

export type MissingRights = ReadonlyMap<MappedSection, MissingRight>

/** A plan whose sections that could not be read say which call is forbidden, and what opens it. */
export const nameMissingRights = (plan: Plan, rights: MissingRights): Plan => {
  if (rights.size === 0) return plan
  const people = plan.people.map((person) => {
    const findings = person.findings.map((finding) => {
      const { code, section } = finding
      if (code !== 'section-unreadable' || section === undefined || section === 'employee') return finding
      const right = rights.get(section)
      return right === undefined ? finding : { ...withCause(finding, right.message), remedy: right.remedy }
    })
    return { ...person, findings }
  })
  return { ...plan, people }
}
