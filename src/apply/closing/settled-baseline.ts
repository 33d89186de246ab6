import type { FieldBaseline, SectionBaseline } from '../../domain/baseline.js'
import type { UpdateChange } from '../../domain/change.js'
import type { FieldName } from '../../domain/sections.js'
import { fieldsIn, type Values } from '../../domain/values.js'
import type { PersonPlan } from '../../plan/plan-person.js'
import { toSentDigest, type MemoryRules } from '../../plan/salary/salary-memory.js'
import type { SettledNow } from '../person-progress.js'

/** What is settled of a person: as it was planned, and by the writes of this run. */
export interface SettledSoFar {
  plan: Pick<PersonPlan, 'baselines'>
  settledNow: SettledNow
}

/** The section's baseline once a change stands in the target: what was sent, and what became of it there. */
export const toSettledBaseline = (
  change: UpdateChange,
  { after, seal }: { after: Values; seal: string | undefined },
  settled: SettledSoFar,
  rules: MemoryRules,
): SectionBaseline => {
  const { subject, section } = change
  const known = findKnown(section, settled)
  const fields: Partial<Record<FieldName, FieldBaseline>> = { ...known?.fields }
  for (const field of fieldsIn(change.after)) {
    const { normalise } = rules.policyOf(section, field)
    fields[field] = {
      sent: rules.digest(subject, field, normalise(change.after[field] ?? '')),
      seen: rules.digest(subject, field, normalise(after[field] ?? '')),
    }
  }
  const rows = withSentRow(change, known, rules)
  return { fields, ...(seal === undefined ? {} : { seal }), ...(rows === undefined ? {} : { rows }) }
}

/**
 * The baseline after a salary that settles nothing yet. That it was sent is known all the same: what AlexisHR
 * takes back later is told apart by that.
 */
export const toUnsettledBaseline = (
  change: UpdateChange,
  settled: SettledSoFar,
  rules: MemoryRules,
): SectionBaseline | undefined => {
  const known = findKnown(change.section, settled)
  const rows = withSentRow(change, known, rules)
  return known === undefined || rows === undefined ? undefined : { fields: known.fields, rows }
}

const findKnown = (
  section: UpdateChange['section'],
  { plan, settledNow }: SettledSoFar,
): SectionBaseline | undefined => settledNow.get(section) ?? plan.baselines[section]

/** The salaries that are known to be sent, with the one that was sent now. */
const withSentRow = (
  { subject, section, after }: UpdateChange,
  known: SectionBaseline | undefined,
  rules: MemoryRules,
): SectionBaseline['rows'] => {
  const { Value, Type, Start } = after
  if (section !== 'salary' || Value === undefined || Type === undefined || Start === undefined)
    return undefined
  return [...new Set([...(known?.rows ?? []), toSentDigest(subject, { Value, Type, Start }, rules)])]
}
