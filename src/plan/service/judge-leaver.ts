import { addDays } from '../../domain/date/plain-date.js'
import type { KeptReason, KnownPerson, Leaver, Place } from '../../domain/people/leaver.js'
import type { TargetStanding } from '../../domain/service.js'

/**
 * What a whole reading of the source says of someone whom a run was not given. `unsure`: a record could not
 * be read.
 */
export type SourceWord =
  { state: 'gone' | 'here' | 'unsure' } | { state: 'left'; lastDay?: string | undefined }

/** What a reading of the target says of an employee. `gone`: a whole list does not have them. */
export type TargetWord = TargetStanding | { state: 'gone' | 'not-read' }

export interface LeaverFacts {
  source: SourceWord
  targetOf: (place: Place) => TargetWord
  /** The day on which something was noted about them last; asked for where no system names a day. */
  lastNoted?: string | undefined
  today: string
  afterDays: number
}

/**
 * Says whether someone can be forgotten because their employment ended so many days ago on both sides. Whom
 * the source still has as inactive, it can bring back under the same id: then only a link that a rule or a
 * creation made is let go, because matching finds that employee again; a person's word never is. Pure.
 */
export const judgeLeaver = (
  person: KnownPerson,
  { source, targetOf, lastNoted, today, afterDays }: LeaverFacts,
): Leaver => {
  const words = person.places.map(targetOf)
  const days = [...words.map(toEnd), source.state === 'left' ? source.lastDay : undefined].filter(isDay)
  const lastDay = latest(days.length > 0 ? days : [lastNoted].filter(isDay))
  const dueOn = lastDay === undefined ? undefined : addDays(lastDay, afterDays)
  const reasons = new Set<KeptReason>([
    ...person.waits,
    ...toSourceReasons(source, person),
    ...words.flatMap(toTargetReasons),
    ...(dueOn !== undefined && dueOn > today ? (['too-recent'] as const) : []),
  ])
  if (lastDay === undefined && reasons.size === 0) reasons.add('no-last-day')
  return { subject: person.subject, lastDay, dueOn, reasons: [...reasons] }
}

const isDay = (day: string | undefined): day is string => day !== undefined && day !== ''

const latest = (days: readonly string[]): string | undefined =>
  days.reduce<string | undefined>((last, day) => (last === undefined || day > last ? day : last), undefined)

const toEnd = (word: TargetWord): string | undefined => (word.state === 'after' ? word.end : undefined)

const toSourceReasons = (source: SourceWord, { links }: KnownPerson): KeptReason[] => {
  switch (source.state) {
    case 'gone':
      return []
    case 'here':
      return ['in-source']
    case 'unsure':
      return ['unread']
    case 'left':
      return [
        ...(isDay(source.lastDay) ? [] : (['no-last-day'] as const)),
        ...(links.some(({ status }) => status !== 'connected') ? (['left-out'] as const) : []),
        ...(links.some(({ byHand }) => byHand) ? (['by-hand'] as const) : []),
      ]
  }
}

const toTargetReasons = (word: TargetWord): KeptReason[] => {
  switch (word.state) {
    case 'gone':
      return []
    case 'not-read':
      return ['company-not-read']
    case 'unknown':
      return ['no-end']
    case 'in':
    case 'before':
      return ['in-target']
    case 'after':
      return word.end === '' ? ['no-end'] : []
  }
}
