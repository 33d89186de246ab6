import type { SeenIdentity } from '../../domain/link.js'
import type { Baselines, FieldBaseline, SectionBaseline } from '../../domain/baseline.js'
import type { PlannedChange, UpdateChange } from '../../domain/change.js'
import type { Digest, DigestValue } from '../../domain/digest.js'
import type { DesiredEmployee, DesiredSalary, TargetEmployee } from '../../domain/employee.js'
import type { Finding, FindingCode } from '../../domain/finding.js'
import type { HoldSettings } from '../../domain/hold/hold.js'
import type { TargetCompanyId, TargetEmployeeId, TargetRecordId } from '../../domain/ids.js'
import type { PayRules } from '../../domain/pay/pay.js'
import { fieldNamesOf, type FieldName, type MappedSection } from '../../domain/sections.js'
import { pickValues, type Values } from '../../domain/values.js'
import type { Capability, TargetBankAccount } from '../../target/port.js'
import type { FieldDiff, Verdict } from './diff-fields.js'
import type { OnDrift, PolicyOf } from './field-policy.js'
import type { SalaryHistory } from './salary-history.js'

/** What is the same for every person of a plan. */
export interface PlanRules {
  today: string
  /**
   * First day of the company's current payroll period; `undefined` when the period could not be understood.
   */
  periodStart: string | undefined
  /** Why it could not, as the part of a sentence. */
  periodProblem?: string
  /**
   * Where it is not known what the company pays by: the earliest first day of the period, and the latest last
   * one.
   */
  unsure?: { from: string; until: string }
  /** The last day on which a salary may start that is sent now, `YYYY-MM-DD`. Later ones wait. */
  salaryHorizon: string
  /** The salaries besides the current ones. */
  salaryHistory: SalaryHistory
  /** A person allowed starts before the current period for this run. */
  allowPastPeriods: boolean
  /** Whether a differing start date is sent instead of only reported. */
  updateStartDate: boolean
  /** What happens to names and a birth date that differ where a rule found the pair. */
  identityFirstContact: HoldSettings['identityFirstContact']
  /** How the company pays, and how salaries of the source are taken there. */
  pay: PayRules
  capabilities: ReadonlySet<Capability>
  policyOf: PolicyOf
  digest: DigestValue
  /** Names all that mapping a person depends on. When it differs, everyone is mapped again. */
  recipe: string
  /** Who has an employee number in the target now. */
  numberHolders: (employeeNumber: string) => ReadonlySet<TargetEmployeeId>
}

/** A person's bank accounts; `not-read` when there was no need to, `unreadable` when reading them failed. */
export type BankAccountRead = readonly TargetBankAccount[] | 'not-read' | 'unreadable'

/** One person and all that is known of them. */
export interface PersonContext {
  person: DesiredEmployee
  companyId: TargetCompanyId
  /** `null` while they are still to be created. */
  targetId: TargetEmployeeId | null
  target: TargetEmployee | undefined
  /** This program made the target record, so no one else's values stood in it before. */
  createdByUs: boolean
  /** A rule found the pair, so that no one looked at the two people. */
  linkedByRule: boolean
  /** What someone saw who connected the pair by hand. */
  seenIdentity?: SeenIdentity | undefined
  baselines: Baselines
  bankAccounts: BankAccountRead
  /** Bank accounts that an unfinished replacement still has to end. */
  leftovers: readonly TargetRecordId[]
  /** Parts of the address that an earlier write was to empty, and that were not seen empty since. */
  emptied?: readonly FieldName[] | undefined
  /**
   * How many current home addresses the target holds, where that was asked because it may be more than one.
   */
  homes?: HomesRead | undefined
}

/** How many current home addresses there are; `unreadable` when asking failed. */
export type HomesRead = number | 'unreadable'

/** How one field was judged; for `explain`. */
export interface FieldDecision {
  section: MappedSection
  field: FieldName
  verdict: Verdict | 'to-create' | 'held'
  reason?: FindingCode
  /** Set where payroll moved the value away from what was settled. */
  moved?: Moved
}

/**
 * A value that payroll changed: alone, or the source changed it too. Or a salary whose amount stands while
 * the rate beside it changed.
 */
