import type { Baselines, SectionBaseline } from '../domain/baseline.js'
import type { PlannedChange } from '../domain/change.js'
import type { DesiredEmployee, DesiredSalary } from '../domain/employee.js'
import type { Finding } from '../domain/finding.js'
import type { SourceEmployeeId, TargetEmployeeId } from '../domain/ids.js'
import { namePeriod } from './name-period.js'
import type { MappedSection } from '../domain/sections.js'
import { planAddress } from './address/plan-address.js'
import { holdWithCreation } from './holds/hold-with-creation.js'
import { planPersonalInfo } from './identity/plan-personal-info.js'
import type { Candidate } from './match/candidate.js'
import { toPairingFindings } from './match/pairing-findings.js'
import type { Pairing } from './match/pairing.js'
import { holdAmbiguous } from './holds/hold-ambiguous.js'
import { holdUnsure, withoutWarned } from './holds/hold-unsure.js'
import { leavesAccount, planBankAccount } from './account/plan-bank-account.js'
import { holdNotSupported } from './sections/hold-not-supported.js'
import { planCreation, withPersonalInfo } from './plan-creation.js'
import { planEmployment } from './sections/plan-employment.js'
import { toPaidSections } from './salary/said-salaries.js'
import { planSalary } from './salary/plan-salary.js'
import { holdOutOfService } from './service/hold-out-of-service.js'
import {
  nothingPlanned,
  type FieldDecision,
  type PersonContext,
  type PlanRules,
  type SectionPlan,
} from './sections/section-plan.js'

/** Everything planned for one person. */
export interface PersonPlan {
  subject: SourceEmployeeId
  /** For the user's own screen only. */
  displayName: string
  /** `unreadable`: the source's record of this person cannot be read, so that nothing was looked at. */
  pairing: Pairing['kind'] | 'unreadable'
  targetId: TargetEmployeeId | null
  /** This program made the target record. */
  createdByUs: boolean
  candidates: readonly Candidate[]
  /** The creation first, then the sections in the order in which they are written. */
  changes: readonly PlannedChange[]
  findings: readonly Finding[]
  /** What is settled without a write. */
  settled: readonly { section: MappedSection; baseline: SectionBaseline }[]
  decisions: readonly FieldDecision[]
  /** What was settled before this run; a confirmed write adds to it. */
  baselines: Baselines
  /** A bank account that an earlier replacement was to end may still stand beside the new one. */
  leavesAccount: boolean
  /** What both sides hold, for the user's own screen (`explain`). */
  desired: DesiredEmployee['sections']
  /** Salaries that wait for their payroll period, for the same; absent for nearly everyone. */
  waiting?: readonly DesiredSalary[]
}

/** Whether anything of a plan may go out. */
export const sendsSomething = ({ changes }: Pick<PersonPlan, 'changes'>): boolean =>
  changes.some(({ decision }) => decision === 'send')

/** Plans one person. `context.targetId` is `null` unless they are connected. */
export const planPerson = (pairing: Pairing, context: PersonContext, rules: PlanRules): PersonPlan => {
  const { person } = context
  const base = {
    subject: person.sourceId,
    displayName: person.displayName,
    pairing: pairing.kind,
    targetId: context.targetId,
    createdByUs: context.createdByUs,
    candidates: 'candidates' in pairing ? pairing.candidates : [],
    baselines: context.baselines,
    desired: toPaidSections(context, rules),
  }
  const reasons = toPairingFindings(pairing, person.sourceId)
  const idle = {
    ...base,
    changes: [],
    settled: [],
    decisions: [],
    findings: [...person.findings, ...reasons],
    // No one looked. Anyone who took the person out by hand decided about the accounts too.
    leavesAccount:
      context.leftovers.length > 0 && pairing.kind !== 'disconnected' && pairing.kind !== 'ignored',
  }
  if (pairing.kind !== 'connected' && pairing.kind !== 'create') return idle
  const sections = planSections(context, rules)
  const settled = sections.flatMap(([section, { settled: baseline }]) =>
    baseline === undefined ? [] : [{ section, baseline }],
  )
  const { changes, findings: late } = holdOutOfService(
    sections.flatMap(([, plan]) => plan.changes),
    context,
    rules,
  )
  const creation = pairing.kind === 'create' ? planCreation(context, rules) : undefined
  const planned = creation === undefined ? changes : [creation.change, ...changes]
  const said = [...sections.flatMap(([, plan]) => plan.findings), ...(creation?.findings ?? []), ...late]
  const findings = [...withoutWarned(person.findings, said), ...reasons, ...namePeriod(said, planned, rules)]
  const decisions = sections.flatMap(([, plan]) => plan.decisions)
  const bankAccount = sections.find(([section]) => section === 'bankAccount')?.[1] ?? nothingPlanned
  const waiting = sections.flatMap(([, plan]) => plan.waiting ?? [])
  const whole = {
    ...base,
    ...(waiting.length === 0 ? {} : { waiting }),
    settled,
    decisions,
    leavesAccount: leavesAccount(context, bankAccount),
  }
  return creation === undefined
    ? { ...whole, changes, findings }
    : {
        ...whole,
        changes: holdWithCreation([withPersonalInfo(creation.change, changes, rules), ...changes]),
        findings,
      }
}

const planSections = (context: PersonContext, rules: PlanRules): [MappedSection, SectionPlan][] => {
  const sections: [MappedSection, SectionPlan][] = [
    ['employment', planEmployment(context, rules)],
    ['personalInfo', planPersonalInfo(context, rules)],
    ['address', planAddress(context, rules)],
    ['bankAccount', planBankAccount(context, rules)],
    ['salary', planSalary(context, rules)],
  ]
  return sections.map(([section, plan]) => [
    section,
    holdUnsure(
      context,
      section,
      holdNotSupported(context, section, holdAmbiguous(context, section, plan, rules), rules),
    ),
  ])
}
