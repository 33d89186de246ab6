import type { PlannedChange, UpdateChange } from '../../domain/change.js'
import type { MappedSection } from '../../domain/sections.js'
import { toFinding } from '../findings.js'
import type { PersonContext, PlanRules, SectionPlan } from './section-plan.js'

/**
 * Holds what the transport cannot carry in this one case: a salary for a day on which one starts already, where salaries can only be added, and
 * an account without an IBAN where that is needed. Payroll makes the change by hand, and the next run sees it.
 */
export const holdNotSupported = (
  context: PersonContext,
  section: MappedSection,
  plan: SectionPlan,
  rules: Pick<PlanRules, 'capabilities'>,
): SectionPlan => {
  const isLacking = (planned: PlannedChange): boolean =>
    isOpen(planned) && planned.change.kind === 'update' && lacksCall(planned.change, context, rules)
  if (!plan.changes.some(isLacking)) return plan
  return {
    ...plan,
    changes: plan.changes.map((planned) => (isLacking(planned) ? hold(planned) : withoutSettling(planned))),
    findings: [
      // What a person would be asked about could not be sent whatever they say.
      ...plan.findings.filter(({ code }) => code !== 'conflict' && code !== 'first-contact'),
      toFinding('not-supported', context.person.sourceId, section),
    ],
    settled: undefined,
  }
}

const isOpen = (planned: PlannedChange): boolean =>
  planned.decision === 'send' ||
  (planned.decision === 'hold' && (planned.reason === 'conflict' || planned.reason === 'first-contact'))

const lacksCall = (
  { section, after }: UpdateChange,
  { target }: PersonContext,
  { capabilities }: Pick<PlanRules, 'capabilities'>,
): boolean => {
  if (section === 'bankAccount') return !after.IBAN && !capabilities.has('bankAccount.withoutIban')
  if (section !== 'salary' || capabilities.has('salary.update')) return false
  return target?.salaries?.some(({ Start }) => Start === after.Start) === true
}

const hold = ({ change }: PlannedChange): PlannedChange => ({
  decision: 'hold',
  reason: 'not-supported',
  change,
  settles: false,
  fixed: true,
})

const withoutSettling = (planned: PlannedChange): PlannedChange =>
  planned.decision === 'skip' ? planned : { ...planned, settles: false }
