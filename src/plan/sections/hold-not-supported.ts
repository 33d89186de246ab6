import type { PlannedChange, UpdateChange } from '../../domain/change.js'
import type { MappedSection } from '../../domain/sections.js'
import type { Capability } from '../../target/port.js'
import { toFinding } from '../../domain/findings/to-finding.js'
import type { PersonContext, PlanRules, SectionPlan } from './section-plan.js'

/**
 * Holds what the transport cannot carry in this one case: a salary for a day on which one starts already,
 * where salaries can only be added, an account without an IBAN where that is needed, and a second address of
 * one payroll period where it is known that none is taken.
 */
export const holdNotSupported = (
  context: PersonContext,
  section: MappedSection,
  plan: SectionPlan,
  rules: Pick<PlanRules, 'capabilities'>,
): SectionPlan => {
  const reasonOf = (planned: PlannedChange): Lack | undefined =>
    planned.change.kind === 'update' ? findLack(planned, planned.change, context, rules) : undefined
  const [reason] = plan.changes.flatMap((planned) => reasonOf(planned) ?? [])
  if (reason === undefined) return plan
  return {
    ...plan,
    changes: plan.changes.map((planned) => {
      const lack = reasonOf(planned)
      return lack === undefined ? withoutSettling(planned) : hold(planned, lack)
    }),
    findings: [
      // What a person would be asked about could not be sent what they say.
      ...plan.findings.filter(({ code }) => code !== 'conflict' && code !== 'first-contact'),
      toFinding(reason, context.person.sourceId, section),
    ],
    settled: undefined,
  }
}

type Lack = 'not-supported' | 'address-next-period'

const isOpen = (planned: PlannedChange): boolean =>
  planned.decision === 'send' ||
  (planned.decision === 'hold' && (planned.reason === 'conflict' || planned.reason === 'first-contact'))

const findLack = (
  planned: PlannedChange,
  { section, after }: UpdateChange,
  { target }: PersonContext,
  { capabilities }: Pick<PlanRules, 'capabilities'>,
): Lack | undefined => {
  // What a person is asked about waits for their word first: the next period may be there by then.
  if (section === 'address' && planned.decision === 'send')
    return target?.homeIsNew === true && !hasAny(capabilities, 'address.update', 'address.addAgain')
      ? 'address-next-period'
      : undefined
  if (!isOpen(planned)) return undefined
  if (section === 'bankAccount')
    return !after.IBAN && !capabilities.has('bankAccount.withoutIban') ? 'not-supported' : undefined
  if (section !== 'salary' || capabilities.has('salary.update')) return undefined
  return target?.salaries?.some(({ Start }) => Start === after.Start) === true ? 'not-supported' : undefined
}

const hasAny = (capabilities: PlanRules['capabilities'], ...wanted: Capability[]): boolean =>
  wanted.some((one) => capabilities.has(one))

const hold = ({ change }: PlannedChange, reason: Lack): PlannedChange => ({
  decision: 'hold',
  reason,
  change,
  settles: false,
  fixed: true,
})

const withoutSettling = (planned: PlannedChange): PlannedChange =>
  planned.decision === 'skip' ? planned : { ...planned, settles: false }
