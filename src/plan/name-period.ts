import type { PlannedChange } from '../domain/change.js'
import type { Finding } from '../domain/finding.js'
import { tellFinding } from '../domain/findings/to-finding.js'
import type { PlanRules } from './sections/section-plan.js'

type PeriodRules = Pick<PlanRules, 'periodProblem' | 'unsure'>

/** Says which period it is that was not understood, or that it is not known what the company pays by. */
export const namePeriod = (
  findings: readonly Finding[],
  changes: readonly PlannedChange[],
  rules: PeriodRules,
): readonly Finding[] => findings.map((finding) => nameIn(finding, changes, rules))

const nameIn = (
  finding: Finding,
  changes: readonly PlannedChange[],
  { periodProblem, unsure }: PeriodRules,
): Finding => {
  if (finding.code === 'period-unreadable' && periodProblem !== undefined)
    return tellFinding('period-unreadable/named', finding, { problem: periodProblem })
  if (finding.code !== 'before-current-period' || unsure === undefined) return finding
  return changes.flatMap(toEarlyStart).every((start) => start >= unsure.from)
    ? tellFinding('before-current-period/unsure', finding, {})
    : finding
}

/** The start of what is held because of it. */
const toEarlyStart = (planned: PlannedChange): string[] => {
  if (planned.decision !== 'hold' || planned.reason !== 'before-current-period') return []
  const { change } = planned
  if (change.kind === 'create') return [change.startDate]
  return [change.after.Start ?? change.after.InitialStartDate ?? '']
}
