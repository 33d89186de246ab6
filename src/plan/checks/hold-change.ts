import type { PlannedChange, UpdateChange } from '../../domain/change.js'
import { digestChange } from '../../domain/hold/hold-digest.js'
import { toHoldStanding, type HoldStanding, type Today } from '../../domain/hold/hold-standing.js'
import { holdReasons, type Hold, type HoldReason, type NewHold } from '../../domain/hold/hold.js'
import type { SourceEmployeeId } from '../../domain/ids.js'
import { findHoldReasons } from './hold-reasons.js'
import type { HoldQuestion, ReasonRules } from './hold-question.js'

export interface HoldRules extends ReasonRules, Today {}

/** A change that waits, waited until it was released, or was rejected. */
export interface HeldChange {
  planned: PlannedChange
  /** What waits, as it was planned. */
  change: UpdateChange
  reasons: readonly [HoldReason, ...HoldReason[]]
  /** The record of it. */
  wanted: NewHold
  /** The stored record; `undefined` when it was never seen before. */
  hold: Hold | undefined
  /** Where that record stands; a new one waits. */
  standing: HoldStanding
  /** Who else has the account. */
  sharers: readonly SourceEmployeeId[]
}

/** A planned update that is not held for a reason which no release takes away. */
export type OpenToHolds = PlannedChange & { decision: 'send' | 'hold'; change: UpdateChange }

const releasable: ReadonlySet<string> = new Set([
  'conflict',
  'first-contact',
  'identity-changed',
  'identity-first-contact',
  'salary-withdrawn',
  'rehired',
  'employment-ended',
  'salary-off-payroll',
] satisfies HoldReason[])

const isReleasable = (reason: string): boolean => releasable.has(reason)

/** What is held for another reason is not for a release to let go. */
export const isOpenToHolds = (planned: PlannedChange): planned is OpenToHolds => {
  if (planned.change.kind === 'create' || planned.decision === 'skip') return false
  return planned.decision === 'send' || isReleasable(planned.reason)
}

/** Decides about one change; `undefined` when nothing makes it wait. */
export const holdChange = (
  planned: OpenToHolds,
  known: Omit<HoldQuestion, 'change' | 'sharesAccount'> & {
    holds: readonly Hold[]
    sharers: readonly SourceEmployeeId[]
  },
  rules: HoldRules,
): HeldChange | undefined => {
  const { change } = planned
  const { sharers, createdByUs } = known
  const sharesAccount = sharers.length > 0
  const reasons = allReasons(planned, findHoldReasons({ ...known, change, sharesAccount }, rules))
  if (reasons === undefined) return undefined
  const { subject, companyId, targetId, section, fields } = change
  const digest = digestChange(rules.digest, change, { madeByUs: createdByUs, sharesAccount })
  const hold = known.holds.find((one) => one.section === section && one.digest === digest)
  const standing: HoldStanding =
    hold === undefined
      ? { state: 'waiting', releasedBy: [], expired: false }
      : toHoldStanding(hold, rules.settings, rules)
  return {
    planned: decide(planned, reasons[0], hold, standing),
    change,
    reasons,
    wanted: { subject, companyId, targetId, section, fields, reason: reasons[0], digest },
    hold,
    standing,
    sharers,
  }
}

/** The plan's own reason and those of the rules, the weightiest first. */
const allReasons = (
  planned: OpenToHolds,
  found: readonly HoldReason[],
): [HoldReason, ...HoldReason[]] | undefined => {
  const own = planned.decision === 'hold' ? planned.reason : undefined
  // That both sides changed says more than that a value was there before.
  const said = own === 'conflict' ? found.filter((reason) => reason !== 'first-contact') : found
  const [first, ...others] = holdReasons.filter((reason) => reason === own || said.includes(reason))
  return first === undefined ? undefined : [first, ...others]
}

const decide = (
  { change, seal, settles, ...planned }: OpenToHolds,
  reason: HoldReason,
  hold: Hold | undefined,
  { state }: HoldStanding,
): PlannedChange => {
  const fixed = planned.decision === 'hold' && planned.fixed === true ? { fixed: true as const } : {}
  const sealed = {
    ...(seal === undefined ? {} : { seal }),
    ...(settles === undefined ? {} : { settles }),
    ...fixed,
  }
  if (hold === undefined) return { change, decision: 'hold', reason, ...sealed }
  switch (state) {
    case 'released': {
      if (fixed.fixed === true) return { change, decision: 'hold', reason, hold: hold.id, ...sealed }
      const note = planned.decision === 'send' && planned.note !== undefined ? { note: planned.note } : {}
      const settling = settles === undefined ? {} : { settles }
      return {
        change,
        decision: 'send',
        release: hold.id,
        ...note,
        ...(seal === undefined ? {} : { seal }),
        ...settling,
      }
    }
    case 'rejected':
      return { change, decision: 'skip', reason: 'hold-rejected', hold: hold.id }
    case 'waiting':
    case 'delayed':
    case 'used':
    case 'superseded':
      return { change, decision: 'hold', reason, hold: hold.id, ...sealed }
  }
}
