import type { PlannedChange } from '../../domain/change.js'
import type { Finding } from '../../domain/finding.js'
import type { FieldName } from '../../domain/sections.js'
import { fieldsIn, pickValues, type Values } from '../../domain/values.js'
import { compositeState } from './composite-fields.js'
import { diffFields, sealSection, type FieldDiff } from './diff-fields.js'
import { toDriftOfPayroll, toUntouched } from './entered-meanwhile.js'
import { toFinding } from '../../domain/findings/to-finding.js'
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
} from './section-plan.js'

/** The section in which every field stands for itself. */
export type FieldSection = 'personalInfo'

/** What becomes of one differing or agreeing field. */
type Treatment =
  | { kind: 'agreed'; adopted?: true }
  | { kind: 'send'; first: boolean }
  /** Kept back; `remark` fields are only reported, the others count as a held change. */
  | { kind: 'hold'; reason: PlainFindingCode }
  | { kind: 'report'; reason: PlainFindingCode }

/** One section of a person: what should be in the target, and what is there. */
interface SectionSides {
  context: PersonContext
  section: FieldSection
  desired: Values
  actual: Values
}

/** Plans personal info, whose fields stand for themselves. */
export const planFields = (context: PersonContext, section: FieldSection, rules: PlanRules): SectionPlan => {
  const desired = context.person.sections[section]
  if (desired === undefined || context.person.heldSections.has(section)) return nothingPlanned
  if (context.targetId === null) return planFirstValues(context, section, desired, rules)
  const actual = context.target?.[section]
  const { sourceId } = context.person
  if (actual === undefined) {
    return { ...nothingPlanned, findings: [toFinding('section-unreadable', sourceId, section)] }
  }
  const seal = sealSection(sourceId, section, desired, actual, rules.digest)
  const baseline = context.baselines[section]
  if (baseline?.seal === seal) return nothingPlanned
  const compared = withoutUnseen(
    diffFields({ subject: sourceId, section, desired, actual, baseline, ...rules }),
    context.target?.unseen ?? [],
  )
  const sides = { context, section, desired, actual }
  const diffs = toDriftOfPayroll(compared, actual, context)
  const treated = keepTogether(diffs.map((diff) => ({ diff, treatment: treat(diff, sides, rules) })))
  const agreed = treated.filter(({ treatment }) => treatment.kind === 'agreed').map(({ diff }) => diff)
  return {
    ...toChanges(sides, treated, rules),
    settled: settleIfNew(baseline, agreed, agreed.length === diffs.length ? seal : undefined),
    decisions: treated.map(({ diff, treatment }) => toDecision(section, diff, treatment)),
  }
}

/**
 * A value that the target does not show is not one that payroll took away: only what the source changed is
 * sent.
 */
const withoutUnseen = (diffs: readonly FieldDiff[], unseen: readonly FieldName[]): readonly FieldDiff[] =>
  unseen.length === 0
    ? diffs
    : diffs.flatMap((diff) => {
        if (!unseen.includes(diff.field)) return [diff]
        if (diff.verdict === 'drift') return []
        return [diff.verdict === 'conflict' ? { ...diff, verdict: 'source-changed' } : diff]
      })

const planFirstValues = (
  context: PersonContext,
  section: FieldSection,
  desired: Values,
  rules: PlanRules,
): SectionPlan => {
  const filled = filledValues(desired)
  const holds = numberIsTaken(context, filled, rules)
  const fields = fieldsIn(filled).filter(
    (field) => field !== 'FirstName' && field !== 'LastName' && !(holds && field === 'EmployeeNumber'),
  )
  const held: PlannedChange[] = holds
    ? [
        holdFields(
          { context, section, desired: filled, actual: {} },
          ['EmployeeNumber'],
          'employee-number-taken',
        ),
      ]
    : []
  const sent: PlannedChange[] =
    fields.length === 0
      ? []
      : [
          {
            decision: 'send',
            change: toUpdate(context, section, {
              before: toUntouched(fields),
              after: pickValues(filled, fields),
              fields,
            }),
          },
        ]
  return {
    changes: [...sent, ...held],
    findings: holds
      ? [toFinding('employee-number-taken', context.person.sourceId, section, 'EmployeeNumber')]
      : [],
    settled: undefined,
    decisions: fields.map((field) => ({ section, field, verdict: 'to-create' })),
  }
}

const numberIsTaken = (context: PersonContext, desired: Values, rules: PlanRules): boolean => {
  const number = desired.EmployeeNumber ?? ''
  return number !== '' && [...rules.numberHolders(number)].some((holder) => holder !== context.targetId)
}

const treat = (
  diff: FieldDiff,
  { context, section, desired, actual }: SectionSides,
  rules: PlanRules,
): Treatment => {
  const treatment = treatVerdict(diff)
  // What a release of a conflict does not take away is said instead of it.
  const wouldBeSent =
    treatment.kind === 'send' || (treatment.kind === 'hold' && treatment.reason === 'conflict')
  if (!wouldBeSent) return treatment
  if (compositeState(section, diff.field, desired, actual) === 'apart') {
    return { kind: 'hold', reason: 'name-prefix-separate' }
  }
  if (diff.field === 'EmployeeNumber' && numberIsTaken(context, desired, rules)) {
    return { kind: 'hold', reason: 'employee-number-taken' }
  }
  return treatment
}

