import { toHoldStanding, type HoldStanding, type Today } from '../../../domain/hold/hold-standing.js'
import type { Hold, HoldSettings } from '../../../domain/hold/hold.js'
import type { SeenHold } from '../../../run/by-hand/see-holds.js'
import type { FindName } from '../../people/find-name.js'
import { toValueView, type ValueView } from '../../kit/shown-value.js'
import { toPersonView, type PersonView } from '../../people/person-view.js'

/** What decides where a hold stands. */
export interface HoldContext extends Today {
  settings: HoldSettings
}

/** A change that waits, or waited, for a person. */
export interface HoldView extends Omit<Hold, 'subject' | 'targetId' | 'digest'> {
  person: PersonView
  /** Where it stands today. */
  standing: HoldStanding
  /** How many different people have to release it. */
  releasers: number
}

/** All that `holds` says of a connection. */
export interface HoldsView {
  connection: string
  /** Whether those that are over are among them. */
  all: boolean
  holds: readonly HoldView[]
  /** `since`: when the oldest was first seen, an instant. */
  waiting: { changes: number; people: number; since: string | null }
  /** How many are released, at once or from a day on. */
  released: number
}

const noName: FindName = () => undefined

/** Puts together what `holds` says. Pure. */
export const buildHoldsView = (
  { connection, all, holds }: { connection: string; all: boolean; holds: readonly Hold[] },
  context: HoldContext,
  findName: FindName = noName,
): HoldsView => {
  const views = holds.map((hold) => toHoldView(hold, context, findName))
  const waiting = views.filter(({ standing }) => standing.state === 'waiting')
  const people = new Set(waiting.map(({ person }) => person.subject)).size
  const [since = null] = waiting.map(({ openedAt }) => openedAt).toSorted()
  return {
    ...{ connection, all, holds: views },
    waiting: { changes: waiting.length, people, since },
    released: views.filter(({ standing }) => ['released', 'delayed'].includes(standing.state)).length,
  }
}

/** One hold, as it stands today. */
export const toHoldView = (
  hold: Hold,
  { settings, ...today }: HoldContext,
  findName: FindName = noName,
): HoldView => {
  const { id, companyId, section, fields, reason, openedAt, words, sending, closed } = hold
  return {
    ...{ id, companyId, section, reason, openedAt, words, sending, closed },
    fields: [...fields].sort(),
    person: toPersonView(hold, findName),
    standing: toHoldStanding(hold, settings, today),
    releasers: settings.releasers,
  }
}

/** A held change as both sides say it now, for the person who decides about it. */
export interface SeenHoldView {
  hold: HoldView
  /** What is held, and what else of the section differs; `null` where a side has nothing. */
  fields: readonly { field: string; alexis: ValueView | null; nmbrs: ValueView | null }[]
  /** Whether exactly this change would still be held. */
  isThere: boolean
}

export const buildSeenHoldView = (
  { hold, displayName, fields, isThere }: SeenHold,
  context: HoldContext,
): SeenHoldView => {
  const held = new Set<string>(hold.fields)
  const view = (field: string, value: string | undefined): ValueView | null =>
    value === undefined || value === '' ? null : toValueView(hold.section, field, value)
  return {
    hold: toHoldView(hold, context, () => displayName),
    fields: fields
      .filter(({ field, desired, actual }) => held.has(field) || (desired ?? '') !== (actual ?? ''))
      .map(({ field, desired, actual }) => ({
        field,
        alexis: view(field, desired),
        nmbrs: view(field, actual),
      })),
    isThere,
  }
}
