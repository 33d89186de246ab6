import type { PlannedChange } from '../../domain/change.js'
import type { FieldName } from '../../domain/sections.js'
import { fieldsIn, type Values } from '../../domain/values.js'
import type { Capability } from '../../target/port.js'
import { diffFields, worstVerdict, type FieldDiff, type Verdict } from './diff-fields.js'
import { toFinding } from '../../domain/findings/to-finding.js'
import type { PlainFindingCode } from '../../domain/findings/finding-name.js'
import {
  nothingPlanned,
  settleIfNew,
  toMoved,
  toUpdate,
  unseal,
  type FieldDecision,
  type PersonContext,
  type PlanRules,
  type SectionPlan,
} from './section-plan.js'

/** The sections that are written whole or not at all. */
export type WholeSection = 'bankAccount' | 'salary'

export interface WholeSectionInput {
  context: PersonContext
  section: WholeSection
  desired: Values
  actual: Values
  /** The target has no such record at all. */
  isAbsent: boolean
  /** Fields whose difference is accepted as it is. */
  accepted?: readonly FieldName[]
  /** For a salary: what is in force on the day it starts, when that is not `actual`. */
  replaced?: Values
  /** Seals the section when both sides agree; `undefined` when it is not to be sealed. */
  seal: string | undefined
  /** Seals it once the change is written, where that differs. */
  sealAfter?: string | undefined
  rules: PlanRules
}

/**
 * The three-way decision for a section that carries money. One field that may not be sent holds the whole
 * section, and values that someone else put there are never replaced on first contact.
 */
export const planWholeSection = (input: WholeSectionInput): SectionPlan => {
  const { context, section, desired, actual, seal, rules } = input
  const baseline = context.baselines[section]
  const compared = diffFields({
    subject: context.person.sourceId,
    section,
    desired,
    actual,
    baseline,
    ...rules,
  })
  const diffs = compared.map((diff) => acceptDifference(diff, input.accepted ?? []))
  const verdict = overridesAccepted(section, diffs) ? 'conflict' : worstVerdict(diffs)
  const decisions = diffs.map((diff) => toDecision(section, diff, verdict))
  switch (verdict) {
    case 'in-sync':
    case 'settled':
      return { ...nothingPlanned, settled: settleIfNew(baseline, diffs, seal), decisions }
    case 'source-changed':
      return { ...send(input, diffs), decisions }
    case 'first-contact':
      return context.createdByUs && input.isAbsent
        ? { ...send(input, diffs), decisions }
        : { ...hold(input, diffs, reasonToHold(input) ?? 'first-contact'), decisions }
    case 'conflict':
      return { ...hold(input, diffs, reasonToHold(input) ?? 'conflict'), decisions }
    case 'drift':
      return { ...planDrift(input, diffs), decisions }
  }
}

/**
 * A bank account in which payroll's value was accepted before is payroll's. A change of another field of it
 * would send the source's value of that one too.
 */
const overridesAccepted = (section: WholeSection, diffs: readonly FieldDiff[]): boolean =>
  section === 'bankAccount' &&
  diffs.some(({ verdict }) => verdict === 'source-changed') &&
  diffs.some(({ verdict, agreed }) => verdict === 'settled' && agreed.sent !== agreed.seen)

/** In a conflict every field that differs is part of it, because the record is written whole. */
const toDecision = (section: WholeSection, diff: FieldDiff, worst: Verdict): FieldDecision => {
  const { field, verdict } = diff
  const open = verdict !== 'in-sync' && verdict !== 'settled'
  const moved = toMoved(worst === 'conflict' && open ? { ...diff, verdict: 'conflict' } : diff)
  return { section, field, verdict, ...moved }
}

const acceptDifference = (diff: FieldDiff, accepted: readonly FieldName[]): FieldDiff => {
  const isOpen = diff.verdict !== 'in-sync'
  return isOpen && accepted.includes(diff.field) ? { ...diff, verdict: 'settled' } : diff
}

