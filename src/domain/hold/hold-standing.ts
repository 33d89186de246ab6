import type { Hold, HoldSettings, HoldWord } from './hold.js'
import { addDays, toDayOfInstant } from '../date/plain-date.js'

/** Where a hold stands on a day. */
export type HoldStanding =
  /** `releasedBy`: who released it already, where one is not enough. `expired`: a release ran out unused. */
  | { state: 'waiting'; releasedBy: readonly string[]; expired: boolean }
  /** Released, and sent from that day on. */
  | { state: 'delayed'; from: string; releasedBy: readonly string[] }
  /** Released. `until` is the last day on which that counts. */
  | { state: 'released'; until: string; releasedBy: readonly string[] }
  | { state: 'rejected'; by: string }
  | { state: 'used' | 'superseded' }

/** The day and what a day is. */
export interface Today {
  today: string
  timeZone: string
}

/** Where a hold stands, from what was said about it and the settings as they are now. */
export const toHoldStanding = (hold: Hold, settings: HoldSettings, now: Today): HoldStanding => {
  if (hold.closed !== null) return { state: hold.closed.how }
  const lastReject = hold.words.findLastIndex(({ word }) => word === 'reject')
  const releases = hold.words.slice(lastReject + 1)
  const rejected = hold.words[lastReject]
  if (rejected !== undefined && releases.length === 0) return { state: 'rejected', by: rejected.actor }
  const { valid, until } = countReleases(releases, hold.sending, settings, now)
  if (valid.length < settings.releasers) {
    return { state: 'waiting', releasedBy: valid, expired: valid.length < distinctActors(releases).length }
  }
  const from = addDays(toDayOfInstant(hold.openedAt, now.timeZone), settings.waitDays)
  return now.today < from
    ? { state: 'delayed', from, releasedBy: valid }
    : { state: 'released', until, releasedBy: valid }
}

/** The people whose release still counts, and the last day on which enough of them do. */
const countReleases = (
  releases: readonly HoldWord[],
  sending: boolean,
  { expireDays, releasers }: HoldSettings,
  { today, timeZone }: Today,
): { valid: readonly string[]; until: string } => {
  const dated = releases.map((word) => ({
    word,
    until: addDays(toDayOfInstant(word.at, timeZone), expireDays),
  }))
  // What a run may have sent already is not forgotten before it is known how that ended.
  const counting = sending ? dated : dated.filter(({ until }) => today <= until)
  const valid = distinctActors(counting.map(({ word }) => word))
  const latest = valid.map(
    (actor) => counting.filter(({ word }) => sameActor(word.actor, actor)).at(-1)?.until ?? '',
  )
  return { valid, until: latest.sort().at(-releasers) ?? today }
}

const distinctActors = (words: readonly HoldWord[]): string[] => {
  const actors: string[] = []
  for (const { actor } of words) if (!actors.some((known) => sameActor(known, actor))) actors.push(actor)
  return actors
}

/** Whether two names mean one person: letter case and blanks make no one a second person. */
export const sameActor = (one: string, other: string): boolean => foldActor(one) === foldActor(other)

const foldActor = (actor: string): string => actor.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
