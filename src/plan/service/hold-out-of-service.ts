import type { PlannedChange } from '../../domain/change.js'
import type { Finding } from '../../domain/finding.js'
import { findOffPayroll, isBack, type TargetStanding } from '../../domain/service.js'
import { toFinding } from '../../domain/findings/to-finding.js'
import type { PersonContext } from '../sections/section-plan.js'
import { standOf, toServiceFacts } from './standing.js'

/** What out of service holds, and what of it no release lets go. */
export interface HeldOutOfService {
  changes: readonly PlannedChange[]
  findings: readonly Finding[]
}

type ServiceReason = 'rehired' | 'employment-ended' | 'salary-off-payroll'

/**
 * Holds what would go of its own accord to an employee whose employment ended, and the salary of someone who
 * is not on the payroll. A salary from a day after the end is never sent. An earlier replacement of a bank
 * account is finished all the same.
 */
export const holdOutOfService = (
  changes: readonly PlannedChange[],
  { person, target }: Pick<PersonContext, 'person' | 'target'>,
  { today }: { today: string },
): HeldOutOfService => {
  if (target === undefined || changes.length === 0) return { changes, findings: [] }
  const standing = standOf(target, today)
  const end = findEnd(standing, target.spans)
  const reason = findReason(standing, person.service)
  const isOff = findOffPayroll(toServiceFacts(target), today) !== undefined
  const findings: Finding[] = []
  const held = changes.map((planned) => {
    if (isAfterEnd(planned, end)) {
      if (findings.length === 0) findings.push(toFinding('salary-after-end', person.sourceId, 'salary'))
      return { change: planned.change, decision: 'hold', reason: 'salary-after-end' } as const
    }
    const why = reason ?? (isOff && planned.change.section === 'salary' ? 'salary-off-payroll' : undefined)
    return why === undefined ? planned : hold(planned, why)
  })
  return { changes: held, findings }
}

const findReason = (
  standing: TargetStanding,
  source: PersonContext['person']['service'],
): ServiceReason | undefined => {
  if (standing.state !== 'after') return undefined
  return source !== undefined && isBack(source, standing) ? 'rehired' : 'employment-ended'
}

/** The last day of the last employment; empty while one has no end, or no one knows. */
const findEnd = (standing: TargetStanding, spans: string | undefined): string => {
  if (standing.state === 'after') return standing.end
  if (standing.state !== 'in' || !standing.hasEnd || spans === undefined) return ''
  return spans
    .split(' ')
    .map((span) => span.split('/')[1] ?? '')
    .reduce((last, end) => (end > last ? end : last), '')
}

const isAfterEnd = ({ change, decision }: PlannedChange, end: string): boolean =>
  end !== '' &&
  decision !== 'skip' &&
  change.kind === 'update' &&
  change.section === 'salary' &&
  change.withdrawn !== true &&
  (change.after.Start ?? '') > end

/** What is held already for a reason that no one can release stays held for it. */
const hold = (planned: PlannedChange, reason: ServiceReason): PlannedChange => {
  const { change } = planned
  if (change.kind !== 'update' || change.leftovers !== undefined) return planned
  switch (planned.decision) {
    case 'send': {
      const { seal, settles } = planned
      return {
        change,
        decision: 'hold',
        reason,
        ...(seal === undefined ? {} : { seal }),
        ...(settles === undefined ? {} : { settles }),
      }
    }
    case 'hold':
      return replacedReasons.has(planned.reason) ? { ...planned, reason } : planned
    case 'skip':
      return planned
  }
}

/** They are found again beside this one, from the values themselves. */
const replacedReasons: ReadonlySet<string> = new Set([
  'conflict',
  'first-contact',
  'identity-changed',
  'identity-first-contact',
])
