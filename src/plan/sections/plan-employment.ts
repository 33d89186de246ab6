import { isBirthDateImplausible } from '../../domain/date/plausible-dates.js'
import type { Values } from '../../domain/values.js'
import { diffFields, sealSection, type FieldDiff } from './diff-fields.js'
import { toDriftOfPayroll } from './entered-meanwhile.js'
import { tellFinding, toFinding } from '../../domain/findings/to-finding.js'
import {
  nothingPlanned,
  settleIfNew,
  toMoved,
  toUpdate,
  type PersonContext,
  type PlanRules,
  type SectionPlan,
} from './section-plan.js'

/**
 * Compares the start date. It is given once, at creation; a later difference is reported, and sent only where
 * the configuration says so: after a re-hire it is not known which of the starts the source shows (AlexisHR
 * contract, section 6).
 */
export const planEmployment = (context: PersonContext, rules: PlanRules): SectionPlan => {
  const { person } = context
  const desired = person.sections.employment
  if (desired === undefined || person.heldSections.has('employment') || context.targetId === null)
    return nothingPlanned
  const actual = findStart(context, desired)
  // Someone whom the company-wide read left out cannot be asked for alone; the next run that sees the row
  // compares it.
  if (actual === undefined) return nothingPlanned
  const baseline = context.baselines.employment
  const seal = sealSection(person.sourceId, 'employment', desired, actual, rules.digest)
  if (baseline?.seal === seal) return nothingPlanned
  const compared = diffFields({
    subject: person.sourceId,
    section: 'employment',
    desired,
    actual,
    baseline,
    ...rules,
  })
  const [diff] = toDriftOfPayroll(compared, actual, context)
  if (diff === undefined) return nothingPlanned
  const decisions = [
    { section: 'employment' as const, field: diff.field, verdict: diff.verdict, ...toMoved(diff) },
  ]
  const adopted = diff.verdict === 'drift' && diff.onDrift === 'adopt'
  if (diff.verdict === 'in-sync' || diff.verdict === 'settled' || adopted) {
    return { ...nothingPlanned, settled: settleIfNew(baseline, [diff], seal), decisions }
  }
  const reported = reasonToReport(diff, rules)
  if (reported !== undefined) {
    const findings = [toFinding(reported, person.sourceId, 'employment', diff.field)]
    return { ...nothingPlanned, findings, decisions }
  }
  const change = {
    ...toUpdate(context, 'employment', { before: actual, after: desired, fields: [diff.field] }),
    ...toBirthDate(context, desired, rules),
  }
  const supported = rules.capabilities.has('employment.changeStart')
  if (diff.verdict === 'conflict' || !supported) {
    const reason = supported ? 'conflict' : 'not-supported'
    const place = { subject: person.sourceId, section: 'employment', field: diff.field } as const
    const findings = [tellFinding(supported ? reason : 'not-supported/start-date', place, {})]
    return { ...nothingPlanned, changes: [{ decision: 'hold', reason, change }], findings, decisions }
  }
  const note = diff.verdict === 'first-contact' ? { note: 'first-contact' as const } : {}
  return { ...nothingPlanned, changes: [{ decision: 'send', change, ...note }], decisions }
}

/** Where the target shows two days as the start, the one that agrees with the source. */
const findStart = ({ target }: PersonContext, { InitialStartDate }: Values): Values | undefined =>
  target?.employment !== undefined &&
  InitialStartDate !== undefined &&
  target.alsoStarted === InitialStartDate
    ? { InitialStartDate }
    : target?.employment

/** The birth date, where the start date is not plausible beside it. */
const toBirthDate = (
  { person, target }: PersonContext,
  { InitialStartDate = '' }: Values,
  { today }: PlanRules,
): { bornOn?: string } => {
  const bornOn = person.sections.personalInfo?.Birthday ?? target?.personalInfo?.Birthday ?? ''
  if (bornOn === '' || InitialStartDate === '') return {}
  return isBirthDateImplausible(bornOn, InitialStartDate, today) ? { bornOn } : {}
}

/** Why a start date that differs is only reported; `undefined` when it is to be sent. */
const reasonToReport = (
  { verdict, onDrift }: FieldDiff,
  { updateStartDate }: Pick<PlanRules, 'updateStartDate'>,
): 'drift' | 'start-date-differs' | undefined => {
  if (verdict === 'drift' && onDrift !== 'restore') return 'drift'
  return updateStartDate ? undefined : 'start-date-differs'
}