export interface Moved {
  by: 'target' | 'both' | 'rate'
  onDrift: OnDrift
  /** What the baseline becomes when someone accepts payroll's value. */
  agreed: FieldBaseline
  /** For a salary: what accepting adds to the known rows. */
  accepts?: readonly Digest[]
}

/** What a decision says of a value that payroll changed; nothing of any other. */
export const toMoved = ({ verdict, onDrift, agreed }: FieldDiff): Pick<FieldDecision, 'moved'> => {
  if (verdict !== 'drift' && verdict !== 'conflict') return {}
  return { moved: { by: verdict === 'drift' ? 'target' : 'both', onDrift, agreed } }
}

/** What is planned for one section of one person. */
export interface SectionPlan {
  changes: readonly PlannedChange[]
  findings: readonly Finding[]
  /** What is settled without writing anything; `undefined` when nothing new is. */
  settled: SectionBaseline | undefined
  decisions: readonly FieldDecision[]
  /** Salaries that wait for their payroll period; absent for nearly everyone. */
  waiting?: readonly DesiredSalary[]
}

export const nothingPlanned: SectionPlan = { changes: [], findings: [], settled: undefined, decisions: [] }

/** An update of one section with what both sides hold. */
export const toUpdate = (
  context: PersonContext,
  section: MappedSection,
  values: { before: Values; after: Values; fields: readonly FieldName[] },
): UpdateChange => ({
  kind: 'update',
  section,
  subject: context.person.sourceId,
  companyId: context.companyId,
  targetId: context.targetId,
  ...values,
  ...toUnseen(context, section),
})

const toUnseen = ({ person, target }: PersonContext, section: MappedSection): Pick<UpdateChange, 'unseen'> =>
  section !== 'personalInfo' || target?.unseen === undefined
    ? {}
    : { unseen: filledValues(pickValues(person.sections.personalInfo ?? {}, target.unseen)) }

/**
 * The baseline with the agreed fields in it; the others keep what they had. The seal is set only when given.
 */
export const mergeBaseline = (
  baseline: SectionBaseline | undefined,
  agreed: readonly Pick<FieldDiff, 'field' | 'agreed'>[],
  seal: string | undefined,
): SectionBaseline => {
  const fields: Partial<Record<FieldName, FieldBaseline>> = { ...baseline?.fields }
  for (const diff of agreed) fields[diff.field] = diff.agreed
  const rows = baseline?.rows === undefined ? {} : { rows: baseline.rows }
  return seal === undefined ? { fields, ...rows } : { fields, seal, ...rows }
}

/**
 * The merged baseline when it says something new, else `undefined`: what is stored already is not stored
 * again.
 */
export const settleIfNew = (
  baseline: SectionBaseline | undefined,
  agreed: readonly FieldDiff[],
  seal: string | undefined,
): SectionBaseline | undefined => {
  const known = agreed.every(({ field, agreed: now }) => {
    const before = baseline?.fields[field]
    return before?.sent === now.sent && before.seen === now.seen
  })
  if (known && baseline?.seal === seal) return undefined
  return mergeBaseline(baseline, agreed, seal)
}

/**
 * The baseline without its seal; nothing when nothing was settled. Bank accounts are looked at by turns; one
 * of which there is something to say loses its seal, so that every run looks at it until someone decided.
 */
export const unseal = (baseline: SectionBaseline | undefined): SectionBaseline | undefined =>
  baseline && withoutSeal(baseline)

const withoutSeal = ({ fields, rows }: SectionBaseline): SectionBaseline =>
  rows === undefined ? { fields } : { fields, rows }

/** Every field of a section as empty: what a record that does not exist holds. */
export const emptyValues = (section: MappedSection): Values =>
  Object.fromEntries(fieldNamesOf(section).map((field) => [field, '']))

/** The values without the empty ones. */
export const filledValues = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''))

/** A change that leaves the section open: what is agreed is only known once something else is there too. */
export const withoutSettling = (planned: PlannedChange): PlannedChange =>
  planned.decision === 'skip' ? planned : { ...planned, settles: false }