const treatVerdict = (diff: FieldDiff): Treatment => {
  switch (diff.verdict) {
    case 'in-sync':
    case 'settled':
      return { kind: 'agreed' }
    case 'source-changed':
      return { kind: 'send', first: false }
    case 'first-contact':
      return { kind: 'send', first: true }
    case 'conflict':
      return { kind: 'hold', reason: 'conflict' }
    case 'drift':
      return treatDrift(diff)
  }
}

/** Fields that are one name: a part of the new one beside a part of the old one is no one's. */
const names: readonly (readonly FieldName[])[] = [
  ['Prefix', 'LastName'],
  ['PartnerPrefix', 'PartnerLastName'],
]

/** Holds what would be sent of a name of which another part is held, or was changed by payroll. */
const keepTogether = (treated: readonly Treated[]): readonly Treated[] => {
  const torn = names.filter((fields) => {
    const kinds = new Set(
      treated.filter(({ diff }) => fields.includes(diff.field)).map(({ treatment }) => treatment.kind),
    )
    return kinds.has('send') && (kinds.has('hold') || kinds.has('report'))
  })
  if (torn.length === 0) return treated
  return treated.map((one) => {
    const { diff, treatment } = one
    const isTorn = torn.some((fields) => fields.includes(diff.field))
    const isOpen = treatment.kind === 'send' || treatment.kind === 'report'
    return isTorn && isOpen ? { diff, treatment: { kind: 'hold', reason: 'conflict' } } : one
  })
}

const treatDrift = ({ onDrift }: FieldDiff): Treatment => {
  switch (onDrift) {
    case 'report':
      return { kind: 'report', reason: 'drift' }
    case 'restore':
      return { kind: 'send', first: false }
    case 'adopt':
      return { kind: 'agreed', adopted: true }
  }
}

interface Treated {
  diff: FieldDiff
  treatment: Treatment
}

const toChanges = (
  sides: SectionSides,
  treated: readonly Treated[],
  rules: PlanRules,
): { changes: PlannedChange[]; findings: Finding[] } => {
  const { context, section, desired, actual } = sides
  const { sourceId } = context.person
  const findings: Finding[] = []
  const held: PlannedChange[] = []
  for (const { diff, treatment } of treated) {
    if (treatment.kind === 'agreed' || treatment.kind === 'send') continue
    findings.push(toFinding(treatment.reason, sourceId, section, diff.field))
    if (treatment.kind === 'hold' && treatment.reason !== 'conflict') {
      held.push(holdFields(sides, [diff.field], treatment.reason))
    }
  }
  const sent = fieldsOf(treated, ({ kind }) => kind === 'send')
  // Conflicts of one section are one change: a person decides about them together.
  const conflicts = fieldsOf(
    treated,
    (treatment) => treatment.kind === 'hold' && treatment.reason === 'conflict',
  )
  if (sent.length + conflicts.length > 0 && !rules.capabilities.has(`${section}.update`)) {
    findings.push(toFinding('not-supported', sourceId, section))
    const fields = [...sent, ...conflicts].sort()
    return {
      changes: [...held, holdFields(sides, fields, 'not-supported')],
      findings,
    }
  }
  if (conflicts.length > 0) held.push(holdFields(sides, conflicts, 'conflict'))
  if (sent.length === 0) return { changes: held, findings }
  const change = toUpdate(context, section, {
    before: pickValues(actual, sent),
    after: pickValues(desired, sent),
    fields: sent,
  })
  const first =
    !context.createdByUs && treated.some(({ treatment }) => treatment.kind === 'send' && treatment.first)
  const note = first ? { note: 'first-contact' as const } : {}
  return { changes: [{ decision: 'send', change, ...note }, ...held], findings }
}

const fieldsOf = (treated: readonly Treated[], isMeant: (treatment: Treatment) => boolean): FieldName[] =>
  treated.filter(({ treatment }) => isMeant(treatment)).map(({ diff }) => diff.field)

const holdFields = (
  { context, section, desired, actual }: SectionSides,
  fields: readonly FieldName[],
  reason: PlainFindingCode,
): PlannedChange => ({
  decision: 'hold',
  reason,
  change: toUpdate(context, section, {
    before: pickValues(actual, fields),
    after: pickValues(desired, fields),
    fields,
  }),
})

const toDecision = (section: FieldSection, diff: FieldDiff, treatment: Treatment): FieldDecision => {
  const { field, verdict } = diff
  if (treatment.kind === 'hold') {
    return { section, field, verdict: 'held', reason: treatment.reason, ...toMoved(diff) }
  }
  // A line that payroll keeps in parts and that says the same is no drift; a value that is adopted is one
  // that goes by itself.
  if (treatment.kind === 'agreed' && treatment.adopted !== true)
    return { section, field, verdict: verdict === 'in-sync' ? verdict : 'settled' }
  return { section, field, verdict, ...toMoved(diff) }
}
