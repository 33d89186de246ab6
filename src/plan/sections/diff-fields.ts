import type { FieldBaseline, SectionBaseline } from '../../domain/baseline.js'
import type { DigestValue } from '../../domain/digest.js'
import type { SourceEmployeeId } from '../../domain/ids.js'
import { packValues, type PackedValues } from '../../domain/packed/packed-values.js'
import { holdsInvisible } from '../../domain/text/invisible.js'
import { findFieldType, type FieldName, type MappedSection } from '../../domain/sections.js'
import { fieldsIn, type Values } from '../../domain/values.js'
import { compositeState, heldLine } from './composite-fields.js'
import type { FieldPolicy, OnDrift, PolicyOf } from './field-policy.js'

/**
 * What the three-way table says of one field.
 * - `in-sync`: both sides agree. `settled`: they differ, and that difference was accepted before.
 * - `source-changed`: the source moved, the target did not. `first-contact`: they differ and nothing was ever
 *   settled.
 * - `drift`: the target moved, the source did not. `conflict`: both moved.
 */
export type Verdict = 'in-sync' | 'settled' | 'source-changed' | 'first-contact' | 'drift' | 'conflict'

export interface FieldDiff {
  field: FieldName
  verdict: Verdict
  onDrift: OnDrift
  /** What the baseline becomes if both sides stay as they are. */
  agreed: FieldBaseline
}

export interface DiffInput {
  subject: SourceEmployeeId
  section: MappedSection
  desired: Values
  actual: Values
  baseline: SectionBaseline | undefined
  policyOf: PolicyOf
  digest: DigestValue
}

/**
 * Compares a section field by field. A field that the source has nothing to say about is not compared. A line
 * that the target keeps in parts is compared whole.
 */
export const diffFields = ({
  subject,
  section,
  desired,
  actual,
  baseline,
  policyOf,
  digest,
}: DiffInput): FieldDiff[] =>
  fieldsIn(desired).map((field) => {
    const policy = policyOf(section, field)
    const wanted = policy.normalise(desired[field] ?? '')
    const held = policy.normalise(heldLine(section, field, actual, policyOf))
    const agreed = {
      sent: digest(subject, field, wanted),
      seen: digest(subject, field, held),
    }
    const isSame =
      wanted === held ||
      compositeState(section, field, desired, actual) === 'same' ||
      // A prefix of which the source says nothing is payroll's own.
      (field === 'LastName' && wanted === policy.normalise(actual.LastName ?? ''))
    const isToHeal = wanted === held && needsHealing(section, field, actual[field] ?? '')
    const sameVerdict = isToHeal ? 'source-changed' : 'in-sync'
    const verdict = isSame ? sameVerdict : judge(baseline?.fields[field], agreed)
    return { field, verdict, onDrift: policy.onDrift, agreed }
  })

/**
 * What no one sees makes no difference to whether two texts are the same, and all the difference to the
 * person who looks for one. It came with copied text, once into the source and from there into the target;
 * what the mapping makes holds none. An account is no text to be corrected unasked.
 */
const needsHealing = (section: MappedSection, field: FieldName, held: string): boolean => {
  if (section !== 'personalInfo' && section !== 'address') return false
  const type = findFieldType(section, field)
  return (type === 'text' || type === 'email' || type === 'phone') && holdsInvisible(held)
}

const judge = (baseline: FieldBaseline | undefined, now: FieldBaseline): Verdict => {
  if (baseline === undefined) return 'first-contact'
  const sourceStill = baseline.sent === now.sent
  const targetStill = baseline.seen === now.seen
  if (sourceStill && targetStill) return 'settled'
  if (targetStill) return 'source-changed'
  return sourceStill ? 'drift' : 'conflict'
}

const severityOf: Readonly<Record<Verdict, number>> = {
  'in-sync': 0,
  settled: 1,
  'source-changed': 2,
  drift: 3,
  'first-contact': 4,
  conflict: 5,
}

/**
 * The verdict that decides for a whole section: a drift beside what the source would change is a conflict,
 * because the record is written whole.
 */
export const worstVerdict = (diffs: readonly FieldDiff[]): Verdict => {
  const verdicts = new Set(diffs.map(({ verdict }) => verdict))
  const sourceMoves = verdicts.has('source-changed') || verdicts.has('first-contact')
  if (sourceMoves && verdicts.has('drift')) return 'conflict'
  return [...verdicts].reduce<Verdict>(
    (worst, one) => (severityOf[one] > severityOf[worst] ? one : worst),
    'in-sync',
  )
}

/** Whether two values are the same once layout is taken away. */
export const sameValue = (policy: FieldPolicy, left: string, right: string): boolean =>
  left === right || policy.normalise(left) === policy.normalise(right)

/** Whether the target already holds every value the source has. */
export const sameValues = (
  section: MappedSection,
  desired: Values,
  actual: Values,
  policyOf: PolicyOf,
): boolean =>
  fieldsIn(desired).every((field) =>
    sameValue(policyOf(section, field), desired[field] ?? '', actual[field] ?? ''),
  )

/**
 * One digest over a section's two sides exactly as they are. When it equals the stored seal, nothing moved
 * since all was settled, and no field needs a look. The target's side counts whole: a house number that
 * payroll keeps apart matters to a street. Without `actual` (a side that was not read) it covers the source
 * alone.
 */
export const sealSection = (
  subject: SourceEmployeeId,
  section: MappedSection,
  desired: Values,
  actual: Values | undefined,
  digest: DigestValue,
): string =>
  sealPacked(subject, section, packValues(section, desired), actual && packValues(section, actual), digest)

/** `sealSection` for values that are packed already. */
export const sealPacked = (
  subject: SourceEmployeeId,
  section: MappedSection,
  desired: PackedValues,
  actual: PackedValues | undefined,
  digest: DigestValue,
): string =>
  actual === undefined
    ? digest(subject, `${section}?`, desired)
    : // A seal of before, over a text with something in it that no one sees, holds no more.
      digest(subject, holdsInvisible(actual) ? `${section}~` : section, `${desired}\u0001${actual}`)
