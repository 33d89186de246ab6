import { addDays } from '../../domain/date/plain-date.js'

/** What happens with a consumer once an account is ready, in this order. */
export const milestones = ['sent', 'confirmed', 'exchange'] as const
export type Milestone = (typeof milestones)[number]

/** Which application it is: a profile of one company. */
export interface ProgressKey {
  companyId: string
  /** The id of the profile. */
  profile: string
}

/** How far an application is, as people recorded it. Days are `YYYY-MM-DD`; `null`: not yet. */
export interface Progress {
  /** The facts were handed in to the consumer. */
  sentOn: string | null
  /** The consumer said that the connection is made. */
  confirmedOn: string | null
  /** The day of the first exchange, as the consumer gave it. */
  exchangeOn: string | null
  /** The day on which the account was looked at for the first exchange. */
  checkedOn: string | null
}

export const noProgress: Progress = { sentOn: null, confirmedOn: null, exchangeOn: null, checkedOn: null }

/** What a consumer has still to say. */
export type Awaited = 'confirmation' | 'exchange-date'

/** Where an application stands on a day. */
export type Stage =
  | { stage: 'not-sent' }
  | { stage: 'waiting'; for: Awaited; since: string; days: number; isOverdue: boolean }
  | { stage: 'exchange-ahead'; on: string }
  | { stage: 'exchange-today'; on: string }
  | { stage: 'exchanged'; on: string }

const dayMs = 86_400_000
const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / dayMs)

/** Where an application stands today. A consumer who says nothing for `remindAfterDays` days is overdue. */
export const findStage = (progress: Progress, today: string, remindAfterDays: number): Stage => {
  const { sentOn, confirmedOn, exchangeOn } = progress
  if (exchangeOn !== null) {
    if (exchangeOn === today) return { stage: 'exchange-today', on: exchangeOn }
    return { stage: exchangeOn > today ? 'exchange-ahead' : 'exchanged', on: exchangeOn }
  }
  const since = confirmedOn ?? sentOn
  if (since === null) return { stage: 'not-sent' }
  const days = daysBetween(since, today)
  return {
    stage: 'waiting',
    for: confirmedOn === null ? 'confirmation' : 'exchange-date',
    since,
    days,
    isOverdue: days >= remindAfterDays,
  }
}

/** The day from which on a waiting application is overdue. */
export const findReminderDay = (since: string, remindAfterDays: number): string =>
  addDays(since, remindAfterDays)

/** Sets a milestone to a day, or takes it back. A new day of the exchange is looked at anew. */
export const withMilestone = (progress: Progress, milestone: Milestone, on: string | null): Progress => {
  switch (milestone) {
    case 'sent':
      return { ...progress, sentOn: on }
    case 'confirmed':
      return { ...progress, confirmedOn: on }
    case 'exchange':
      return {
        ...progress,
        exchangeOn: on,
        checkedOn: on === progress.exchangeOn ? progress.checkedOn : null,
      }
  }
}

/** What keeps an application from being as recorded; codes, for the words are said elsewhere. */
export type ProgressFlaw = 'sent-later' | 'confirmed-later' | 'confirmed-before-sent' | 'exchange-before-sent'

/** What cannot be: what happened lies after today, or a later step before an earlier one. */
export const findFlaw = (
  { sentOn, confirmedOn, exchangeOn }: Progress,
  today: string,
): ProgressFlaw | undefined => {
  if (sentOn !== null && sentOn > today) return 'sent-later'
  if (confirmedOn !== null && confirmedOn > today) return 'confirmed-later'
  if (sentOn === null) return undefined
  if (confirmedOn !== null && confirmedOn < sentOn) return 'confirmed-before-sent'
  return exchangeOn !== null && exchangeOn < sentOn ? 'exchange-before-sent' : undefined
}
