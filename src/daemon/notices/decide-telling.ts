import { Temporal } from 'temporal-polyfill'

import type { NoticeKind } from './notice.js'
import type { SituationKind, Topic } from './situation.js'

/** What one channel was last told about a topic, and how things stood since. */
export interface Remembered {
  kind: SituationKind
  /** Stands for the exact situation. */
  signs: string
  /** When it became so, ISO 8601 with offset Z. */
  since: string
  /** When the channel was last told of it; `null`: never. */
  toldAt: string | null
}

export interface MemoryKey {
  /** `null` for what concerns all connections. */
  connection: string | null
  topic: Topic
  channel: string
}

/** Keeps what was told, so that people are not told the same each night. */
export interface NoticeMemory {
  read(key: MemoryKey): Promise<Remembered | undefined>
  write(key: MemoryKey, remembered: Remembered): Promise<void>
}

export interface TellingRules {
  on: readonly NoticeKind[]
  /** Whether the same situation is told at every run, or only when it changes. */
  repeat: 'always' | 'changes'
}

export type Telling =
  /** `unchangedSince` is there for a situation that was told before. */
  { tell: NoticeKind; unchangedSince: string | undefined } | { tell: undefined }

/** After so many days the same is said again: a notice may have been overlooked. */
export const reminderDays = 7

const silent: Telling = { tell: undefined }

interface Current {
  kind: SituationKind
  signs: string
  at: string
  isOnce?: true
  isWatched?: true
}

/**
 * Whether a channel is told about a situation. `wasBad`: it was told of a failure or quarantine that is over
 * now.
 */
export const decideTelling = (
  current: Current,
  before: Remembered | undefined,
  wasBad: boolean,
  { on, repeat }: TellingRules,
): Telling => {
  const { kind } = current
  if ((kind === 'ok' || kind === 'held') && wasBad && on.includes('recovered'))
    return { tell: 'recovered', unchangedSince: undefined }
  if (kind === 'ok' || !on.includes(kind)) return silent
  if (before === undefined || !isSame(current, before) || before.toldAt === null)
    return { tell: kind, unchangedSince: undefined }
  if (current.isOnce === true) return silent
  const days = repeat === 'changes' ? reminderDays : current.isWatched === true ? 1 : 0
  return isDaysAgo(days, before.toldAt, current.at) ? { tell: kind, unchangedSince: before.since } : silent
}

/** What is remembered once the channel was told, or was not to be told. */
export const toRemembered = (
  current: Current,
  before: Remembered | undefined,
  { tell }: Telling,
): Remembered => {
  const { kind, signs, at } = current
  const same = before !== undefined && isSame(current, before)
  const toldAt = tell === undefined ? (same ? before.toldAt : null) : at
  return { kind, signs, since: same ? before.since : at, toldAt }
}

const isSame = (current: Current, before: Remembered): boolean =>
  current.kind === before.kind && current.signs === before.signs

/**
 * Also when the clock was set back by so much, which must silence nothing. An hour less counts too: what is
 * told each night at the same time is not told to the second.
 */
const isDaysAgo = (days: number, then: string, now: string): boolean => {
  const hours = Temporal.Instant.from(then).until(now).total('hours')
  return Math.abs(hours) >= days * 24 - 1
}
