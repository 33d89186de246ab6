import type { SourceEmployeeId } from '../../../domain/ids.js'
import type { FieldName, MappedSection } from '../../../domain/sections.js'
import {
  limitedKinds,
  toLimitedKind,
  type Allowances,
  type Limit,
  type LimitedKind,
  type Thresholds,
} from '../../../domain/threshold.js'
import type { ChangeCounts, ChangingField } from './count-changes.js'
import { shareOf } from './share-of.js'

/** A limit that a run would go over, and the kind of change that is held for it. */
export interface Exceeded {
  kind: LimitedKind
  /** The field that changes for nearly everyone; absent for a limit on the kind itself. */
  field?: { section: MappedSection; name: FieldName }
  /** How many people would change. */
  people: number
  /** How many may. */
  allowed: number
  linked: number
  /** The first of the people concerned. */
  first: SourceEmployeeId
}

/**
 * Below this many people the same field for everyone is no sign of anything: a small company moves office in
 * one night.
 */
export const fewestForSameField = 10

/**
 * The limits that what is counted goes over. `linked` is the number of connected people, new links included.
 */
export const findExceeded = (
  counts: ChangeCounts,
  linked: number,
  thresholds: Thresholds,
  allow: Allowances,
): Exceeded[] =>
  limitedKinds.flatMap((kind) => {
    const first = counts.first[kind]
    if (first === undefined) return []
    const people = counts.people[kind]
    const allowed = allow[kind] ?? toPeople(thresholds[kind], linked)
    const field = findSameField(kind, counts, linked, thresholds, allow)
    return [
      ...(people > allowed ? [{ kind, people, allowed, linked, first }] : []),
      ...(field === undefined ? [] : [{ kind, ...field, linked, first }]),
    ]
  })

/** How many people a limit lets through: the lower of its two figures. */
const toPeople = ({ max, percent }: Limit, linked: number): number =>
  Math.min(
    max ?? Number.POSITIVE_INFINITY,
    percent === undefined ? Number.POSITIVE_INFINITY : shareOf(percent, linked),
  )

/** The field of this kind that changes for most people, when those are nearly everyone. */
const findSameField = (
  kind: LimitedKind,
  { fields }: ChangeCounts,
  linked: number,
  { sameField }: Thresholds,
  allow: Allowances,
): Pick<Exceeded, 'people' | 'allowed' | 'field'> | undefined => {
  const most = fields
    .filter(({ section }) => toLimitedKind(section) === kind)
    .reduce<ChangingField | undefined>(
      (best, one) => (best !== undefined && best.people >= one.people ? best : one),
      undefined,
    )
  // At the share itself it is nearly everyone already, so one less is what may change.
  const allowed = allow.sameField ?? Math.max(fewestForSameField, shareOf(sameField.percent, linked)) - 1
  if (most === undefined || most.people <= allowed) return undefined
  return { people: most.people, allowed, field: { section: most.section, name: most.field } }
}
