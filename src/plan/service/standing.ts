import type { TargetEmployee } from '../../domain/employee.js'
import {
  parseSpans,
  standInTarget,
  type TargetServiceFacts,
  type TargetStanding,
} from '../../domain/service.js'

/** What was read of an employee's service. */
export const toServiceFacts = ({ spans, kind, deceasedOn }: TargetEmployee): TargetServiceFacts => ({
  spans: spans === undefined ? undefined : parseSpans(spans),
  kind,
  deceasedOn,
})

const usual: TargetStanding = { state: 'in', running: 1, hasEnd: false }

/**
 * Where an employee stands. Nearly everyone has one employment without an end, which is seen without taking
 * the text apart.
 */
export const standOf = (target: TargetEmployee, today: string): TargetStanding => {
  const { spans, kind, deceasedOn } = target
  const isUsual = spans?.length === oneOpenSpan && spans.endsWith('/') && spans.slice(0, -1) <= today
  if (isUsual && kind !== 'former' && deceasedOn === undefined) return usual
  return standInTarget(toServiceFacts(target), today)
}

const oneOpenSpan = '2020-01-01/'.length
