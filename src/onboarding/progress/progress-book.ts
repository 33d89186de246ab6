import type { Milestone, Progress, ProgressKey } from './progress.js'

export interface RecordedProgress extends ProgressKey {
  progress: Progress
}

/** What people recorded about the applications of a connection: ids and days, and nothing of any person. */
export interface ProgressBook {
  /** In the order of companies and profiles. */
  readOnboardingProgress(): Promise<readonly RecordedProgress[]>
  /** Records a day, or takes it back with `null`; goes on record. */
  noteMilestones(
    key: ProgressKey,
    days: readonly { milestone: Milestone; on: string | null }[],
  ): Promise<void>
  /** The account was looked at on the day of the first exchange. */
  noteExchangeChecked(key: ProgressKey, on: string): Promise<void>
}

/** What was recorded of one application. */
export const findProgress = (
  recorded: readonly RecordedProgress[],
  { companyId, profile }: ProgressKey,
): Progress | undefined =>
  recorded.find((one) => one.companyId === companyId && one.profile === profile)?.progress
