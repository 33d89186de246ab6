import { ConfigError } from '../../domain/errors.js'
import { findProgress } from '../../onboarding/progress/progress-book.js'
import {
  findFlaw,
  noProgress,
  withMilestone,
  type Milestone,
  type Progress,
  type ProgressFlaw,
} from '../../onboarding/progress/progress.js'
import type { Store } from '../../run/store/store.js'

/** A milestone and its day; `null` takes it back. */
export interface MilestoneDay {
  milestone: Milestone
  on: string | null
}

/** What is recorded about an application. */
export interface RecordOrder {
  companyId: string
  profiles: readonly { id: string }[]
  days: readonly MilestoneDay[]
  today: string
}

/** The days that a command records. Throws `ConfigError` when one is wanting. */
export const toDays = (
  milestone: Milestone,
  { on, firstExchange, undo }: { on?: string; firstExchange?: string; undo?: boolean },
  today: string,
): MilestoneDay[] => {
  if (undo === true) return [{ milestone, on: null }]
  if (milestone === 'exchange' && on === undefined)
    throw new ConfigError('Say the day of the first exchange with --on DATE, such as --on 2026-12-24')
  return [
    { milestone, on: on ?? today },
    ...(firstExchange === undefined ? [] : [{ milestone: 'exchange' as const, on: firstExchange }]),
  ]
}

/** Records the days for every profile, or nothing at all. Throws `ConfigError` for what cannot be. */
export const recordProgress = async (store: Store, order: RecordOrder): Promise<void> => {
  const { companyId, profiles, days, today } = order
  const recorded = await store.applications.readOnboardingProgress()
  for (const { id } of profiles) {
    const before = findProgress(recorded, { companyId, profile: id }) ?? noProgress
    refuseFlaw(
      days.reduce((so, { milestone, on }) => withMilestone(so, milestone, on), before),
      today,
    )
  }
  for (const { id } of profiles) await store.applications.noteMilestones({ companyId, profile: id }, days)
}

const flawTexts: Readonly<Record<ProgressFlaw, string>> = {
  'sent-later': 'The day it was handed in lies after today',
  'confirmed-later': 'The day of the confirmation lies after today',
  'confirmed-before-sent': 'It would be confirmed before it was handed in',
  'exchange-before-sent': 'The first exchange would be before the facts were handed in',
}

const refuseFlaw = (progress: Progress, today: string): void => {
  const flaw = findFlaw(progress, today)
  if (flaw !== undefined)
    throw new ConfigError(
      `${flawTexts[flaw]}. Look at what is recorded: nmbrs-sync onboarding progress; a wrong day goes with --undo`,
    )
}
