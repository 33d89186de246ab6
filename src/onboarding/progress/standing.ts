import type { Profile } from '../profile/profile.js'
import { findReminderDay, findStage, noProgress, type Progress, type Stage } from './progress.js'

/** How far the application of a profile is, as part of a result: ids and days only. */
export interface ConsumerStanding {
  profile: string
  consumer: string
  sentOn: string | null
  confirmedOn: string | null
  exchangeOn: string | null
  checkedOn: string | null
  stage: Stage['stage']
  /** What the consumer has still to say, and since when. */
  waiting: { for: 'confirmation' | 'exchange-date'; since: string; days: number; remindOn: string } | null
  isOverdue: boolean
}

/** Where the application of a profile stands today. */
export const toStanding = (
  { id, consumer }: Pick<Profile, 'id' | 'consumer'>,
  progress: Progress | undefined,
  { today, remindAfterDays }: { today: string; remindAfterDays: number },
): ConsumerStanding => {
  const recorded = progress ?? noProgress
  const stage = findStage(recorded, today, remindAfterDays)
  const waits = stage.stage === 'waiting' ? stage : undefined
  return {
    ...{ profile: id, consumer, ...recorded, stage: stage.stage },
    waiting: waits
      ? {
          for: waits.for,
          since: waits.since,
          days: waits.days,
          remindOn: findReminderDay(waits.since, remindAfterDays),
        }
      : null,
    isOverdue: waits?.isOverdue ?? false,
  }
}
