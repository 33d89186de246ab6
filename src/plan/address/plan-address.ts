import type { PlannedChange } from '../../domain/change.js'
import type { FieldName } from '../../domain/sections.js'
import { fieldsIn, pickValues, type Values } from '../../domain/values.js'
import { compositeState } from '../sections/composite-fields.js'
import { diffFields, sealSection, worstVerdict, type FieldDiff } from '../sections/diff-fields.js'
import { toUntouched, toWholeDriftOfPayroll } from '../sections/entered-meanwhile.js'
import { tellFinding, toFinding } from '../../domain/findings/to-finding.js'
import type { PlainFindingCode } from '../../domain/findings/finding-name.js'
import {
  filledValues,
  nothingPlanned,
  settleIfNew,
  toMoved,
  toUpdate,
  type FieldDecision,
  type PersonContext,
  type PlanRules,
  type SectionPlan,
} from '../sections/section-plan.js'
import { completeAddress, findMissingPart, hasWrongCode, isMove, reasonAgainstMove } from './whole-address.js'

const section = 'address' as const

/** An address that both sides have, compared. */
interface ComparedAddress {
  context: PersonContext
  desired: Values
  actual: Values
  diffs: readonly FieldDiff[]
  seal: string
  rules: PlanRules
}

/**
 * Plans the home address, which is one thing: once a part of it changes, the whole new address is sent or the
 * whole waits, and nothing of the old one stays beside it.
 */
export const planAddress = (context: PersonContext, rules: PlanRules): SectionPlan => {
  const { person, target } = context
  const desired = person.sections.address
  if (desired === undefined || person.heldSections.has(section)) return nothingPlanned
  if (context.targetId === null) return planFirstAddress(context, filledValues(desired))
  const actual = target?.address
  if (actual === undefined)
    return { ...nothingPlanned, findings: [toFinding('section-unreadable', person.sourceId, section)] }
  const seal = sealSection(person.sourceId, section, desired, actual, rules.digest)
  const baseline = context.baselines.address
  if (baseline?.seal === seal) return nothingPlanned
  const found = diffFields({ subject: person.sourceId, section, desired, actual, baseline, ...rules })
  const diffs = toWholeDriftOfPayroll(found, actual, context).map((diff) =>
    acceptUnasked(diff, context, desired, rules),
  )
  const compared = { context, desired, actual, diffs, seal, rules }
  return nameKept(decide(compared), compared)
}

/**
 * Where both sides agree, a part that an earlier write was to empty and that still stands is the old
 * address's. It is no one's to compare, so that only the record of that write knows it.
 */
const nameKept = (plan: SectionPlan, { context, desired, actual }: ComparedAddress): SectionPlan => {
  const kept = context.emptied?.find((part) => desired[part] === undefined && (actual[part] ?? '') !== '')
  if (kept === undefined || plan.changes.length > 0) return plan
  const place = { subject: context.person.sourceId, section, field: kept }
  const finding = tellFinding('write-not-confirmed/part-kept', place, {})
  return { ...plan, settled: undefined, findings: [...plan.findings, finding] }
}

const planFirstAddress = (context: PersonContext, desired: Values): SectionPlan => {
  const fields = fieldsIn(desired)
  if (fields.length === 0) return nothingPlanned
  const change = toUpdate(context, section, { before: toUntouched(fields), after: desired, fields })
  if (hasWrongCode(desired)) {
    const reason = 'postal-code-invalid'
    const findings = [toFinding(reason, context.person.sourceId, section, 'PostalCode')]
    return { ...nothingPlanned, changes: [{ decision: 'hold', reason, change }], findings }
  }
  const decisions = fields.map((field) => ({ section, field, verdict: 'to-create' as const }))
  return { ...nothingPlanned, changes: [{ decision: 'send', change }], decisions }
}

/**
 * A part that the source says is none (a street line without an addition), and that no one compared before:
 * what payroll holds there stands until the source's address changes.
 */
const acceptUnasked = (
  diff: FieldDiff,
  { baselines }: PersonContext,
  desired: Values,
  { policyOf }: PlanRules,
): FieldDiff => {
  const isNew = diff.verdict === 'first-contact' && baselines.address !== undefined
  const saysNone = desired[diff.field] === '' && policyOf(section, diff.field).whenEmpty !== 'clear'
  return isNew && saysNone ? { ...diff, verdict: 'settled' } : diff
}

const decide = (compared: ComparedAddress): SectionPlan => {
  const { diffs, context } = compared
  if (context.homes === 'unreadable')
    return {
      ...nothingPlanned,
      findings: [toFinding('section-unreadable', context.person.sourceId, section)],
    }
  const verdict = overridesAccepted(compared) ? 'conflict' : worstVerdict(diffs)
  switch (verdict) {
    case 'in-sync':
    case 'settled':
      return settle(compared, diffs)
    case 'source-changed':
    case 'first-contact':
      return send(compared)
    case 'conflict':
      return hold(compared, 'conflict')
    case 'drift':
      return planDrift(compared)
  }
}

const isOpen = ({ verdict }: FieldDiff): boolean => verdict !== 'in-sync' && verdict !== 'settled'

/**
 * Payroll's value of a part was accepted before, and the source changed another part. The whole address would
 * take payroll's word back, so a person decides. What only the layout tells apart is no one's word.
 */
const overridesAccepted = ({ diffs, desired, actual }: ComparedAddress): boolean =>
  diffs.some(({ verdict }) => verdict === 'source-changed') &&
  diffs.some(
    ({ field, verdict, agreed }) =>
      verdict === 'settled' &&
      agreed.sent !== agreed.seen &&
      desired[field] !== '' &&
      isMove({ [field]: desired[field] ?? '' }, actual),
  )

