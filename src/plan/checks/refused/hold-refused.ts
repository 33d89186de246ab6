import type { PlannedChange } from '../../../domain/change.js'
import type { DigestValue } from '../../../domain/digest.js'
import type { Finding } from '../../../domain/finding.js'
import { digestRefused, type Refusal } from '../../../domain/hold/lasting-refusal.js'
import { lastingRefusals } from '../../../domain/hold/refusal-codes.js'
import type { Plan } from '../../build-plan.js'
import { tellFinding } from '../../../domain/findings/to-finding.js'
import { holdWithCreation } from '../../holds/hold-with-creation.js'
import type { PersonPlan } from '../../plan-person.js'

interface RefusedRules {
  digest: DigestValue
  /** The payroll period of the company, as the target says it. */
  period: string
  /**
   * What starts before the period may be sent, which is another request than the one that was refused for
   * that.
   */
  allowPastPeriods: boolean
}

/**
 * A plan without what would only be refused once more, and the refusals that still say something about it.
 */
export interface WithoutRefused {
  plan: Plan
  standing: readonly Refusal[]
}

/**
 * Holds what the target refused for good while neither side nor the payroll period moved since: another call
 * would get the same answer, and only payroll can do it now.
 */
export const holdRefused = (
  plan: Plan,
  refusals: readonly Refusal[],
  rules: RefusedRules,
): WithoutRefused => {
  if (refusals.length === 0) return { plan, standing: [] }
  const known = new Map(refusals.map((refusal) => [`${refusal.subject} ${refusal.digest}`, refusal]))
  const standing = new Set<Refusal>()
  const people = plan.people.map((person) => {
    const find = (planned: PlannedChange): Refusal | undefined => {
      const digest = digestRefused(rules.digest, planned.change, rules.period)
      const found = known.get(`${person.subject} ${digest}`)
      if (found !== undefined) standing.add(found)
      return found
    }
    return holdPerson(person, find, rules)
  })
  return { plan: { ...plan, people }, standing: [...standing] }
}

const holdPerson = (
  person: PersonPlan,
  find: (planned: PlannedChange) => Refusal | undefined,
  { allowPastPeriods }: RefusedRules,
): PersonPlan => {
  const findings: Finding[] = []
  let salaryWaits = false
  const changes = person.changes.map((planned): PlannedChange => {
    const refusal = find(planned)
    if (planned.decision !== 'send') return planned
    const { change, release, seal, settles } = planned
    const isSalary = change.section === 'salary'
    // The days between the two would be paid wrongly.
    if (isSalary && salaryWaits) return { change, decision: 'hold', reason: 'depends-on-failed' }
    const isOver = refusal?.code === 'period-protected' && allowPastPeriods
    if (refusal === undefined || isOver) return planned
    salaryWaits ||= isSalary
    findings.push(toRefusedFinding(refusal))
    return {
      change,
      decision: 'hold',
      reason: 'write-refused',
      refusal: refusal.code,
      ...(seal === undefined ? {} : { seal }),
      ...(settles === undefined ? {} : { settles }),
      ...(release === undefined ? {} : { hold: release }),
    }
  })
  if (findings.length === 0) return person
  return { ...person, changes: holdWithCreation(changes), findings: [...person.findings, ...findings] }
}

const toRefusedFinding = ({ subject, section, code }: Refusal): Finding =>
  tellFinding('write-refused/earlier', { subject, section }, { why: lastingRefusals[code] })
