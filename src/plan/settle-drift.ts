import type { FieldBaseline, SectionBaseline } from '../domain/baseline.js'
import type { DigestValue } from '../domain/digest.js'
import type { FieldName, MappedSection } from '../domain/sections.js'
import { isWholeSection } from '../domain/sections.js'
import type { PersonPlan } from './plan-person.js'
import { toRestoreMark } from './restore-mark.js'
import type { FieldDecision, Moved } from './sections/section-plan.js'

/** A field that payroll changed. */
export type MovedField = FieldDecision & { moved: Moved }

/** Which of a person's fields are meant; nothing said means all of them. */
export interface DriftSelection {
  section?: MappedSection | undefined
  field?: FieldName | undefined
}

/** What is settled about one section by a person's word. */
export interface DriftSettlement {
  section: MappedSection
  fields: readonly FieldName[]
  baseline: SectionBaseline
}

/** The fields of a person that payroll changed, as far as they are meant. */
export const findMoved = ({ decisions }: PersonPlan, selection: DriftSelection = {}): MovedField[] =>
  decisions.filter((one): one is MovedField => {
    if (one.moved === undefined) return false
    return (
      (selection.section === undefined || selection.section === one.section) &&
      (selection.field === undefined || selection.field === one.field)
    )
  })

/** A section that is written whole is decided whole: the fields of it that the selection leaves out. */
export const findLeftOut = (plan: PersonPlan, chosen: readonly MovedField[]): MovedField[] =>
  findMoved(plan).filter(
    (one) =>
      isWholeSection(one.section) &&
      chosen.some(({ section }) => section === one.section) &&
      !chosen.includes(one),
  )

/**
 * Payroll's value stands: the baseline says that the source says the one, the target holds the other, and
 * that this is accepted.
 */
export const acceptMoved = (plan: PersonPlan, chosen: readonly MovedField[]): DriftSettlement[] =>
  settleMoved(plan, chosen, ({ moved, field, section }) =>
    // Of salaries beside the last one only the known rows say that their difference is accepted.
    moved.accepts === undefined ? moved.agreed : plan.baselines[section]?.fields[field],
  ).map((settlement) => withAccepted(settlement, chosen))

const withAccepted = (settlement: DriftSettlement, chosen: readonly MovedField[]): DriftSettlement => {
  const ours = chosen.filter(({ section }) => section === settlement.section)
  const accepted = ours.flatMap(({ moved }) => moved.accepts ?? [])
  if (accepted.length === 0) return settlement
  const { baseline } = settlement
  const rows = [...new Set([...(baseline.rows ?? []), ...accepted])]
  return { ...settlement, baseline: { ...baseline, rows } }
}

/**
 * The source's value is to stand again: payroll's is taken as seen and the source's as not sent yet, until it
 * is.
 */
export const restoreMoved = (
  plan: PersonPlan,
  chosen: readonly MovedField[],
  digest: DigestValue,
): DriftSettlement[] =>
  settleMoved(plan, chosen, ({ field, moved }) => ({
    sent: toRestoreMark(plan.subject, field, digest),
    seen: moved.agreed.seen,
  }))

const settleMoved = (
  plan: PersonPlan,
  chosen: readonly MovedField[],
  toBaseline: (one: MovedField) => FieldBaseline | undefined,
): DriftSettlement[] =>
  [...new Set(chosen.map(({ section }) => section))].map((section) => {
    const ours = chosen.filter((one) => one.section === section)
    const settledNow = plan.settled.find((one) => one.section === section)?.baseline
    const known = settledNow ?? plan.baselines[section]
    const fields = { ...known?.fields }
    for (const one of ours) {
      const decided = toBaseline(one)
      if (decided !== undefined) fields[one.field] = decided
    }
    const rows = known?.rows === undefined ? {} : { rows: known.rows }
    // Without a seal the next run looks at the section.
    return { section, fields: ours.map(({ field }) => field), baseline: { fields, ...rows } }
  })
