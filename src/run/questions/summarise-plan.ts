import type { ChangeReport } from '../../domain/change.js'
import type { FindingCode } from '../../domain/finding.js'
import { subtractAmounts, sumAmounts } from '../../domain/pay/sum-amounts.js'
import type { SourceEmployeeId, TargetEmployeeId } from '../../domain/ids.js'
import { mappedSections, type Section } from '../../domain/sections.js'
import type { PersonPlan } from '../../plan/plan-person.js'
import { sumPeriods, type CompanyPeriod, type PeriodSum } from './sum-periods.js'

/** How many changes there are and of how many people. */
export interface Amount {
  people: number
  changes: number
}

export interface SectionSum {
  section: Section
  send: Amount
  held: Amount
}

/** A salary that goes to payroll, or would if it were not held. Amounts are for the user's own screen. */
export interface SalaryLine {
  subject: SourceEmployeeId
  displayName: string
  targetId: TargetEmployeeId | null
  employeeNumber: string | undefined
  type: string
  start: string
  /** `undefined`: there was none. */
  before: string | undefined
  after: string
  /** Why it is held; `null`: it goes. */
  held: FindingCode | null
}

/**
 * All salaries of a kind that go, or all that are held. Those that had another kind before count from
 * nothing.
 */
export interface SalarySum {
  type: string
  held: boolean
  people: number
  before: string
  after: string
  difference: string
}

/** What goes to payroll: people, periods, sections, amounts and totals. */
export interface PlanSummary {
  periods: readonly PeriodSum[]
  people: { send: number; held: number; created: number }
  sections: readonly SectionSum[]
  salaries: readonly SalaryLine[]
  totals: readonly SalarySum[]
}

/** Counts what a plan would send and what it holds. What a person rejected is neither. Pure. */
export const summarisePlan = (
  changes: readonly Pick<ChangeReport, 'subject' | 'section' | 'kind' | 'outcome'>[],
  people: readonly PersonPlan[],
  companies: readonly CompanyPeriod[],
): PlanSummary => {
  const send = changes.filter(({ outcome }) => outcome === 'planned')
  const held = changes.filter(({ outcome }) => outcome === 'held')
  const salaries = people.flatMap(toSalaryLines)
  return {
    periods: sumPeriods(companies, people),
    people: {
      send: countPeople(send),
      held: countPeople(held),
      created: countPeople(send.filter(({ kind }) => kind === 'create')),
    },
    sections: (['employee', ...mappedSections] as const)
      .map((section) => ({ section, send: toAmount(send, section), held: toAmount(held, section) }))
      .filter((one) => one.send.changes + one.held.changes > 0),
    salaries,
    totals: toTotals(salaries),
  }
}

const countPeople = (some: readonly { subject: string }[]): number =>
  new Set(some.map(({ subject }) => subject)).size

const toAmount = (changes: readonly { subject: string; section: Section }[], section: Section): Amount => {
  const own = changes.filter((change) => change.section === section)
  return { people: countPeople(own), changes: own.length }
}

const toSalaryLines = (plan: PersonPlan): SalaryLine[] =>
  plan.changes.flatMap((planned) => {
    const { change } = planned
    if (change.kind === 'create' || change.section !== 'salary' || planned.decision === 'skip') return []
    const { before, after } = change
    const isSame = before.Type === after.Type
    return [
      {
        subject: plan.subject,
        displayName: plan.displayName,
        targetId: plan.targetId,
        employeeNumber: plan.desired.personalInfo?.EmployeeNumber,
        type: after.Type ?? before.Type ?? '',
        start: after.Start ?? '',
        before: isSame && before.Value !== '' ? before.Value : undefined,
        after: after.Value ?? '',
        held: planned.decision === 'hold' ? planned.reason : null,
      },
    ]
  })

const toTotals = (salaries: readonly SalaryLine[]): SalarySum[] =>
  [false, true].flatMap((isHeld) => {
    const some = salaries.filter(({ held }) => (held !== null) === isHeld)
    const types = [...new Set(some.map(({ type }) => type))].sort()
    return types.map((type) => {
      const own = some.filter((one) => one.type === type)
      const before = sumAmounts(own.map((one) => one.before ?? '0'))
      const after = sumAmounts(own.map((one) => one.after))
      const difference = subtractAmounts(after, before)
      return { type, held: isHeld, people: countPeople(own), before, after, difference }
    })
  })