const planDrift = (input: WholeSectionInput, diffs: readonly FieldDiff[]): SectionPlan => {
  const { context, section, seal } = input
  const drifted = diffs.filter(({ verdict }) => verdict === 'drift')
  const settled = section === 'bankAccount' ? unseal(context.baselines.bankAccount) : undefined
  if (drifted.every(({ onDrift }) => onDrift === 'restore')) return { ...send(input, diffs), settled }
  if (drifted.every(({ onDrift }) => onDrift === 'adopt')) {
    return { ...nothingPlanned, settled: settleIfNew(context.baselines[section], diffs, seal) }
  }
  const findings = drifted.map(({ field }) => toFinding('drift', context.person.sourceId, section, field))
  return { ...nothingPlanned, findings, settled }
}

const send = (input: WholeSectionInput, diffs: readonly FieldDiff[]): SectionPlan => {
  const { context, section } = input
  const reason = reasonToHold(input)
  if (reason !== undefined) return hold(input, diffs, reason)
  const note =
    !context.createdByUs && context.baselines[section] === undefined ? { note: 'first-contact' as const } : {}
  const seal = input.sealAfter ?? input.seal
  return {
    ...nothingPlanned,
    changes: [
      { decision: 'send', change: toChange(input, diffs), ...(seal === undefined ? {} : { seal }), ...note },
    ],
  }
}

/** One of them is needed. What the narrower one cannot do is held case by case. */
const writings: Readonly<Record<WholeSection, readonly Capability[]>> = {
  salary: ['salary.update', 'salary.add'],
  bankAccount: ['bankAccount.replace', 'bankAccount.update'],
}

/**
 * What no release of a hold takes away: a salary may not start before the current payroll period unless a
 * person allowed it for this run, and there must be a call for it.
 */
const reasonToHold = ({ section, desired, rules }: WholeSectionInput): PlainFindingCode | undefined => {
  const reason = section === 'salary' ? reasonAgainstStart(desired.Start ?? '', rules) : undefined
  if (reason !== undefined) return reason
  return writings[section].some((one) => rules.capabilities.has(one)) ? undefined : 'not-supported'
}

/** Why nothing may be sent that starts on this day; `undefined` when it may. */
export const reasonAgainstStart = (
  start: string,
  { periodStart, allowPastPeriods }: Pick<PlanRules, 'periodStart' | 'allowPastPeriods'>,
): PlainFindingCode | undefined => {
  if (periodStart === undefined) return 'period-unreadable'
  return start < periodStart && !allowPastPeriods ? 'before-current-period' : undefined
}

const hold = (
  input: WholeSectionInput,
  diffs: readonly FieldDiff[],
  reason: PlainFindingCode,
): SectionPlan => {
  const { context, section } = input
  const seal = input.sealAfter ?? input.seal
  const sealed = seal === undefined ? {} : { seal }
  const held = { ...toChange(input, diffs), ...toBeside(input) }
  const change: PlannedChange = { decision: 'hold', reason, change: held, ...sealed }
  const fields = reason === 'conflict' ? differing(diffs).slice(0, 1) : [undefined]
  return {
    ...nothingPlanned,
    changes: [change],
    findings: fields.map((field) => toFinding(reason, context.person.sourceId, section, field)),
  }
}

/**
 * A row of payroll that is in force today and began after the day that is written: it is part of what is
 * held, though not what is replaced.
 */
const toBeside = ({ section, desired, actual }: WholeSectionInput): { beside?: Values } => {
  const isLater = section === 'salary' && (actual.Start ?? '') > (desired.Start ?? '')
  return isLater ? { beside: actual } : {}
}

const differing = (diffs: readonly FieldDiff[]): FieldDiff['field'][] =>
  diffs.filter(({ verdict }) => verdict !== 'in-sync').map(({ field }) => field)

const toChange = (
  { context, section, desired, actual, replaced }: WholeSectionInput,
  diffs: readonly FieldDiff[],
) => {
  const fields =
    replaced === undefined
      ? differing(diffs)
      : fieldsIn(desired).filter((field) => desired[field] !== replaced[field])
  return toUpdate(context, section, { before: replaced ?? actual, after: desired, fields })
}

/** The change for a person who is still to be created: everything the source has is sent. */
export const planFirstSection = (
  context: PersonContext,
  section: WholeSection,
  desired: Values,
  seal: string,
): SectionPlan => {
  const change = toUpdate(context, section, { before: {}, after: desired, fields: fieldsIn(desired) })
  const decisions = fieldsIn(desired).map((field) => ({ section, field, verdict: 'to-create' as const }))
  return { ...nothingPlanned, changes: [{ decision: 'send', change, seal }], decisions }
}
