import type { PlannedChange, UpdateChange } from '../../domain/change.js'
import type { MappedSection } from '../../domain/sections.js'
import type { Capability } from '../../target/port.js'
import { tellFinding } from '../../domain/findings/to-finding.js'
import type { Values } from '../../domain/values.js'
import type { PersonContext, PlanRules, SectionPlan } from './section-plan.js'
import { withoutSettling } from './section-plan.js'

type LackRules = Pick<PlanRules, 'capabilities' | 'periodStart'>

/**
 * Holds what the transport cannot carry in this one case: a salary for a day on which one starts already and
 * one of a closed period before another, where salaries can only be added, an account without an IBAN where
 * that is needed, and a second address of one payroll period where it is known that none is taken.
 */
export const holdNotSupported = (
  context: PersonContext,
  section: MappedSection,
  plan: SectionPlan,
  rules: LackRules,
): SectionPlan => {
  const reasonOf = (planned: PlannedChange): Lack | undefined =>
    planned.change.kind === 'update'
      ? (findLack(planned, planned.change, context, rules) ?? findLater(planned, plan, context, rules))
      : undefined
  const [reason] = plan.changes.flatMap((planned) => reasonOf(planned) ?? [])
  if (reason === undefined) return plan
  const held = plan.changes.filter((planned) => reasonOf(planned) !== undefined)
  return {
    ...plan,
    changes: plan.changes.map((planned) => {
      const lack = reasonOf(planned)
      return lack === undefined ? overHeld(withoutSettling(planned), held) : hold(planned, lack)
    }),
    findings: [
      // What a person would be asked about could not be sent what they say.
      ...plan.findings.filter(({ code }) => code !== 'conflict' && code !== 'first-contact'),
      tellFinding(reason, { subject: context.person.sourceId, section }, {}),
    ],
    settled: undefined,
  }
}

type Lack = 'not-supported' | 'not-supported/closed-period' | 'address-next-period'

const isOpen = (planned: PlannedChange): boolean =>
  planned.decision === 'send' ||
  (planned.decision === 'hold' && (planned.reason === 'conflict' || planned.reason === 'first-contact'))

const findLack = (
  planned: PlannedChange,
  { section, after }: UpdateChange,
  { target }: PersonContext,
  { capabilities }: LackRules,
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

/**
 * What Nmbrs makes of a salary that starts before the current period is not known; it may put it on the first
 * day of that one (Nmbrs REST contract, section 15, row 10). Where another salary starts until then it would
 * be put over that one, or stand beside it: only the last one before the period can be added.
 */
const findLater = (
  planned: PlannedChange,
  { changes }: SectionPlan,
  { target }: PersonContext,
  { capabilities, periodStart = '' }: LackRules,
): Lack | undefined => {
  const { change } = planned
  if (change.kind !== 'update' || change.section !== 'salary' || !isOpen(planned)) return undefined
  const start = change.after.Start ?? ''
  if (capabilities.has('salary.update') || start >= periodStart) return undefined
  const starts = [
    ...(target?.salaries ?? []).map(({ Start }) => Start),
    ...changes.map((one) => (one.change.kind === 'update' ? (one.change.after.Start ?? '') : '')),
  ]
  return starts.some((other) => other > start && other <= periodStart)
    ? 'not-supported/closed-period'
    : undefined
}

/** What is held stays out, so that the salary after it replaces what stands before that one. */
const overHeld = (planned: PlannedChange, held: readonly PlannedChange[]): PlannedChange => {
  const { change } = planned
  if (change.kind !== 'update' || change.section !== 'salary') return planned
  const before = held.reduceRight(
    (values, one) =>
      one.change.kind === 'update' && isSameRow(one.change.after, values) ? one.change.before : values,
    change.before,
  )
  return before === change.before ? planned : { ...planned, change: { ...change, before } }
}

const isSameRow = (left: Values, right: Values): boolean =>
  (['Value', 'Type', 'Start'] as const).every((field) => left[field] === right[field])

const hasAny = (capabilities: PlanRules['capabilities'], ...wanted: Capability[]): boolean =>
  wanted.some((one) => capabilities.has(one))

const hold = ({ change }: PlannedChange, lack: Lack): PlannedChange => ({
  decision: 'hold',
  reason: lack === 'address-next-period' ? lack : 'not-supported',
  change,
  settles: false,
  fixed: true,
})