const planDrift = (compared: ComparedAddress): SectionPlan => {
  const { context, diffs } = compared
  const drifted = diffs.filter(isOpen)
  if (drifted.every(({ onDrift }) => onDrift === 'restore')) return send(compared)
  if (drifted.every(({ onDrift }) => onDrift === 'adopt')) return settle(compared, diffs)
  const findings = drifted.map(({ field }) => toFinding('drift', context.person.sourceId, section, field))
  return { ...settleAgreed(compared), findings, decisions: diffs.map((diff) => toDecision(diff)) }
}

/** Both sides agree, or payroll's side is adopted. */
const settle = ({ context, seal }: ComparedAddress, diffs: readonly FieldDiff[]): SectionPlan => ({
  ...nothingPlanned,
  settled: settleIfNew(context.baselines.address, diffs, seal),
  decisions: diffs.map((diff) => toDecision(diff)),
})

/** What agrees is settled, no matter what becomes of the rest. */
const settleAgreed = ({ context, diffs }: ComparedAddress): SectionPlan => {
  const agreed = diffs.filter((diff) => !isOpen(diff))
  return { ...nothingPlanned, settled: settleIfNew(context.baselines.address, agreed, undefined) }
}

const send = (compared: ComparedAddress): SectionPlan => {
  const reason = reasonToHold(compared)
  if (reason !== undefined) return hold(compared, reason)
  const { context, diffs } = compared
  const isFirst = !context.createdByUs && diffs.some(({ verdict }) => verdict === 'first-contact')
  const planned: PlannedChange = {
    decision: 'send',
    change: toChange(compared),
    ...(isFirst ? { note: 'first-contact' as const } : {}),
  }
  return {
    ...settleAgreed(compared),
    changes: [planned],
    decisions: diffs.map((diff) => toDecision(diff)),
  }
}

/**
 * Payroll keeps house numbers apart and the mapping sends one line, so the parts would be lost to the person
 * who needs them apart.
 */
const isKeptApart = (desired: Values, actual: Values): boolean =>
  desired.Street !== undefined && compositeState(section, 'Street', desired, actual) === 'apart'

/**
 * What is sent, beside what stays of a line that payroll keeps in parts and that says the same as the
 * source's.
 */
const toSent = (desired: Values, actual: Values): { after: Values; kept: Values } => {
  const isSame = desired.Street !== undefined && compositeState(section, 'Street', desired, actual) === 'same'
  if (!isSame) return { after: desired, kept: {} }
  return {
    after: pickValues(
      desired,
      fieldsIn(desired).filter((field) => field !== 'Street'),
    ),
    kept: pickValues(actual, ['Street', 'HouseNumber', 'HouseNumberAddition']),
  }
}

/** What a release of a hold does not take away. */
const reasonToHold = ({ context, desired, actual, rules }: ComparedAddress): PlainFindingCode | undefined => {
  if (typeof context.homes === 'number' && context.homes > 1) return 'address-ambiguous'
  if (isKeptApart(desired, actual)) return 'house-number-separate'
  const reason = isMove(desired, actual) ? reasonAgainstMove(desired, actual) : undefined
  if (reason !== undefined) return reason
  const { capabilities } = rules
  return capabilities.has('address.update') || capabilities.has('address.add') ? undefined : 'not-supported'
}

const hold = (compared: ComparedAddress, given: 'conflict' | PlainFindingCode): SectionPlan => {
  const { context, diffs } = compared
  // What a release of a conflict does not take away is said instead of it.
  const reason = given === 'conflict' ? (reasonToHold(compared) ?? given) : given
  const [first] = diffs.filter(isOpen)
  const field = findFaultyPart(reason, compared) ?? first?.field
  return {
    ...settleAgreed(compared),
    changes: [{ decision: 'hold', reason, change: toChange(compared) }],
    findings: [toFinding(reason, context.person.sourceId, section, field)],
    decisions: diffs.map((diff) => toDecision(diff, { reason, isConflict: given === 'conflict' })),
  }
}

/** The part of the address that someone has to look at. */
const findFaultyPart = (reason: PlainFindingCode | 'conflict', { desired, actual }: ComparedAddress) => {
  if (reason === 'address-incomplete') return findMissingPart(desired, actual)
  if (reason === 'postal-code-invalid') return 'PostalCode'
  return reason === 'address-country-unclear' ? 'CountryISOCode' : undefined
}

const toChange = ({ context, desired, actual, diffs }: ComparedAddress) => {
  const isWhole = isMove(desired, actual) && !isKeptApart(desired, actual)
  const { after, kept } = toSent(desired, actual)
  const alongside = isWhole ? { ...completeAddress({ ...after, ...kept }, actual), ...kept } : {}
  const changed = new Set<FieldName>(diffs.filter(isOpen).map(({ field }) => field))
  for (const field of fieldsIn(alongside)) if (alongside[field] === '') changed.add(field)
  const change = toUpdate(context, section, { before: actual, after, fields: [...changed].sort() })
  return fieldsIn(alongside).length === 0 ? change : { ...change, alongside }
}

/** In a conflict every part that differs belongs to it, because the address is written whole. */
const toDecision = (
  diff: FieldDiff,
  held?: { reason: PlainFindingCode; isConflict: boolean },
): FieldDecision => {
  const { field, verdict } = diff
  if (held === undefined || !isOpen(diff)) return { section, field, verdict, ...toMoved(diff) }
  const moved = toMoved(held.isConflict ? { ...diff, verdict: 'conflict' } : diff)
  return { section, field, verdict: 'held', reason: held.reason, ...moved }
}
